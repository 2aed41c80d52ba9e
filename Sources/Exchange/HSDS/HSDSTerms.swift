import Catalogue
import Foundation

/// The vocabularies as taxonomies, and their concepts as terms; made once, because every service repeats them.
struct HSDSTerms: Sendable {
    struct Term: Sendable {
        let uuid: UUID
        let id: String
        let vocabulary: VocabularyName
        let concept: ConceptID
        let parent: ConceptID?
        /// As it stands in what is classified by it: every service repeats it.
        let nested: JSON
        /// As it stands in a list.
        let brief: JSON
        /// With its taxonomy and its texts in every language.
        let full: JSON
    }

    struct Taxonomy: Sendable {
        let uuid: UUID
        let id: String
        let vocabulary: VocabularyName
        let json: JSON
    }

    let taxonomies: [Taxonomy]
    let terms: [Term]
    private let places: [VocabularyName: [ConceptID: Int]]

    init(_ catalogue: Catalogue, addresses: PublicAddresses) {
        taxonomies = Self.names.map { vocabulary, name, description in
            let address = addresses.vocabulary(vocabulary)
            let uuid = UUID(address: address)
            return Taxonomy(
                uuid: uuid, id: uuid.lowercased, vocabulary: vocabulary,
                json: .fields([
                    "id": .text(uuid.lowercased), "name": .text(name), "description": .text(description),
                    "uri": .text(address),
                ]))
        }
        terms = taxonomies.flatMap { taxonomy in
            catalogue[taxonomy.vocabulary].concepts.map { Self.term($0, in: taxonomy, addresses: addresses) }
        }
        var places: [VocabularyName: [ConceptID: Int]] = [:]
        for (place, term) in terms.enumerated() { places[term.vocabulary, default: [:]][term.concept] = place }
        self.places = places
    }

    subscript(vocabulary: VocabularyName, concept: ConceptID) -> Term? {
        places[vocabulary]?[concept].map { terms[$0] }
    }

    subscript(uuid: UUID) -> Term? { terms.first { $0.uuid == uuid } }

    /// What services and organisations are classified by.
    private static let names: [(VocabularyName, String, String)] = [
        (.kinds, "Kinds", "What kind of thing something is"),
        (.themes, "Themes", "What it is about"),
        (.audiences, "Audiences", "For whom it is"),
        (.formats, "Formats", "In what form it comes"),
        (.pillars, "Pillars", "The part of the European strategy for a better internet for kids that it serves"),
        (.territories, "Territories", "Where in Belgium it is offered"),
        (.costs, "Costs", "Whether one pays for it"),
    ]

    private static func term(_ concept: Concept, in taxonomy: Taxonomy, addresses: PublicAddresses) -> Term {
        let vocabulary = taxonomy.vocabulary
        let uuid = UUID(address: addresses.concept(concept.id, in: vocabulary))
        let label = concept.label.text(for: Language.en)
        let name = label?.text ?? concept.id.description
        let parents = concept.broader.map { UUID(address: addresses.concept($0, in: vocabulary)).lowercased }
        let nested = JSON.fields([
            "id": .text(uuid.lowercased),
            // Alone, the name of a concept is not unique: there are events among the kinds and among the formats.
            "code": .text("\(vocabulary.rawValue)/\(concept.id)"),
            "name": .text(name),
            "description": .text(concept.definition.text(for: Language.en)?.text ?? name),
            "taxonomy_id": .text(taxonomy.id),
            "term_uri": .text(addresses.concept(concept.id, in: vocabulary)),
        ])
        let brief = nested.adding([
            "parent_id": .text(parents.first), "taxonomy": taxonomy.json["name"],
            "language": .text(label?.language.rawValue ?? Language.en.rawValue),
        ])
        let translations = concept.label.languages.map { language in
            JSON.fields([
                "language": .text(language.rawValue), "name": .text(concept.label[language]),
                "description": .text(concept.definition[language]),
            ])
        }
        let full = brief.adding([
            "taxonomy_detail": taxonomy.json, "other_parent_ids": .texts(parents.dropFirst()),
            "translations": .filled(translations),
        ])
        return Term(
            uuid: uuid, id: uuid.lowercased, vocabulary: vocabulary, concept: concept.id,
            parent: concept.broader.first, nested: nested, brief: brief, full: full)
    }
}
