import Editorial
import Foundation
import GRDB

/// Carries everything that is kept from one database into another, empty one, and compares what arrived.
package struct StoreMove: Sendable {
    private let address: String
    /// The database to bring something into, whose schema is brought up to date first.
    private let target: PostgreSQLPool
    /// The same to take something out of, which stays as it is.
    private let source: PostgreSQLPool

    /// The PostgreSQL database at one end.
    package init(database address: String) {
        self.address = StorePlace.database(address).description
        target = PostgreSQLPool(address: address, connections: 1, prepare: PostgreSQLMigration.bringUpToDate)
        source = PostgreSQLPool(address: address, connections: 1, prepare: PostgreSQLMigration.check)
    }

    // MARK: Into PostgreSQL

    /// Carries the database of a data folder over, which no site may use meanwhile. The folder stays as it is. Returns how
    /// many rows each table has.
    package func bring(folder: String) async throws -> [String: Int] {
        guard let lock = try FolderLock(alone: folder) else { throw RestoreError.inUse(folder) }
        defer { withExtendedLifetime(lock) {} }
        return try await bring(file: SQLiteStore.path(in: folder))
    }

    /// Carries a backup over. Throws ``RestoreError/unsound(_:_:)`` where it is damaged: then nothing is changed.
    package func bring(file: String) async throws -> [String: Int] {
        let check = try DatabaseCheck(of: file)
        guard check.faults.isEmpty else { throw RestoreError.unsound(file, check.faults) }
        let current = try CurrentCopy(of: file)
        defer { withExtendedLifetime(current) {} }
        let (path, place) = (current.path, address)
        let sent = try await target.write { transaction in
            try Self.reading(path) { source in
                try source.copy(
                    MovedTable.all(in: source.database), to: PostgreSQLTables(transaction: transaction), called: place)
            }
        }
        let tables = try Self.reading(path) { try MovedTable.all(in: $0.database) }
        let arrived = try await source.read { try PostgreSQLTables(transaction: $0).digests(of: tables) }
        guard arrived == sent else { throw BackupError.differs(place) }
        return sent.mapValues(\.rows)
    }

    // MARK: Out of PostgreSQL

    /// Carries everything into the database of a data folder. Returns how many rows each table has.
    package func take(toFolder folder: String) async throws -> [String: Int] {
        // A database that can't be reached leaves no empty folder behind.
        try await source.read { _ in }
        do {
            // It makes the folder and the tables, and is closed again.
            _ = try SQLiteStore(folder: folder)
        }
        guard let lock = try FolderLock(alone: folder) else { throw RestoreError.inUse(folder) }
        defer { withExtendedLifetime(lock) {} }
        let path = SQLiteStore.path(in: folder)
        let rows = try await take(toFile: path)
        let check = try DatabaseCheck(of: path)
        guard check.faults.isEmpty else { throw RestoreError.unsound(address, check.faults) }
        return rows
    }

    /// Copies one state of the database into a SQLite file of this program's tables, and compares what is in both.
    @discardableResult
    func take(toFile path: String) async throws -> [String: Int] {
        let sent = try await source.read { transaction in
            let target = try DatabaseQueue(path: path)
            try SQLiteStore.migrator.migrate(target)
            return try target.write { database in
                try PostgreSQLTables(transaction: transaction).copy(
                    MovedTable.all(in: database), to: SQLiteTables(database: database), called: path)
            }
        }
        let arrived = try Self.reading(path) { try $0.digests(of: MovedTable.all(in: $0.database)) }
        guard arrived == sent else { throw BackupError.differs(path) }
        return sent.mapValues(\.rows)
    }

    private static func reading<Value>(_ path: String, _ body: (SQLiteTables) throws -> Value) throws -> Value {
        let queue = try DatabaseQueue(path: path, configuration: SQLiteStore.readingConfiguration)
        return try queue.read { try body(SQLiteTables(database: $0)) }
    }
}

/// A database file with the tables of this program: the file itself, or a copy of it that was brought up to date.
private final class CurrentCopy: Sendable {
    let path: String
    private let copy: String?

    init(of file: String) throws {
        let migrator = SQLiteStore.migrator
        let source = try DatabaseQueue(path: file, configuration: SQLiteStore.readingConfiguration)
        guard try !source.read(migrator.hasCompletedMigrations) else {
            (path, copy) = (file, nil)
            return
        }
        let copy = FileManager.default.temporaryDirectory.path + "/betternet-\(UUID().uuidString.lowercased()).sqlite"
        // What it holds is for nobody else.
        guard FileManager.default.createFile(atPath: copy, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw BackupError.notWritable(copy) }
        (path, self.copy) = (copy, copy)
        let target = try DatabaseQueue(path: copy)
        try source.backup(to: target)
        try migrator.migrate(target)
        try target.close()
    }

    deinit {
        if let copy { for ending in ["", "-journal", "-wal", "-shm"] { unlink(copy + ending) } }
    }
}
