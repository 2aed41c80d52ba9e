import Catalogue
import Mapping
import Search

/// What people came for, by theme: searches that found nothing, by the words of the theme; help guides, by their themes.
struct ThemeDemand: Hashable, Sendable {
    var searches: [Language: [ConceptID: Int]] = [:]
    var walks: [Language: [ConceptID: Int]] = [:]
    /// Searches without result whose words are those of no theme, most frequent first.
    var unplaced: [Unplaced] = []

    struct Unplaced: Hashable, Sendable {
        let language: Language
        let words: String
        let searches: Int
    }

    init() {}

    init(_ demand: Demand, in catalogue: Catalogue) {
        for (language, counts) in demand.unanswered {
            let themes = ThemeWords(catalogue[.themes], language)
            for (words, count) in counts {
                let found = themes.themes(in: words)
                for theme in found { searches[language, default: [:]][theme, default: 0] += count }
                if found.isEmpty { unplaced.append(Unplaced(language: language, words: words, searches: count)) }
            }
        }
        unplaced.sort { ($1.searches, $0.language, $0.words) < ($0.searches, $1.language, $1.words) }
        for (language, counts) in demand.walks {
            for (guide, count) in counts {
                for theme in catalogue[guide]?.themes ?? [] {
                    walks[language, default: [:]][theme, default: 0] += count
                }
            }
        }
    }
}

/// The words by which people call themes in one language.
private struct ThemeWords {
    private let themes: [String: [ConceptID]]

    init(_ vocabulary: Vocabulary, _ language: Language) {
        var themes: [String: [ConceptID]] = [:]
        for theme in vocabulary.concepts where vocabulary.narrower(theme.id).isEmpty {
            let names = theme.names(in: language) + theme.hidden[language]
            // Names of one word only: the words of longer names mean little by themselves.
            for name in Set(names.map(\.folded)) where !name.contains(" ") {
                themes[name, default: []].append(theme.id)
            }
        }
        self.themes = themes
    }

    /// `words` as the counter keeps them: folded, a space between them.
    func themes(in words: String) -> Set<ConceptID> {
        Set(words.split(separator: " ").flatMap { themes[String($0)] ?? [] })
    }
}
