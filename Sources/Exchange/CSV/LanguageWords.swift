import Catalogue

/// Languages as people write them in headers and cells.
enum LanguageWords {
    /// From a tag or a name in any of the four languages.
    static func language(_ text: String) -> Language? {
        let words = text.plainWords
        return words.count == 1 ? words.first.flatMap { byWord[$0] } : nil
    }

    static func tag(_ text: String) -> LanguageTag? {
        LanguageTag(text) ?? language(text).map { LanguageTag($0) } ?? LanguageTag(text.lowercased())
    }

    static let byWord: [String: Language] = {
        let words: [Language: String] = [
            .nl: "nl nederlands nederlandse neerlandais neerlandaise niederlandisch niederlandische dutch",
            .fr: "fr frans franse francais francaise franzosisch franzosische french",
            .de: "de duits duitse allemand allemande deutsch deutsche german",
            .en: "en engels engelse anglais anglaise englisch englische english",
        ]
        var byWord: [String: Language] = [:]
        for (language, list) in words {
            for word in list.split(separator: " ") { byWord[String(word)] = language }
        }
        return byWord
    }()
}
