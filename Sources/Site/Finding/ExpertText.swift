import Catalogue
import Search

/// The choices that experts type: `theme:sexting`, `soort:les`, `lang:fr`, by id or by any name in any language.
struct ExpertText {
    let text: QueryText
    let chosen: [SearchRequest.Facet: Set<String>]

    init(_ typed: String, catalogue: Catalogue) {
        text = QueryText(typed, names: Set(Self.names.keys)) { choice in
            Self.value(of: choice, in: catalogue) != nil
        }
        var chosen: [SearchRequest.Facet: Set<String>] = [:]
        for choice in text.choices {
            guard let facet = Self.names[choice.name], let value = Self.value(of: choice, in: catalogue) else {
                continue
            }
            chosen[facet, default: []].insert(value)
        }
        self.chosen = chosen
    }

    private static func value(of choice: QueryText.Choice, in catalogue: Catalogue) -> String? {
        guard let facet = names[choice.name] else { return nil }
        let wanted = choice.value.folded
        guard let vocabulary = facet.vocabulary else { return LanguageTag(wanted)?.description }
        return catalogue[vocabulary].concepts.first { concept in
            concept.id.description == wanted
                || Language.allCases.contains { concept.names(in: $0).contains { $0.folded == wanted } }
        }?.id.description
    }

    /// What may stand before the colon, in the four languages.
    static let names: [String: SearchRequest.Facet] = [
        "theme": .theme, "thema": .theme, "thème": .theme,
        "kind": .kind, "soort": .kind, "sorte": .kind, "art": .kind, "type": .kind,
        "lang": .language, "language": .language, "taal": .language, "langue": .language, "sprache": .language,
        "audience": .audience, "for": .audience, "voor": .audience, "pour": .audience, "für": .audience,
        "territory": .territory, "where": .territory, "waar": .territory, "où": .territory, "wo": .territory,
        "format": .format, "vorm": .format, "need": .need, "cost": .cost, "prijs": .cost, "prix": .cost, "preis": .cost,
    ]
}
