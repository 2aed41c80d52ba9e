import Foundation
import Testing

@testable import Catalogue
@testable import Intake

/// Receipts: words that people can keep, and that nobody guesses.
@Suite struct ReceiptTests {
    @Test(arguments: Language.allCases)
    func theListsAreAsTheyShouldBe(_ language: Language) {
        let words = WordList.of(language).words
        #expect(words.count == 2_048)
        #expect(Set(words.map { $0.prefix(4) }).count == words.count)
        #expect(words.allSatisfy { (3...8).contains($0.count) && $0.allSatisfy { ("a"..."z").contains($0) } })
    }

    @Test(arguments: Language.allCases)
    func comesBackFromItsWords(_ language: Language) throws {
        for _ in 0..<200 {
            let receipt = Receipt()
            let words = receipt.words(in: language)
            #expect(words.count == Receipt.wordCount)
            #expect(Receipt(words.joined(separator: " "), language: language) == receipt)
            // As people type: capitals, commas, line ends, only the first four letters.
            let typed = words.map { $0.prefix(4).uppercased() }.joined(separator: ",\n")
            #expect(Receipt(typed, language: language) == receipt)
            // On a page in another language too.
            let other = try #require(Language.allCases.first { $0 != language })
            #expect(Receipt(words.joined(separator: " "), language: other)?.words(in: language).count == 9)
        }
    }

    /// At least 80 bits that nobody chose, and a word to check.
    @Test func holdsEnough() {
        #expect(Receipt.secretLength * 8 >= 80)
        #expect(Receipt.wordCount * WordCode.bitsOfWord == Receipt.secretLength * 8 + Receipt.checkBits)
        let receipts = (0..<2_000).map { _ in Receipt().secret }
        #expect(Set(receipts).count == receipts.count)
        // Every byte value comes up about as often: chi-square with 255 degrees of freedom, far beyond chance at 400.
        var counts = [Int](repeating: 0, count: 256)
        for byte in receipts.joined() { counts[Int(byte)] += 1 }
        let expected = Double(receipts.count * Receipt.secretLength) / 256
        #expect(counts.reduce(0.0) { $0 + pow(Double($1) - expected, 2) / expected } < 400)
    }

    @Test func aWrongOrMissingWordIsFound() {
        let words = Receipt().words(in: .nl)
        var swapped = words
        swapped.swapAt(0, 1)
        #expect(words[0] == words[1] || Receipt(swapped.joined(separator: " "), language: .nl) == nil)
        #expect(Receipt(words.dropLast().joined(separator: " "), language: .nl) == nil)
        #expect(Receipt("", language: .nl) == nil)
        #expect(Receipt(String(repeating: "a ", count: 10_000), language: .nl) == nil)
    }

    @Test func keysFollowFromReceiptAndSaltAlone() throws {
        let receipt = Receipt()
        let salt = Data.random(16)
        let keys = try receipt.keys(salt: salt)
        #expect(try receipt.keys(salt: salt).verifier == keys.verifier)
        #expect(try receipt.keys(salt: salt).key.seed == keys.key.seed)
        // Another salt, another verifier: one guess tests one case.
        #expect(try receipt.keys(salt: .random(16)).verifier != keys.verifier)
        // What is stored opens nothing.
        #expect(keys.verifier != keys.key.seed)
        #expect(SealingKey(seed: keys.verifier)?.publicKey != keys.key.publicKey)
    }

    /// The keys of a known receipt never change: old receipts open for ever.
    @Test func aKnownReceipt() throws {
        let secret = Data((1...11).map { UInt8($0) })
        let receipt = try #require(
            Receipt(WordCode.words(secret, check: 11, in: .of(.en)).joined(separator: " "), language: .en))
        #expect(receipt.secret == secret)
        let keys = try receipt.keys(salt: Data(repeating: 7, count: 16))
        #expect(keys.verifier.base64EncodedString() == "gZ4tn1mOhgX0SZpscOwMw2rUe8EIFbjgTjYWqR2wNUk=")
    }

    @Test(arguments: Language.allCases)
    func recoveryWordsAreTheKey(_ language: Language) throws {
        let key = SealingKey()
        let words = RecoveryWords.words(of: key, in: language)
        #expect(words.count == 24)
        #expect(RecoveryWords.key(words.joined(separator: " "))?.seed == key.seed)
        var wrong = words
        wrong[5] = wrong[5] == words[6] ? words[7] : words[6]
        #expect(words[5] == wrong[5] || RecoveryWords.key(wrong.joined(separator: " "))?.seed != key.seed)
    }

    @Test func numbersAreReadAsPeopleWriteThem() {
        #expect(CaseNumber("1234 5678") == CaseNumber(value: 12_345_678))
        #expect(CaseNumber("1234-5678")?.shown == "1234 5678")
        for text in ["", "1234", "0234 5678", "12345678901", "abcdefgh", "１２３４５６７８"] {
            #expect(CaseNumber(text) == nil)
        }
    }
}
