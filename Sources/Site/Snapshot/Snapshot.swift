import Catalogue
import Editorial
import Search
import Synchronization

/// The whole published catalogue as one immutable value, with its search index. A page is made from one snapshot.
package final class Snapshot: Sendable {
    package let catalogue: Catalogue
    /// The number of the newest published revision.
    package let revision: Int
    let index: Index
    private let suggesters: [Language: Suggester]
    private let offers: [RecordID: [RecordID]]
    /// Everything whose hours are known.
    private let clocks: [(id: String, hours: Hours)]

    package init(_ published: PublishedCatalogue) {
        catalogue = published.catalogue
        revision = published.revision
        index = Index(SearchDocument.documents(of: catalogue))
        let catalogue = catalogue
        suggesters = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Self.suggester(catalogue, in: $0)) })
        var offers: [RecordID: [RecordID]] = [:]
        for record in catalogue.records {
            for organisation in record.organisations { offers[organisation, default: []].append(record.id) }
        }
        self.offers = offers
        clocks = catalogue.records.compactMap { record in
            record.contact?.hours.flatMap { $0.hasRule ? (record.id.description, $0) : nil }
        }
    }

    /// What an organisation stands behind.
    func offers(of organisation: RecordID) -> [Record] {
        (offers[organisation] ?? []).compactMap { catalogue[$0] }
    }

    func search(_ request: SearchRequest, language: Language, now: BrusselsTime) -> Results {
        var query = request.query(for: language)
        if request.isOpenNow { query.only = openChannels(at: now) }
        return index.search(query)
    }

    /// The ids of everything that is open at a moment.
    func openChannels(at now: BrusselsTime) -> Set<String> {
        Set(clocks.filter { $0.hours.state(at: now).isOpen == true }.map(\.id))
    }

    /// Completions of what a reader of `language` is typing.
    func complete(_ text: String, language: Language, limit: Int) -> [Suggester.Entry] {
        suggesters[language]?.complete(text, limit: limit) ?? []
    }

    private static func suggester(_ catalogue: Catalogue, in language: Language) -> Suggester {
        var entries: [Suggester.Entry] = []
        for (name, kind) in [(VocabularyName.themes, "theme"), (.audiences, "audience"), (.territories, "territory")] {
            for concept in catalogue[name].concepts {
                guard let label = concept.label.text(for: language)?.text else { continue }
                entries.append(.init(text: label, kind: kind, id: concept.id.description, weight: 3))
                for other in concept.alternatives[language] {
                    entries.append(.init(text: other, kind: kind, id: concept.id.description, weight: 2))
                }
            }
        }
        for record in catalogue.records {
            guard let title = record.title.text(for: language)?.text else { continue }
            let weight = record.status == .ended ? 0.5 : 1
            entries.append(.init(text: title, kind: record.kind.rawValue, id: record.id.description, weight: weight))
        }
        return Suggester(entries)
    }
}

/// Holds the snapshot that requests are answered from. A request takes it once and keeps it.
package final class SnapshotHolder: Sendable {
    private let snapshot: Mutex<Snapshot>

    package init(_ snapshot: Snapshot) { self.snapshot = Mutex(snapshot) }

    package var current: Snapshot { snapshot.withLock { $0 } }

    /// The revision of the current snapshot, without handing the snapshot out.
    var revision: Int { snapshot.withLock { $0.revision } }

    package func replace(with next: Snapshot) { snapshot.withLock { $0 = next } }
}
