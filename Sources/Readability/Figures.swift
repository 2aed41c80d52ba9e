import Catalogue

/// A word as the formulas see it.
struct CountedWord: Sendable {
    /// In small letters.
    let text: String
    let letters: Int
    let syllables: Int

    init(_ word: String, _ language: Language) {
        text = word.lowercased()
        letters = word.count
        syllables = Syllables.count(word, language)
    }
}

/// What the formulas count in a text.
package struct Figures: Hashable, Sendable {
    package var sentences: Int
    package var words: Int
    package var syllables: Int
    /// Words of three syllables or more.
    package var longWords: Int
    /// Words of more than six letters.
    package var manyLetters: Int
    /// Words of one syllable.
    package var shortWords: Int

    package init(
        sentences: Int, words: Int, syllables: Int, longWords: Int = 0, manyLetters: Int = 0, shortWords: Int = 0
    ) {
        self.sentences = sentences
        self.words = words
        self.syllables = syllables
        self.longWords = longWords
        self.manyLetters = manyLetters
        self.shortWords = shortWords
    }

    init(_ sentences: some Sequence<[CountedWord]>) {
        self.init(sentences: 0, words: 0, syllables: 0)
        for words in sentences where !words.isEmpty {
            self.sentences += 1
            for word in words {
                self.words += 1
                syllables += word.syllables
                if word.syllables >= 3 { longWords += 1 }
                if word.syllables == 1 { shortWords += 1 }
                if word.letters > 6 { manyLetters += 1 }
            }
        }
    }

    /// Words in a sentence, on average.
    package var sentenceLength: Double { Double(words) / Double(max(1, sentences)) }
    /// Syllables in a word, on average.
    package var wordLength: Double { Double(syllables) / Double(max(1, words)) }

    func share(_ count: Int) -> Double { 100 * Double(count) / Double(max(1, words)) }
}
