import Catalogue
import Search

/// What people's words may mean: the concepts of the vocabularies, as values of facets.
enum SearchConcepts {
    static func concepts(of catalogue: Catalogue) -> [Thesaurus.Concept] {
        SearchRequest.Facet.allCases.flatMap { facet -> [Thesaurus.Concept] in
            guard let vocabulary = facet.vocabulary else { return [] }
            return catalogue[vocabulary].concepts.map { concept in
                Thesaurus.Concept(
                    facet: facet.rawValue, value: concept.id.description,
                    names: byLanguage { concept.names(in: $0) }, hidden: byLanguage { concept.hidden[$0] },
                    isSuggested: [.theme, .audience, .territory].contains(facet))
            }
        }
    }

    static func cues(of catalogue: Catalogue) -> Cues {
        Cues(
            catalogue[.intents].concepts.map { intent in
                Cues.Subject(id: intent.id.description, cues: byLanguage { intent.cues[$0] })
            })
    }

    /// Every name of every school year, with its ages.
    static func schoolYears(of catalogue: Catalogue) -> [(name: String, ages: AgeRange)] {
        catalogue[.schoolYears].concepts.flatMap { year -> [(name: String, ages: AgeRange)] in
            guard let ages = year.ages else { return [] }
            let names = Language.allCases.flatMap { year.names(in: $0) }
            return names.map { (" " + $0.words.map(\.folded).joined(separator: " ") + " ", ages) }
        }
    }

    private static func byLanguage(_ names: (Language) -> [String]) -> [String: [String]] {
        Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, names($0)) })
    }
}
