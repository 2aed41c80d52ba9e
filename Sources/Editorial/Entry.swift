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

extension Catalogue {
    /// All that is published after these entries have taken the place of those with the same names.
    package func entries(changedBy changed: [Entry]) -> [Entry] {
        let current =
            VocabularyName.allCases.map { Entry.vocabulary(self[$0]) } + pages.map(Entry.page)
            + (records + away.values).map(Entry.record)
        let names = Set(changed.map(\.name))
        return current.filter { !names.contains($0.name) } + changed
    }
}

extension Entry {
    /// What sets it apart from all other entries.
    var name: String {
        switch self {
        case .record(let record): "record/\(record.id)"
        case .vocabulary(let vocabulary): "vocabulary/\(vocabulary.name.rawValue)"
        case .page(let page): "page/\(page.id)"
        }
    }
}

extension CatalogueReading {
    /// Everything that was read, as entries to publish.
    package var entries: [Entry] {
        vocabularies.map(Entry.vocabulary) + pages.map(Entry.page) + records.map(Entry.record)
    }
}
