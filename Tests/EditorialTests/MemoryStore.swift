import Catalogue
import Editorial
import Foundation
import Synchronization

/// Keeps the shelves of the workspace and the trail in memory, with the promises of a store; revisions it has none.
final class MemoryStore: Store {
    private struct Row {
        let place: Int
        let shelf: Shelf
        let id: String
        let key: String?
        let version: Int
        let content: Data
    }

    private struct State {
        var rows: [Row] = []
        var places = 0
        var trail: [TrailLine] = []
    }

    private let state = Mutex(State())

    func all<Value: Item>(_ type: Value.Type, key: String?) async throws -> [Kept<Value>] {
        try state.withLock { state in
            state.rows.filter { $0.shelf == Value.shelf && (key == nil || $0.key == key) }
        }
        .sorted { $0.place < $1.place }.map {
            Kept(try JSONDecoder().decode(type, from: $0.content), version: $0.version)
        }
    }

    func find<Value: Item>(_ type: Value.Type, _ id: String) async throws -> Kept<Value>? {
        let row = state.withLock { state in state.rows.first { $0.shelf == Value.shelf && $0.id == id } }
        return try row.map { Kept(try JSONDecoder().decode(type, from: $0.content), version: $0.version) }
    }

    @discardableResult func commit(_ work: Work) async throws -> Int? {
        try state.withLock { state in
            var next = state
            for put in work.puts {
                let known = next.rows.first { $0.shelf == put.shelf && $0.id == put.id }
                guard known?.version == put.over else { throw WorkConflict.item(put.shelf, id: put.id) }
                next.rows.removeAll { $0.shelf == put.shelf && $0.id == put.id }
                next.places += 1
                next.rows.append(
                    Row(
                        place: known?.place ?? next.places, shelf: put.shelf, id: put.id, key: put.key,
                        version: (put.over ?? 0) + 1, content: put.content))
            }
            for removal in work.removals {
                next.rows.removeAll { $0.shelf == removal.shelf && $0.id == removal.id }
            }
            next.trail += work.notes
            state = next
        }
        return nil
    }

    func trail(_ selection: TrailSelection) async throws -> [TrailLine] {
        let lines = state.withLock { $0.trail.reversed() }.filter { line in
            (selection.object == nil || line.object == selection.object)
                && (selection.account == nil || line.account == selection.account)
                && (selection.organisation == nil || line.organisation == selection.organisation)
                && (selection.deeds.isEmpty || selection.deeds.contains(line.deed))
        }
        return Array(lines.dropFirst(selection.offset).prefix(selection.limit))
    }

    /// Everything that is kept, as text: to look for what must not be there.
    var contents: String {
        state.withLock { $0.rows.map { String(decoding: $0.content, as: UTF8.self) }.joined(separator: "\n") }
    }

    func published() async throws -> PublishedCatalogue {
        PublishedCatalogue(catalogue: .empty, revision: 0)
    }
    func published(after revision: Int) async throws -> PublishedChanges {
        PublishedChanges(entries: [], revision: revision)
    }
    func published(at revision: Int) async throws -> PublishedCatalogue? { nil }
    func revision(on day: CivilDay) async throws -> DatedRevision? { nil }
    func firstRevision() async throws -> DatedRevision? { nil }
    func publish(_ entries: [Entry], by author: String, at date: Date) async throws -> Publication {
        Publication(added: 0, changed: 0, unchanged: 0, revision: 0)
    }
    func revisions(of record: RecordID) async throws -> [Revision] { [] }
    func ages() async throws -> [RecordID: RecordAge] { [:] }
    func add(_ counts: [SearchCount]) async throws {}
    func searchCounts(since day: CivilDay) async throws -> [SearchCount] { [] }
    func probe() async throws {}
}
