import Catalogue
import Foundation

/// The hard words of the shop and every form in which they come up in a text, by language.
struct Glossary: Sendable {
    private let forms: [Language: [String: Concept]]
    /// Words in the longest form.
    private let longest: Int

    init(_ vocabulary: Vocabulary) {
        var forms: [Language: [String: Concept]] = [:]
        var longest = 1
        for concept in vocabulary.concepts {
            for language in Language.allCases {
                for name in concept.names(in: language) {
                    forms[language, default: [:]][name.lowercased()] = concept
                    longest = max(longest, name.matches(of: Self.word).count)
                }
            }
        }
        self.forms = forms
        self.longest = longest
    }

    /// The first word of the glossary in a text, longer forms before shorter ones.
    func firstWord(
        in text: String, language: Language, except known: Set<ConceptID>
    ) -> (range: Range<String.Index>, concept: Concept)? {
        guard let forms = forms[language] else { return nil }
        let words = text.matches(of: Self.word).map(\.range)
        for start in words.indices {
            for length in (1...longest).reversed() where start + length <= words.count {
                let range = words[start].lowerBound..<words[start + length - 1].upperBound
                if let concept = forms[text[range].lowercased()], !known.contains(concept.id) {
                    return (range, concept)
                }
            }
        }
        return nil
    }

    /// `Regex` is not `Sendable`; nothing changes this one after it is made.
    private nonisolated(unsafe) static let word = #/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/#
}
