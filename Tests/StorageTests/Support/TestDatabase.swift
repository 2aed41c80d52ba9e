import Editorial
import Foundation
import GRDB
import Intake
import Testing

@testable import Storage

/// An empty database of one test.
struct TestDatabase: Sendable {
    let kind: TestStore
    /// Of the schema, and of the folder in which SQLite has its file.
    let name: String
    /// The database in which PostgreSQL has the schema.
    private let home: String

    init(_ kind: TestStore, name: String) throws {
        self.kind = kind
        self.name = name
        home = kind == .postgresql ? try #require(TestStore.address) : ""
    }

    var folder: String { FileManager.default.temporaryDirectory.appendingPathComponent(name).path }

    /// That of its schema.
    var address: String { home + (home.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(name)" }

    /// Opens it, as another program would.
    func open() throws -> (store: any Store, reports: any ReportVault) {
        switch kind {
        case .sqlite:
            let store = try SQLiteStore(folder: folder)
            return (store, store.reports)
        case .postgresql:
            let store = PostgreSQLStore(address: address, connections: 3)
            return (store, store.reports)
        }
    }

    func store() throws -> any Store { try open().store }

    /// Does something that no store would. Names are in double quotes.
    func execute(_ sql: String) async throws {
        switch kind {
        case .sqlite:
            let queue = try DatabaseQueue(path: folder + "/betternet.sqlite")
            try await queue.write { try $0.execute(sql: sql) }
            try queue.close()
        case .postgresql:
            let pool = PostgreSQLPool(address: address, connections: 1) { _ in }
            try await pool.write { _ = try $0.run(sql) }
        }
    }

    func make() async throws {
        guard kind == .postgresql else { return }
        try await atHome("CREATE SCHEMA \(name)")
    }

    func drop() async throws {
        switch kind {
        case .sqlite: try? FileManager.default.removeItem(atPath: folder)
        case .postgresql: try await atHome("DROP SCHEMA \(name) CASCADE")
        }
    }

    private func atHome(_ sql: String) async throws {
        let pool = PostgreSQLPool(address: home, connections: 1) { _ in }
        try await pool.write { transaction in
            try transaction.run("SET LOCAL client_min_messages = error")
            try transaction.run(sql)
        }
    }
}

extension TestDatabase {
    /// The bytes of the files that hold it; of PostgreSQL those of its tables, without the write-ahead log of the server.
    func contents() async throws -> [Data] {
        switch kind {
        case .sqlite:
            return try FileManager.default.contentsOfDirectory(atPath: folder).map {
                try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))
            }
        case .postgresql:
            // What is in memory is written first. A checkpoint stands alone.
            let connection = try PostgreSQLConnection(address: address)
            try connection.run("CHECKPOINT")
            return try connection.run(
                """
                SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace
                AND relfilenode <> 0
                UNION ALL
                SELECT pg_read_binary_file(pg_relation_filepath(reltoastrelid)) FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND reltoastrelid <> 0
                """
            ).rows.compactMap { row in if case .bytes(let data) = row[0] { data } else { nil } }
        }
    }
}
