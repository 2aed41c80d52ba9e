import Catalogue

// Concepts, places, and the people whom something is for.
extension SchemaOrg {
    /// A concept of a vocabulary, as a page about it tells it. What it means stands in the description of the page; the
    /// largest pages are those of themes, and old phones pay for each byte.
    package func term(_ concept: Concept, in vocabulary: VocabularyName) -> JSON {
        .fields([
            "@type": "DefinedTerm", "@id": .text(addresses.concept(concept.id, in: vocabulary)),
            "name": words(concept.label),
        ])
    }

    /// A territory, as a page about it tells it.
    package func place(_ concept: Concept) -> JSON {
        .fields([
            "@type": "AdministrativeArea", "@id": .text(addresses.concept(concept.id, in: .territories)),
            "name": words(concept.label), "containedInPlace": places(concept.broader),
        ])
    }

    /// What something is about.
    func terms(_ ids: [ConceptID], in vocabulary: VocabularyName) -> JSON? {
        references(ids, in: vocabulary, type: "DefinedTerm")
    }

    func places(_ ids: [ConceptID]) -> JSON? { references(ids, in: .territories, type: "AdministrativeArea") }

    /// The words for concepts: one text each in a page, one in each language elsewhere.
    func labels(_ ids: [ConceptID], in vocabulary: VocabularyName) -> JSON? {
        .one(
            ids.compactMap { catalogue[vocabulary][$0] }.flatMap { concept -> [JSON] in
                let label = words(concept.label)
                return label?.elements ?? [label].compactMap { $0 }
            })
    }

    /// Whom a work or an event is for; how old they are stands beside it (``ages(_:)``).
    func audience(_ record: Record) -> JSON? {
        .one(
            record.audiences.compactMap { catalogue[.audiences][$0] }.map { concept in
                .fields([
                    "@type": "Audience", "@id": .text(addresses.concept(concept.id, in: .audiences)),
                    "audienceType": words(concept.label),
                ])
            })
    }

    /// Whom a service is for, and how old they are: services have no other place for it.
    func people(_ record: Record) -> JSON? {
        let groups = audience(record).map { $0.elements ?? [$0] } ?? []
        let ages = record.ages.map { ages in
            JSON.fields([
                "@type": "PeopleAudience", "suggestedMinAge": .number(ages.from),
                "suggestedMaxAge": ages.isOpen ? nil : .number(ages.to),
            ])
        }
        return .one(groups + [ages].compactMap { $0 })
    }

    /// `6-12`, and `12-` where there is no upper end.
    func ages(_ record: Record) -> JSON? {
        record.ages.map { .text($0.isOpen ? "\($0.from)-" : "\($0.from)-\($0.to)") }
    }

    private func references(_ ids: [ConceptID], in vocabulary: VocabularyName, type: String) -> JSON? {
        .one(
            ids.compactMap { catalogue[vocabulary][$0] }.map { concept in
                .fields([
                    "@type": .text(type), "@id": .text(addresses.concept(concept.id, in: vocabulary)),
                    "name": words(concept.label),
                ])
            })
    }
}

extension AgeRange {
    /// Whether the upper end stands for "and older".
    var isOpen: Bool { to >= 99 }
}
