import Catalogue

/// Something with revisions.
package enum Entry: Sendable {
    case record(Record)
    case vocabulary(Vocabulary)
    case page(EditorialPage)
}

extension Catalogue {
    package init(_ entries: [Entry]) {
        var records: [Record] = []
        var vocabularies: [Vocabulary] = []
        var pages: [EditorialPage] = []
        for entry in entries {
            switch entry {
            case .record(let record): records.append(record)
            case .vocabulary(let vocabulary): vocabularies.append(vocabulary)
            case .page(let page): pages.append(page)
            }
        }
        self.init(records: records, vocabularies: vocabularies, pages: pages)
    }
}

extension CatalogueReading {
    /// Everything that was read, as entries to publish.
    package var entries: [Entry] {
        vocabularies.map(Entry.vocabulary) + pages.map(Entry.page) + records.map(Entry.record)
    }
}
