import Catalogue
import Foundation

extension HSDS {
    /// A concept by which things are classified.
    package struct TermName: Hashable, Sendable {
        package let vocabulary: VocabularyName
        package let concept: ConceptID
    }

    package func term(_ uuid: UUID) -> TermName? {
        terms[uuid].map { TermName(vocabulary: $0.vocabulary, concept: $0.concept) }
    }

    package func vocabulary(_ uuid: UUID) -> VocabularyName? {
        terms.taxonomies.first { $0.uuid == uuid }?.vocabulary
    }

    package func taxonomy(_ uuid: UUID) -> JSON? { terms.taxonomies.first { $0.uuid == uuid }?.json }

    package func taxonomyTerm(_ uuid: UUID) -> JSON? { terms[uuid]?.full }

    package var taxonomies: [JSON] { terms.taxonomies.map(\.json) }

    /// Terms in the order of their vocabularies.
    /// - Parameters:
    ///   - top: those without a broader one only.
    ///   - parent: those right under it only.
    package func taxonomyTerms(in vocabulary: VocabularyName?, top: Bool, parent: TermName?) -> [JSON] {
        terms.terms.filter { term in
            if let vocabulary, term.vocabulary != vocabulary { return false }
            if top, term.parent != nil { return false }
            if let parent, term.vocabulary != parent.vocabulary || term.parent != parent.concept { return false }
            return true
        }.map(\.brief)
    }

    package func isClassified(_ record: Record, by term: TermName) -> Bool {
        record.concepts(of: term.vocabulary).contains(term.concept)
    }

    /// What a record is classified by, as attributes.
    func attributes(of record: Record, entity: String) -> [JSON] {
        let id = uuid(record.id)
        return terms.taxonomies.flatMap { taxonomy in
            record.concepts(of: taxonomy.vocabulary).compactMap { concept -> JSON? in
                guard let term = terms[taxonomy.vocabulary, concept] else { return nil }
                let name = taxonomy.vocabulary.rawValue
                return .fields([
                    "id": .text(uuid(record.id, "attribute=\(name)/\(concept)")), "link_id": .text(id),
                    "taxonomy_term_id": .text(term.id), "link_type": .text(name), "link_entity": .text(entity),
                    "taxonomy_term": term.nested,
                ])
            }
        }
    }
}

extension Record {
    /// The concepts of a vocabulary that this record names.
    package func concepts(of vocabulary: VocabularyName) -> [ConceptID] {
        switch vocabulary {
        case .kinds: [ConceptID(kind.rawValue)].compactMap { $0 }
        case .themes: themes
        case .audiences: audiences
        case .formats: formats
        case .pillars: pillars
        case .territories: territories
        case .costs: [cost].compactMap { $0 }
        case .needs, .intents, .situations, .glossary, .pictograms, .schoolYears: []
        }
    }
}
