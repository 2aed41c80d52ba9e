import Catalogue

/// What somebody follows, ready to be asked about many records: with a theme its narrower ones, with a territory the
/// places in it, with an organisation what it stands behind.
package struct Interests: Sendable {
    private var records: Set<RecordID> = []
    private var themes: Set<ConceptID> = []
    private var territories: Set<ConceptID> = []

    package init(_ subjects: some Sequence<Follow.Subject>, in catalogue: Catalogue) {
        for subject in subjects {
            switch subject {
            case .record(let id): records.insert(id)
            case .theme(let id): themes.formUnion([id] + catalogue[.themes].descendants(of: id))
            case .territory(let id): territories.formUnion([id] + catalogue[.territories].descendants(of: id))
            }
        }
    }

    package var isEmpty: Bool { records.isEmpty && themes.isEmpty && territories.isEmpty }

    /// Whether a change of this record is worth hearing of.
    package func cover(_ record: Record) -> Bool {
        records.contains(record.id) || record.organisations.contains(where: records.contains)
            || record.themes.contains(where: themes.contains)
            || record.territories.contains(where: territories.contains)
    }
}
