import Catalogue
import Editorial
import Foundation
import GRDB
import Testing

@testable import Storage

/// What many programs that share one PostgreSQL database can rely on.
@Suite(.databases, .enabled(if: TestStore.address != nil)) struct PostgreSQLStoreTests {
    private let noon = Date(timeIntervalSince1970: 1_795_431_600)

    private func entry(_ name: String, _ title: String = "Titel") throws -> Entry {
        .record(
            .init(
                id: try #require(RecordID(name)), kind: .initiative, title: LocalisedText([.nl: title]),
                summary: LocalisedText([.nl: "Iets"]), status: .active))
    }

    private func pool(_ database: TestDatabase) -> PostgreSQLPool {
        PostgreSQLPool(address: database.address, connections: 1) { _ in }
    }

    // MARK: The schema

    @Test func manyThatBeginAtOnceMakeTheSchemaOnce() async throws {
        let database = try await TestStore.postgresql.empty()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { try await database.store().probe() } }
            try await group.waitForAll()
        }
        let steps = try await pool(database).read {
            try $0.run("SELECT number, name FROM migration ORDER BY number").rows
        }
        #expect(
            steps
                == PostgreSQLMigration.all.enumerated().map {
                    [.integer(Int64($0.offset + 1)), .text($0.element.name)]
                })
    }

    /// Tables, columns, what may be missing, and in which order they are: whoever changes one changes the other.
    @Test func theSchemaIsThatOfSQLite() async throws {
        struct Column: Hashable, Comparable {
            let table: String
            let name: String
            let type: String
            let isNeeded: Bool

            static func < (one: Self, other: Self) -> Bool { (one.table, one.name) < (other.table, other.name) }
        }
        let other = try await TestStore.sqlite.empty()
        _ = try other.open()
        let file = try DatabaseQueue(path: other.folder + "/betternet.sqlite")
        let expected = try await file.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT tables.name AS tableName, columns.name, columns.type, columns."notnull" OR columns.pk AS needed
                    FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
                    WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%' AND tables.name NOT LIKE 'grdb%'
                    """
            ).map {
                Column(table: $0["tableName"], name: $0["name"], type: $0["type"], isNeeded: $0["needed"])
            }
        }
        let database = try await TestStore.postgresql.empty()
        try await database.store().probe()
        let rows = try await pool(database).read { transaction in
            try transaction.run(
                """
                SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'NO'
                FROM information_schema.columns WHERE table_schema = current_schema()
                AND table_name <> 'migration' AND NOT (table_name = 'handlerAction' AND column_name = 'rowid')
                """
            ).rows
        }
        let types = ["text": "TEXT", "bigint": "INTEGER", "bytea": "BLOB"]
        let found = rows.compactMap { row -> Column? in
            guard case .text(let table) = row[0], case .text(let name) = row[1], case .text(let type) = row[2] else {
                return nil
            }
            return Column(table: table, name: name, type: types[type] ?? type, isNeeded: row[3] == .integer(1))
        }
        #expect(found.sorted() == expected.sorted())
    }

    @Test func aStepThatFailsLeavesNothing() async throws {
        let database = try await TestStore.postgresql.empty()
        let steps =
            PostgreSQLMigration.all + [
                PostgreSQLMigration(name: "Stumble", statements: ["CREATE TABLE cake (layers bigint)", "SELECT 1 / 0"])
            ]
        let stumbling = PostgreSQLPool(address: database.address) { transaction in
            try PostgreSQLMigration.bringUpToDate(transaction, by: steps)
        }
        await #expect(throws: PostgreSQLError.self) { try await stumbling.read { _ = try $0.run("SELECT 1") } }
        let tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"
        #expect(try await pool(database).read { try $0.run(tables).number } == 0)
        // The version before works on.
        try await database.store().probe()
    }

    @Test func aNewerSchemaIsLeftAlone() async throws {
        let database = try await TestStore.postgresql.empty()
        try await database.store().probe()
        try await database.execute("INSERT INTO migration (number, name) VALUES (99, 'Add time travel')")
        await #expect {
            try await database.store().probe()
        } throws: { error in
            if case StoreError.newer = error { true } else { false }
        }
    }

    @Test func aServerThatWouldLoseWhatItAcknowledgedIsRefused() async throws {
        let database = try await TestStore.postgresql.empty()
        let careless = PostgreSQLStore(address: database.address + "%20-csynchronous_commit%3Doff")
        await #expect {
            try await careless.probe()
        } throws: { error in
            guard case StoreError.unsuitable(_, let reason) = error else { return false }
            return reason.contains("synchronous_commit")
        }
    }

    // MARK: Many programs

    /// Whoever asks for what is newer than what it has never misses a revision, however many publish.
    @Test func revisionsBecomeVisibleInTheirOrder() async throws {
        let database = try await TestStore.postgresql.empty()
        let (writers, rounds) = (6, 20)
        let reader = try database.store()
        try await reader.probe()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                let store = try database.store()
                group.addTask {
                    for round in 0..<rounds {
                        let entries = try (0...round % 3).map { try entry("w\(writer)-\(round)-\($0)") }
                        _ = try await store.publish(entries, by: "test", at: noon)
                    }
                }
            }
            let all = writers * (0..<rounds).reduce(0) { $0 + $1 % 3 + 1 }
            group.addTask {
                var last = 0
                var seen = 0
                while seen < all {
                    let changes = try await reader.published(after: last)
                    seen += changes.entries.count
                    #expect(changes.revision == seen, "of \(changes.revision) revisions \(seen) were seen")
                    guard changes.revision == seen else { return }
                    last = changes.revision
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func whatOnePublishesIsCalledToTheOthers() async throws {
        let database = try await TestStore.postgresql.empty()
        let (here, there) = (try database.store(), try database.store())
        try await here.probe()
        // The first wait ends as soon as it is connected.
        await there.waitForNews(atMost: .seconds(30))
        let begin = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                // Others of this cluster may call too.
                while try await there.published(after: 0).entries.isEmpty {
                    await there.waitForNews(atMost: .seconds(120))
                }
            }
            group.addTask {
                var work = Work(by: "test", at: noon)
                work.publish(try entry("a"), over: .nothing, why: "")
                _ = try await here.commit(work)
            }
            try await group.waitForAll()
        }
        #expect(begin.duration(to: .now) < .seconds(60))
    }

    @Test func aDatabaseThatIsAwayIsSaidAndNothingIsKept() async throws {
        let nowhere = PostgreSQLStore(address: "postgresql://127.0.0.1:1/nothing")
        await #expect {
            _ = try await nowhere.publish([try entry("a")], by: "test", at: noon)
        } throws: { error in
            if case StoreError.away = error { true } else { false }
        }
        #expect(await !nowhere.isOnDuty())
    }
}
