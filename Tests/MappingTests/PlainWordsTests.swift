import Testing

@testable import Mapping

@Suite struct PlainWordsTests {
    private func words(_ text: String, salt: UInt64 = 0) -> [UInt64] {
        var words: [UInt64] = []
        PlainWords.each(of: text, salt: salt) { word, _ in words.append(word) }
        return words
    }

    private func written(_ text: String) -> [String] {
        var words: [String] = []
        PlainWords.each(of: text, salt: 0) { _, bytes in
            words.append(String(decoding: Array(text.utf8)[bytes], as: UTF8.self))
        }
        return words
    }

    @Test func capitalsAreSmallLetters() {
        #expect(words("ÉCOLE Über FRANÇAIS Œuvre") == words("école über français œuvre"))
        #expect(words("école") != words("ecole"))
    }

    @Test func punctuationEndsAWord() {
        #expect(
            written("« L’école » – d'abord… (veilig)online/samen·doen×2 €uro")
                == ["école", "abord", "veilig", "online", "samen", "doen", "uro"])
        #expect(written("un\u{A0}mot\u{202F}: deux🙂trois") == ["un", "mot", "deux", "trois"])
    }

    @Test func numbersAndSingleLettersAreNoWords() {
        #expect(written("In 2026 a 116000 b 3de mp3") == ["In", "mp3"])
    }

    @Test func otherScriptsStayAsTheyAre() {
        #expect(written("مرحبا, Їжак") == ["مرحبا", "Їжак"])
        #expect(written("") == [])
        #expect(written("naïve") == ["naïve"])
    }

    @Test func theSameLettersAreAnotherWordInAnotherLanguage() {
        #expect(words("chat", salt: 1) != words("chat", salt: 2))
    }

    @Test func tablesOfWordsGrow() {
        var numbers = WordNumbers()
        let words = (0..<20_000).map { UInt64($0) &* 0x9e37_79b9_7f4a_7c15 }
        let first = words.map { numbers.number($0, in: 0) }
        #expect(first == (0..<20_000).map { Int32($0) })
        #expect(words.allSatisfy { numbers.number($0, in: 0) == nil }, "a text has a word once")
        #expect(words.map { numbers.number($0, in: 1) } == first)
        #expect(numbers.words == words)
    }
}
