import Catalogue
import Foundation

/// The picture that stands beside a step in easy words, found by its words: the European easy-to-read rules want one with
/// every idea.
struct Pictograms: Sendable {
    /// By language: beginnings of words and the icon that they stand for, longer ones first.
    private let cues: [Language: [(beginning: String, icon: String)]]

    init(_ vocabulary: Vocabulary) {
        var cues: [Language: [(beginning: String, icon: String)]] = [:]
        for language in Language.allCases {
            cues[language] = vocabulary.concepts
                .flatMap { concept in concept.alternatives[language].map { ($0, concept.id.description) } }
                .sorted { ($1.0.count, $0.0) < ($0.0.count, $1.0) }
        }
        self.cues = cues
    }

    /// The icon of the first word that has one; nil where no word has.
    func icon(for text: String, language: Language) -> String? {
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
            if let cue = cues[language]?.first(where: { Self.fits(word, $0.beginning) }) { return cue.icon }
        }
        return nil
    }

    /// Beginnings of up to three letters are whole words: `ga` is not the beginning of `gaming`.
    private static func fits(_ word: Substring, _ beginning: String) -> Bool {
        beginning.count <= 3 ? word == beginning : word.hasPrefix(beginning)
    }
}
