/// All that is published: records, vocabularies and pages. A value; it never changes.
package struct Catalogue: Sendable {
    /// In the order of their ids; without those that were withdrawn or set aside.
    package let records: [Record]
    /// Records that were taken out of the shop, or set aside until somebody verifies them.
    package private(set) var away: [RecordID: Record]
    package let pages: [EditorialPage]
    private let vocabularies: [VocabularyName: Vocabulary]
    private let places: [RecordID: Int]

    package init(records: [Record], vocabularies: [Vocabulary], pages: [EditorialPage]) {
        // Records are large: they are moved about only where they must be.
        let shown = records.allSatisfy(\.isShown) ? records : records.filter(\.isShown)
        self.records = shown.isInOrder ? shown : shown.sorted { $0.id < $1.id }
        away = Dictionary(
            records.lazy.filter { !$0.isShown }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.pages = pages
        self.vocabularies = Dictionary(vocabularies.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        places = Dictionary(
            zip(self.records.map(\.id), self.records.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The same with these records in the place of those with their ids.
    package func replacing(_ changed: [Record]) -> Catalogue {
        let ids = Set(changed.map(\.id))
        var next = Catalogue(
            records: records.filter { !ids.contains($0.id) } + changed, vocabularies: Array(vocabularies.values),
            pages: pages)
        next.away.merge(away.filter { !ids.contains($0.key) }) { new, _ in new }
        return next
    }

    package static let empty = Catalogue(records: [], vocabularies: [], pages: [])

    package subscript(id: RecordID) -> Record? { places[id].map { records[$0] } }

    /// A record that is shown, withdrawn or set aside.
    package func any(_ id: RecordID) -> Record? { self[id] ?? away[id] }

    package subscript(vocabulary: VocabularyName) -> Vocabulary {
        vocabularies[vocabulary] ?? Vocabulary(name: vocabulary, concepts: [])
    }

    package func page(_ id: String) -> EditorialPage? { pages.first { $0.id.description == id } }
}

extension [Record] {
    fileprivate var isInOrder: Bool { zip(self, dropFirst()).allSatisfy { $0.id <= $1.id } }
}
