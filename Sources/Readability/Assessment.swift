import Catalogue

/// How hard a text is, whether that is as easy as it should be, and what costs most.
///
/// Padding with short sentences doesn't help: besides the whole text, its harder half is judged by itself, and no
/// sentence may be too long.
package struct Assessment: Sendable {
    package struct Sentence: Sendable {
        package let text: String
        package let words: Int
        /// As the judging formula rates this sentence alone.
        package let score: Double
    }

    package struct Word: Sendable {
        package let text: String
        package let syllables: Int
        package let times: Int
    }

    package let edition: Edition
    package let formula: Formula
    package let figures: Figures
    /// The published formula over the whole text.
    package let score: Double
    /// The same over the harder half of the text: the hardest sentences, until half of the words are counted.
    package let harderHalf: Double
    /// All sentences, hardest first.
    package let sentences: [Sentence]
    /// Words of four syllables or more, those that cost most (syllables × times) first.
    package let words: [Word]

    /// Nil where there is not one word to judge.
    package init?(_ text: String, in edition: Edition) {
        let language = edition.language
        let formula = Formula.judging(language)
        // Most words of a text come more than once.
        var known: [String: CountedWord] = [:]
        func counted(_ word: String) -> CountedWord {
            if let word = known[word] { return word }
            let new = CountedWord(word, language)
            known[word] = new
            return new
        }
        let parts = Sentences.of(text).map { (text: $0, words: Sentences.words(of: $0).map(counted)) }
            .filter { !$0.words.isEmpty }
        guard !parts.isEmpty else { return nil }
        let rated = parts.map { (part: $0, score: formula.score(Figures([$0.words]))) }
            .sorted { formula.isGrade ? $0.score > $1.score : $0.score < $1.score }

        self.edition = edition
        self.formula = formula
        figures = Figures(parts.map(\.words))
        score = formula.score(figures)
        var half: [[CountedWord]] = []
        var size = 0
        for (part, _) in rated where size * 2 < figures.words {
            half.append(part.words)
            size += part.words.count
        }
        harderHalf = formula.score(Figures(half))
        sentences = rated.map { Sentence(text: $0.part.text, words: $0.part.words.count, score: $0.score) }
        var times: [String: Int] = [:]
        for word in parts.flatMap(\.words) where word.syllables >= 4 { times[word.text, default: 0] += 1 }
        words = times.map { Word(text: $0.key, syllables: Syllables.count($0.key, language), times: $0.value) }
            .sorted { ($1.syllables * $1.times, $0.text) < ($0.syllables * $0.times, $1.text) }
    }

    /// What the text is wanted to reach.
    package var target: Target { Target(edition) }

    /// The sentences that are too long for their edition, longest first.
    package var tooLong: [Sentence] {
        sentences.filter { $0.words > target.longestSentence }.sorted { $0.words > $1.words }
    }

    /// Whether the text is as easy as its edition should be.
    package var isMet: Bool { target.meets(score) && target.meets(harderHalf, slack: target.slack) && tooLong.isEmpty }
}

/// How easy the texts of an edition should be: plain for nearly everybody (B1), or easy to read.
package struct Target: Sendable {
    /// Least ease, or highest year of school, of the whole text.
    package let score: Double
    /// By how much the harder half may miss it.
    package let slack: Double
    /// In words.
    package let longestSentence: Int
    private let isGrade: Bool

    package init(_ edition: Edition) {
        isGrade = Formula.judging(edition.language).isGrade
        score = isGrade ? (edition.isSimple ? 4 : 6) : (edition.isSimple ? 80 : 70)
        slack = isGrade ? 3 : 20
        longestSentence = edition.isSimple ? 15 : 25
    }

    package func meets(_ value: Double, slack: Double = 0) -> Bool {
        isGrade ? value <= score + slack : value >= score - slack
    }
}
