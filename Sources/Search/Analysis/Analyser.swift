/// Turns words of one language into the terms under which they are found. Holds a ``Stemmer``: one for each piece of work.
struct Analyser {
    /// What a part of a compound counts beside the compound itself.
    static let partFactor: Float = 0.45

    /// What the verb counts for which a participle stands, such as `pest` for `gepest`.
    static let participleFactor: Float = 0.8

    /// What a word stands for.
    struct Word {
        /// Without elisions, apostrophes and accents.
        let folded: String
        /// Terms and what each counts, the stem first.
        var terms: [(term: String, factor: Float)]
    }

    let language: String
    private let stemmer: Stemmer
    private let elisions: [String]
    private let common: Set<String>

    init(_ language: String) {
        self.language = language
        stemmer = Stemmer(algorithm: Self.algorithms[language] ?? "")
        common = CommonWords.of(language)
        elisions =
            language == "fr"
            ? ["l'", "d'", "qu'", "j'", "n'", "s'", "c'", "m'", "t'", "lorsqu'", "jusqu'", "puisqu'"] : []
    }

    /// One word as ``Tokeniser`` gives it. With `compounds`, its parts as well.
    func word(_ text: String, compounds: Compounds? = nil) -> Word {
        let bare = withoutElision(text)
        let folded = bare.folded
        let stem = stemmer.stem(bare).folded
        var word = Word(folded: folded, terms: [(stem, 1)])
        // Stems differ with and without accents in places, so both are kept: people leave accents out.
        add(bare == folded ? stem : stemmer.stem(folded), 1, to: &word)
        if let compounds {
            for base in participleBases(folded).map(stemmer.stem) where compounds.knows(base) {
                add(base, Self.participleFactor, to: &word)
            }
        }
        if let parts = compounds?.split(folded) {
            for part in parts { add(stemmer.stem(part), Self.partFactor, to: &word) }
        }
        return word
    }

    /// The terms of a word that somebody typed: also those of its German spelling without dots (`ueber` for `über`).
    func typed(_ text: String, compounds: Compounds?) -> [String] {
        let word = word(text)
        var terms = word.terms.map(\.term)
        if let compounds { terms += participleBases(word.folded).map(stemmer.stem).filter(compounds.knows) }
        if language == "de", let plain = withoutUmlautSpelling(text) { terms += self.word(plain).terms.map(\.term) }
        return terms
    }

    func isCommon(_ text: String) -> Bool { common.contains(withoutElision(text).folded) }

    private func add(_ term: String, _ factor: Float, to word: inout Word) {
        if !word.terms.contains(where: { $0.term == term }) { word.terms.append((term, factor)) }
    }

    /// What a Dutch or German participle may be made of: Snowball leaves `ge-` in its place.
    private func participleBases(_ folded: String) -> [String] {
        guard language == "nl" || language == "de", folded.hasPrefix("ge"), folded.utf8.count >= 6 else { return [] }
        let bare = String(folded.dropFirst(2))
        return bare.hasSuffix("t") || bare.hasSuffix("d") ? [bare, String(bare.dropLast())] : [bare]
    }

    private func withoutUmlautSpelling(_ text: String) -> String? {
        var plain: [UInt8] = []
        for byte in text.utf8 {
            let isAfterVowel = plain.last.map { [0x61, 0x6F, 0x75].contains($0) } ?? false
            if byte != UInt8(ascii: "e") || !isAfterVowel { plain.append(byte) }
        }
        return plain.count == text.utf8.count ? nil : String(decoding: plain, as: UTF8.self)
    }

    private func withoutElision(_ word: String) -> String {
        guard word.utf8.contains(UInt8(ascii: "'")) else { return word }
        for elision in elisions where word.hasPrefix(elision) && word.utf8.count > elision.utf8.count {
            return String(word.dropFirst(elision.count)).filter { $0 != "'" }
        }
        if language == "en", word.hasSuffix("'s") { return String(word.dropLast(2)).filter { $0 != "'" } }
        return word.filter { $0 != "'" }
    }

    private static let algorithms = ["nl": "dutch", "fr": "french", "de": "german", "en": "english"]
}
