import Catalogue
import Editorial
import Foundation
import Synchronization

/// A store that can be told to keep nothing more; what it holds can be read, unless it is told to have lost its past too.
final class StubbornStore: Store {
    struct Full: Error {}

    private let inner: any Store
    private let isFull = Mutex(false)

    init(_ inner: any Store) { self.inner = inner }

    func fail(_ fails: Bool) { isFull.withLock { $0 = fails } }

    /// How often somebody asked for what was before; nil: it can't be had.
    private let looks = Mutex<Int?>(0)
    var looksBack: Int? { looks.withLock { $0 } }

    func losePast() { looks.withLock { $0 = nil } }

    private func lookBack() throws {
        try looks.withLock { looks in
            guard let count = looks else { throw Full() }
            looks = count + 1
        }
    }

    @discardableResult func commit(_ work: Work) async throws -> Int? {
        if isFull.withLock({ $0 }) { throw Full() }
        return try await inner.commit(work)
    }

    func all<Value: Item>(_ type: Value.Type, key: String?) async throws -> [Kept<Value>] {
        try await inner.all(type, key: key)
    }
    func find<Value: Item>(_ type: Value.Type, _ id: String) async throws -> Kept<Value>? {
        try await inner.find(type, id)
    }
    func published() async throws -> PublishedCatalogue { try await inner.published() }
    func published(after revision: Int) async throws -> PublishedChanges {
        try await inner.published(after: revision)
    }
    func published(at revision: Int) async throws -> PublishedCatalogue? {
        try lookBack()
        return try await inner.published(at: revision)
    }
    func revision(on day: CivilDay) async throws -> DatedRevision? {
        try lookBack()
        return try await inner.revision(on: day)
    }
    func firstRevision() async throws -> DatedRevision? {
        try lookBack()
        return try await inner.firstRevision()
    }
    func publish(_ entries: [Entry], by author: String, at date: Date) async throws -> Publication {
        try await inner.publish(entries, by: author, at: date)
    }
    func revisions(of record: RecordID) async throws -> [Revision] { try await inner.revisions(of: record) }
    func ages() async throws -> [RecordID: RecordAge] { try await inner.ages() }
    func trail(_ selection: TrailSelection) async throws -> [TrailLine] { try await inner.trail(selection) }
    func add(_ counts: [SearchCount]) async throws { try await inner.add(counts) }
    func searchCounts(since day: CivilDay) async throws -> [SearchCount] { try await inner.searchCounts(since: day) }
    func probe() async throws { try await inner.probe() }
}
