import Catalogue
import Crypto
import Foundation

/// The number of a case. It is no secret: it finds the row, and opens nothing.
package struct CaseNumber: Hashable, Sendable, CustomStringConvertible, Comparable {
    /// Eight digits; shown in two groups.
    package let value: Int

    package init?(value: Int) {
        guard (10_000_000...99_999_999).contains(value) else { return nil }
        self.value = value
    }

    /// Nil unless `text` holds eight digits, with or without spaces and hyphens.
    package init?(_ text: String) {
        let digits = text.filter { !$0.isWhitespace && $0 != "-" }
        guard digits.count == 8, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(digits) else {
            return nil
        }
        self.init(value: value)
    }

    package static func random() -> CaseNumber {
        var generator = SystemRandomNumberGenerator()
        return CaseNumber(unchecked: Int.random(in: 10_000_000...99_999_999, using: &generator))
    }

    private init(unchecked value: Int) { self.value = value }

    package var description: String { String(value) }
    /// `1234 5678`.
    package var shown: String { "\(value / 10_000) " + String(String(value % 10_000 + 10_000).dropFirst()) }

    package static func < (left: CaseNumber, right: CaseNumber) -> Bool { left.value < right.value }
}

/// What lets somebody come back to a report from any device: 88 bits as eight words, and a word that shows a mistake.
package struct Receipt: Hashable, Sendable {
    static let secretLength = 11
    static let checkBits = 11
    /// Words of a receipt, the check word included.
    package static let wordCount = 9

    let secret: Data

    /// A new one.
    package init() { secret = .random(Self.secretLength) }

    /// Reads what somebody typed: words of the language of the page first, then of the others.
    package init?(_ typed: String, language: Language) {
        let parts = typed.split { !$0.isLetter }
        guard parts.count == Self.wordCount else { return nil }
        for language in [language] + Language.allCases.filter({ $0 != language }) {
            let numbers = parts.compactMap { WordList.of(language).number(of: $0) }
            if numbers.count == parts.count,
                let secret = WordCode.secret(numbers, length: Self.secretLength, check: Self.checkBits)
            {
                self.secret = secret
                return
            }
        }
        return nil
    }

    package func words(in language: Language) -> [String] {
        WordCode.words(secret, check: Self.checkBits, in: WordList.of(language))
    }

    /// What follows from the receipt. The salt is that of its case alone.
    package func keys(salt: Data, cost: ScryptCost = .receipt) throws -> ReceiptKeys {
        let root = try cost.derive(from: secret, salt: salt, length: 32)
        // Two keys that say nothing of each other: what is stored to recognise a receipt opens nothing.
        let verifier = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, info: Data("betternet receipt verifier".utf8), outputByteCount: 32)
        let seed = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, info: Data("betternet receipt seal".utf8),
            outputByteCount: SealingKey.seedLength)
        guard let key = SealingKey(seed: seed.withUnsafeBytes { Data($0) }) else { throw SealingError.unreadable }
        return ReceiptKeys(verifier: verifier.withUnsafeBytes { Data($0) }, key: key)
    }
}

package struct ReceiptKeys: Sendable {
    /// Stored, to recognise the receipt.
    package let verifier: Data
    /// Its public half is stored, to seal answers; its private half is never.
    package let key: SealingKey
}

/// The private key of an inbox as 24 words, printed once (256 bits and 8 to check).
package enum RecoveryWords {
    package static let wordCount = 24
    private static let checkBits = 8

    package static func words(of key: SealingKey, in language: Language) -> [String] {
        WordCode.words(key.seed, check: checkBits, in: WordList.of(language))
    }

    package static func key(_ typed: String) -> SealingKey? {
        let parts = typed.split { !$0.isLetter }
        guard parts.count == wordCount else { return nil }
        for list in WordList.all.values {
            let numbers = parts.compactMap { list.number(of: $0) }
            if numbers.count == parts.count,
                let seed = WordCode.secret(numbers, length: SealingKey.seedLength, check: checkBits)
            {
                return SealingKey(seed: seed)
            }
        }
        return nil
    }
}

extension WordCode {
    static func checksum(_ secret: Data) -> Data { Data(SHA256.hash(data: secret)) }
}
