import Catalogue
import Foundation

/// 2,048 easy words of one language; eleven bits each. The first four letters name a word.
package struct WordList: Sendable {
    package let words: [String]
    private let places: [Substring: Int]

    package static let all: [Language: WordList] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { ($0, WordList($0)) })

    package static func of(_ language: Language) -> WordList { all[language] ?? WordList(language) }

    private init(_ language: Language) {
        words = language.receiptWords.split(separator: " ").map(String.init)
        places = Dictionary(zip(words.map { $0.prefix(4) }, words.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The number of a word as somebody typed it: capitals, accents and all after the fourth letter don't count.
    package func number(of typed: some StringProtocol) -> Int? {
        let letters = typed.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter(\.isLetter)
        return places[letters.prefix(4)]
    }
}

/// Bits as words, with bits of a checksum at the end.
package enum WordCode {
    static let bitsOfWord = 11

    /// The words of `secret` and `check` bits of its SHA-256, filling whole words.
    package static func words(_ secret: Data, check: Int, in list: WordList) -> [String] {
        numbers(secret, check: check).map { list.words[$0] }
    }

    static func numbers(_ secret: Data, check: Int) -> [Int] {
        let bits = bits(of: secret) + bits(of: checksum(secret)).prefix(check)
        return stride(from: 0, to: bits.count, by: bitsOfWord).map { start in
            bits[start..<min(start + bitsOfWord, bits.count)].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    /// The secret of words, or nil where the checksum does not fit: a word is wrong, or in the wrong place.
    static func secret(_ numbers: [Int], length: Int, check: Int) -> Data? {
        let bits = numbers.flatMap { number in (0..<bitsOfWord).reversed().map { number >> $0 & 1 == 1 } }
        guard bits.count == length * 8 + check else { return nil }
        let secret = Data(
            (0..<length).map { byte in (0..<8).reduce(UInt8(0)) { $0 << 1 | (bits[byte * 8 + $1] ? 1 : 0) } })
        return Self.numbers(secret, check: check) == numbers ? secret : nil
    }

    private static func bits(of data: Data) -> [Bool] {
        data.flatMap { byte in (0..<8).reversed().map { byte >> $0 & 1 == 1 } }
    }
}
