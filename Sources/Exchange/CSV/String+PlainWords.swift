import Foundation

extension String {
    /// The words in small letters a to z and digits: without accents, signs and apostrophes. ‘Thema's (NL)’ is `themas`
    /// and `nl`. Other alphabets have none.
    var plainWords: [String] {
        var spelled = ""
        for letter in lowercased() {
            if let plain = Self.ligatures[letter] {
                spelled += plain
            } else if !"'’‘`´".contains(letter) {
                spelled.append(letter)
            }
        }
        return spelled.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
            .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
            .map { $0.lowercased() }
    }

    private static let ligatures: [Character: String] = ["ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l"]
}
