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
    /// Recognises who needs a person rather than a page.
    let cues: Cues
    /// The names of school years, in small letters between spaces.
    let schoolYears: [(name: String, ages: AgeRange)]
    private let offers: [RecordID: [RecordID]]
    /// Everything whose hours are known.
    private let clocks: [(id: String, hours: Hours)]

    package init(_ published: PublishedCatalogue) {
        catalogue = published.catalogue
        revision = published.revision
        index = Index(SearchDocument.documents(of: catalogue), concepts: SearchConcepts.concepts(of: catalogue))
        cues = SearchConcepts.cues(of: catalogue)
        schoolYears = SearchConcepts.schoolYears(of: catalogue)
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

    /// The ids of everything that is open at a moment.
    func openChannels(at now: BrusselsTime) -> Set<String> {
        Set(clocks.filter { $0.hours.state(at: now).isOpen == true }.map(\.id))
    }

    /// Completions of what a reader of `language` is typing.
    func complete(_ text: String, language: Language, limit: Int) -> [Completion] {
        index.complete(text, language: language.rawValue, limit: limit)
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
