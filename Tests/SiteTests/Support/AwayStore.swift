import Catalogue
import Editorial
import Foundation
import Synchronization

/// A database that can be taken away and brought back, and that another program may be on duty for.
final class AwayStore: Store {
    private let inner: any Store
    private let error: Mutex<StoreError?>
    private let duty: Bool
    private let probed = Mutex(0)

    /// How often it was asked whether it can be read.
    var probes: Int { probed.withLock { $0 } }

    init(_ inner: any Store, throwing error: StoreError? = nil, isOnDuty: Bool = true) {
        self.inner = inner
        self.error = Mutex(error)
        duty = isOnDuty
    }

    func fail(with error: StoreError?) { self.error.withLock { $0 = error } }

    private var there: any Store {
        get throws {
            if let error = error.withLock({ $0 }) { throw error }
            return inner
        }
    }

    func published() async throws -> PublishedCatalogue { try await there.published() }
    func published(after revision: Int) async throws -> PublishedChanges {
        try await there.published(after: revision)
    }
    func published(at revision: Int) async throws -> PublishedCatalogue? { try await there.published(at: revision) }
    func revision(on day: CivilDay) async throws -> DatedRevision? { try await there.revision(on: day) }
    func firstRevision() async throws -> DatedRevision? { try await there.firstRevision() }
    func publish(_ entries: [Entry], by author: String, at date: Date) async throws -> Publication {
        try await there.publish(entries, by: author, at: date)
    }
    func add(_ counts: [SearchCount]) async throws { try await there.add(counts) }
    func searchCounts(since day: CivilDay) async throws -> [SearchCount] { try await there.searchCounts(since: day) }
    func all<Value: Item>(_ type: Value.Type, key: String?) async throws -> [Kept<Value>] {
        try await there.all(type, key: key)
    }
    func find<Value: Item>(_ type: Value.Type, _ id: String) async throws -> Kept<Value>? {
        try await there.find(type, id)
    }
    @discardableResult func commit(_ work: Work) async throws -> Int? { try await there.commit(work) }
    func revisions(of record: RecordID) async throws -> [Revision] { try await there.revisions(of: record) }
    func ages() async throws -> [RecordID: RecordAge] { try await there.ages() }
    func trail(_ selection: TrailSelection) async throws -> [TrailLine] { try await there.trail(selection) }
    func probe() async throws {
        probed.withLock { $0 += 1 }
        try await Task.sleep(for: .milliseconds(100))
        try await there.probe()
    }
    func isOnDuty() async -> Bool { duty }
}
