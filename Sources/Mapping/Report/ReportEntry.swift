import Catalogue

/// What a report keeps of a record: enough to name it, and to say what became of it.
package struct ReportEntry: Hashable, Sendable, Identifiable {
    package let id: RecordID
    package let kind: Kind
    package let title: LocalisedText
    package let status: Status
    package let founded: Int?
    package let ended: Int?
    package let formats: [ConceptID]
    package let isActiveOffer: Bool
    package let isVerified: Bool
    package let isMember: Bool

    init(_ record: Record) {
        id = record.id
        kind = record.kind
        title = record.title
        status = record.status
        founded = record.founded
        ended = record.ended
        formats = record.formats
        isActiveOffer = record.isActiveOffer
        isVerified = record.verified != nil
        isMember = record.member
    }
}

/// The names of concepts as they were when the report was made, so that an old report reads as it did.
package struct ReportLabels: Hashable, Sendable {
    private let labels: [VocabularyName: [ConceptID: LocalisedText]]
    private let plurals: [ConceptID: LocalisedText]

    init(_ catalogue: Catalogue) {
        var labels: [VocabularyName: [ConceptID: LocalisedText]] = [:]
        for name in Axis.allCases.compactMap(\.vocabulary) {
            labels[name] = Dictionary(
                catalogue[name].concepts.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        }
        self.labels = labels
        plurals = Dictionary(
            catalogue[.kinds].concepts.compactMap { kind in kind.plural.map { (kind.id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    package func label(_ id: ConceptID, in vocabulary: VocabularyName) -> LocalisedText? { labels[vocabulary]?[id] }

    /// One thing of a kind.
    package func label(_ kind: Kind) -> LocalisedText? { ConceptID(kind.rawValue).flatMap { label($0, in: .kinds) } }

    /// Several things of a kind.
    package func plural(_ kind: Kind) -> LocalisedText? {
        ConceptID(kind.rawValue).flatMap { plurals[$0] } ?? label(kind)
    }
}

/// How many active offers an organisation stands behind, alone or with others.
package struct ReportOrganisation: Hashable, Sendable, Identifiable {
    package let id: RecordID
    package let title: LocalisedText
    package let isMember: Bool
    package let offers: Int
}
