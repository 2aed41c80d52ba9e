import Catalogue
import Editorial
import Exchange
import Foundation
import Search
import Synchronization

/// The whole published catalogue as one immutable value, with its search index. A page is made from one snapshot.
package final class Snapshot: Sendable {
    package let catalogue: Catalogue
    /// The number of the newest published revision.
    package let revision: Int
    /// When that revision was made; nil where nobody knows.
    let madeAt: Date?
    /// Which record changed last when.
    package let log: ChangeLog
    let index: Index
    /// Recognises who needs a person rather than a page.
    let cues: Cues
    /// The names of school years, in small letters between spaces.
    let schoolYears: [(name: String, ages: AgeRange)]
    /// The hard words that pages explain.
    let glossary: Glossary
    /// The pictures beside steps in easy words.
    let pictograms: Pictograms
    /// Who does what, for whom, where, and what is missing.
    let landscape: Landscape
    private let similarity = Once<Similarity>()
    /// Whether files hold all of it already.
    let isKept: Bool
    private let offers: [RecordID: [RecordID]]
    /// Everything whose hours are known.
    private let clocks: [(id: String, hours: Hours)]
    /// What is open at the minute for which somebody asked last.
    private let open = Mutex<(minute: BrusselsTime, channels: DocumentSet)?>(nil)

    package convenience init(_ published: PublishedCatalogue) { self.init(published, stored: nil, isKept: false) }

    /// - Parameters:
    ///   - kept: what was read from the file in which the catalogue is kept.
    ///   - stored: an index that was kept beside it; it is used where it is of this catalogue.
    package convenience init(kept: PublishedCatalogue, stored: IndexFile.Copy?) {
        self.init(kept, stored: stored, isKept: true)
    }

    private convenience init(_ published: PublishedCatalogue, stored: IndexFile.Copy?, isKept: Bool) {
        let catalogue = published.catalogue
        let log = ChangeLog(published)
        let index = stored?.index(of: catalogue, log, revision: published.revision)
        self.init(
            catalogue, revision: published.revision, madeAt: published.madeAt, log: log,
            index: index
                ?? Index(SearchDocument.documents(of: catalogue), concepts: SearchConcepts.concepts(of: catalogue)),
            cues: SearchConcepts.cues(of: catalogue), isKept: isKept && index != nil)
    }

    private init(
        _ catalogue: Catalogue, revision: Int, madeAt: Date?, log: ChangeLog, index: Index, cues: Cues,
        isKept: Bool = false
    ) {
        self.catalogue = catalogue
        self.isKept = isKept
        self.revision = revision
        self.madeAt = madeAt
        self.log = log
        self.index = index
        self.cues = cues
        landscape = Landscape(catalogue)
        glossary = Glossary(catalogue[.glossary])
        pictograms = Pictograms(catalogue[.pictograms])
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

    /// The snapshot after these changes. If only records changed, the index takes only them anew, and what names them.
    package func taking(_ changes: PublishedChanges) -> Snapshot {
        var records: [Record] = []
        for entry in changes.entries {
            guard case .record(let record) = entry else {
                let all = catalogue.entries(changedBy: changes.entries)
                let next = Catalogue(all)
                return Snapshot(
                    next, revision: changes.revision, madeAt: changes.madeAt ?? madeAt, log: log.taking(changes),
                    index: Index(SearchDocument.documents(of: next), concepts: SearchConcepts.concepts(of: next)),
                    cues: SearchConcepts.cues(of: next))
            }
            records.append(record)
        }
        let next = catalogue.replacing(records)
        let facets = SearchFacets(next)
        let documents = affected(by: records, in: next).compactMap { next[$0] }
            .map { SearchDocument.document(of: $0, in: next, facets: facets) }
        let gone = Set(records.map(\.id).filter { next[$0] == nil }.map(\.description))
        return Snapshot(
            next, revision: changes.revision, madeAt: changes.madeAt ?? madeAt, log: log.taking(changes),
            index: index.replacing(documents, removing: gone), cues: cues)
    }

    /// The records whose documents say something of these: themselves, what an organisation stands behind, and the
    /// organisations of a channel.
    private func affected(by records: [Record], in next: Catalogue) -> Set<RecordID> {
        var affected = Set(records.map(\.id))
        for record in records {
            for one in [catalogue[record.id], next[record.id]].compactMap({ $0 }) {
                if one.kind == .organisation { affected.formUnion(offers[one.id] ?? []) }
                if one.kind == .channel { affected.formUnion(one.organisations) }
            }
        }
        return affected
    }

    /// Whether a store that says this of the time from its own revision on no longer knows that revision: it was put back
    /// to an earlier state, and may have gone on from there.
    func isForgotten(by changes: PublishedChanges) -> Bool {
        guard revision > 0 else { return false }
        if changes.revision < revision { return true }
        guard let madeAt, let known = changes.madeAt else { return false }
        // Databases keep moments to the second.
        return abs(known.timeIntervalSince(madeAt)) >= 1
    }

    /// What it was made from, to be kept in a file: all but who made which revision.
    package var published: PublishedCatalogue {
        let ages = log.changes.map { change in
            (change.record, RecordAge(revision: change.revision, first: change.first, last: change.last, author: ""))
        }
        return PublishedCatalogue(
            catalogue: catalogue, revision: revision, madeAt: madeAt,
            ages: Dictionary(ages, uniquingKeysWith: { _, last in last }))
    }

    /// The records that are most like one.
    func similar(to record: Record, for language: Language) -> [Record] {
        similarity.value { Similarity(catalogue) }.nearest(to: record, in: catalogue, for: language)
    }

    /// What an organisation stands behind.
    func offers(of organisation: RecordID) -> [Record] {
        (offers[organisation] ?? []).compactMap { catalogue[$0] }
    }

    /// Everything that is open at a moment. Looked up once a minute: every search counts it.
    func openChannels(at now: BrusselsTime) -> DocumentSet {
        open.withLock { open in
            if let open, open.minute == now { return open.channels }
            let channels = index.documents(
                with: clocks.lazy.filter { $0.hours.state(at: now).isOpen == true }.map(\.id))
            open = (now, channels)
            return channels
        }
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

    /// An older one than the present never takes its place: two may be made at the same time.
    package func replace(with next: Snapshot) {
        snapshot.withLock { if next.revision >= $0.revision { $0 = next } }
    }

    /// Takes another one in the place of one that is wrong, whichever is newer, unless somebody was faster.
    func replace(_ past: Snapshot, with next: Snapshot) {
        snapshot.withLock { if $0 === past { $0 = next } }
    }
}
