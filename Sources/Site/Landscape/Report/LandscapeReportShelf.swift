import Catalogue
import Editorial
import Mapping
import Synchronization

/// Makes reports of the landscape, and keeps the last ones: the present one as long as its snapshot, and a few older ones.
final class LandscapeReportShelf: Sendable {
    /// How many older reports are kept.
    static let capacity = 6
    /// How many may be read from the store at the same time.
    private static let mostReading = 3

    private let present = Mutex<LandscapeReport?>(nil)
    /// The last one that was asked for first.
    private let past = Mutex<[LandscapeReport]>([])
    private let reading = Mutex(0)
    private let threads = Derivations()

    /// Without the store. `today`: where nobody knows when the snapshot's revision was made.
    func report(of snapshot: Snapshot, today: CivilDay) -> LandscapeReport {
        present.withLock { kept in
            if let kept, kept.revision == snapshot.revision { return kept }
            let made = LandscapeReport(
                snapshot.catalogue, revision: snapshot.revision,
                day: snapshot.madeAt.map { BrusselsTime($0).day } ?? today)
            kept = made
            return made
        }
    }

    /// The report of an older revision; nil where there is none. Throws where the store is away, or where too many ask at
    /// once.
    func report(at revision: Int, from store: any Store) async throws -> LandscapeReport? {
        if let kept = kept(revision) { return kept }
        guard reading.withLock({ $0 < Self.mostReading }) else { throw WorkspaceError.busy }
        reading.withLock { $0 += 1 }
        defer { reading.withLock { $0 -= 1 } }
        guard let published = try await store.published(at: revision), let madeAt = published.madeAt else {
            return nil
        }
        // It takes a while, and has no place on the threads that answer requests.
        let report = try await threads.run {
            LandscapeReport(
                published.catalogue, revision: published.revision, day: BrusselsTime(madeAt).day,
                unread: published.unread)
        }
        keep(report)
        return report
    }

    /// How many older reports there are on it now.
    var count: Int { past.withLock { $0.count } }

    private func kept(_ revision: Int) -> LandscapeReport? {
        past.withLock { past in
            guard let place = past.firstIndex(where: { $0.revision == revision }) else { return nil }
            let report = past.remove(at: place)
            past.insert(report, at: 0)
            return report
        }
    }

    private func keep(_ report: LandscapeReport) {
        past.withLock { past in
            past.removeAll { $0.revision == report.revision }
            past.insert(report, at: 0)
            if past.count > Self.capacity { past.removeLast() }
        }
    }
}
