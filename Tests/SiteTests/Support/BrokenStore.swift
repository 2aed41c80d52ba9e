import Catalogue
import Editorial
import Foundation

/// A database that is gone.
struct BrokenStore: Store {
    struct Gone: Error {}

    func published() async throws -> PublishedCatalogue { throw Gone() }
    func publish(_ entries: [Entry], by author: String, at date: Date) async throws -> Publication { throw Gone() }
    func published(after revision: Int) async throws -> PublishedChanges { throw Gone() }
    func published(at revision: Int) async throws -> PublishedCatalogue? { throw Gone() }
    func revision(on day: CivilDay) async throws -> DatedRevision? { throw Gone() }
    func firstRevision() async throws -> DatedRevision? { throw Gone() }
    func add(_ counts: [SearchCount]) async throws { throw Gone() }
    func searchCounts(since day: CivilDay) async throws -> [SearchCount] { throw Gone() }
    func all<Value: Item>(_ type: Value.Type, key: String?) async throws -> [Kept<Value>] { throw Gone() }
    func find<Value: Item>(_ type: Value.Type, _ id: String) async throws -> Kept<Value>? { throw Gone() }
    func commit(_ work: Work) async throws -> Int? { throw Gone() }
    func revisions(of record: RecordID) async throws -> [Revision] { throw Gone() }
    func ages() async throws -> [RecordID: RecordAge] { throw Gone() }
    func trail(_ selection: TrailSelection) async throws -> [TrailLine] { throw Gone() }
    func probe() async throws { throw Gone() }
}
