/// Turns a text of one language into the terms under which it is found. Holds a ``Stemmer``: one for each piece of work.
struct Analyser {
    /// A word of a text and the terms that stand for it, best first.
    struct Word {
        let text: String
        let terms: [String]
        let isCommon: Bool
    }

    private let stemmer: Stemmer
    private let common: Set<String>
    private let elisions: [String]

    init(_ language: String) {
        stemmer = Stemmer(algorithm: Self.algorithms[language] ?? "")
        common = CommonWords.of(language)
        elisions = language == "fr" ? ["l'", "d'", "qu'", "j'", "n'", "s'", "c'", "m'", "t'"] : []
    }

    func words(_ text: String) -> [Word] { text.words.map(word) }

    /// One word as ``Swift/String/words`` gives it.
    func word(_ text: String) -> Word {
        let bare = withoutElision(text).filter { $0 != "'" }
        // Stems differ with and without accents in places, so both are kept: people leave accents out.
        let stem = stemmer.stem(bare).folded
        let plain = stemmer.stem(bare.folded)
        return Word(text: bare, terms: stem == plain ? [stem] : [stem, plain], isCommon: common.contains(bare.folded))
    }

    private func withoutElision(_ word: String) -> String {
        for elision in elisions where word.hasPrefix(elision) && word.count > elision.count {
            return String(word.dropFirst(elision.count))
        }
        return word
    }

    private static let algorithms = ["nl": "dutch", "fr": "french", "de": "german", "en": "english"]
}
