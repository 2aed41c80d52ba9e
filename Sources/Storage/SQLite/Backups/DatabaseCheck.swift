import Editorial
import Foundation
import GRDB

/// Whether a database file is whole: SQLite finds no damage, this program knows its schema, and every row makes sense.
package struct DatabaseCheck: Sendable {
    /// Each says what is wrong and what to do; empty where all is well.
    package let faults: [String]
    /// What it holds; nil where that can't be read.
    package let holding: Holding?
    /// Whether an older program made it. It was read as it will be once it has been brought up to date.
    package let isOlder: Bool

    /// Looks at a file without changing it. Throws ``StoreError/unreadable(_:reason:)`` where it can't be opened at all,
    /// ``StoreError/forbidden(_:)`` where rights are missing, and ``BackupError/isFolder(_:)``.
    package init(of file: String, remedy: String = anotherBackup) throws {
        try DatabaseRights.requireReadable(file)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
            throw BackupError.isFolder(file)
        }
        do {
            let source = try DatabaseQueue(path: file, configuration: SQLiteStore.readingConfiguration)
            self = try Self(source, remedy: remedy)
            try source.close()
        } catch let error as DatabaseError {
            guard !DatabaseRights.areMissing(for: file, after: error) else { throw StoreError.forbidden(file) }
            self.init(faults: ["SQLite can't read it (\(error.message ?? "\(error.resultCode)")): \(remedy)"])
        }
    }

    private init(faults: [String], holding: Holding? = nil, isOlder: Bool = false) {
        self.faults = faults
        self.holding = holding
        self.isOlder = isOlder
    }

    private init(_ source: DatabaseQueue, remedy: String) throws {
        let migrator = SQLiteStore.migrator
        let damage = try source.read { try Self.damage(in: $0) }.map { "\($0): \(remedy)" }
        guard damage.isEmpty else {
            self.init(faults: damage)
            return
        }
        guard try !source.read(migrator.hasBeenSuperseded) else {
            self.init(faults: ["it was made by a newer betternet: check it with that version"])
            return
        }
        guard try !source.read(migrator.appliedIdentifiers).isEmpty else {
            self.init(faults: ["it is no database of betternet: name a file that betternet backup made"])
            return
        }
        let holding = try source.read { try Holding(reading: $0) }
        let isOlder = try !source.read(migrator.hasCompletedMigrations)
        // An older one is brought up to date in memory: its own file stays as it is.
        let current = isOlder ? try DatabaseQueue() : source
        if isOlder {
            try source.backup(to: current)
            try migrator.migrate(current)
        }
        let faults = try current.read { try Self.strangeSchema(in: $0) + RowCheck.faults(in: $0) }
        self.init(faults: faults.map { "\($0): \(remedy)" }, holding: holding, isOlder: isOlder)
    }

    /// The database of a data folder, which a site may be using meanwhile.
    package init(ofFolder folder: String) throws {
        try self.init(of: SQLiteStore.path(in: folder), remedy: Self.backIntoFolder)
    }

    /// What to do about a copy that is not sound.
    package static let anotherBackup = "use another backup"
    /// What to do about a data folder that is not sound.
    static let backIntoFolder = "stop the site and bring a backup back with betternet restore"
    /// What to do about a PostgreSQL database that is not sound.
    static let backIntoDatabase = "bring a backup into an empty database with betternet restore"

    /// What SQLite itself finds: pages, indexes, and rows that name others which are not there.
    private static func damage(in database: Database) throws -> [String] {
        let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        let lost = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row -> String in
            "row \(row["rowid"] as Int? ?? 0) of \(row["table"] as String) names a row of \(row["parent"] as String) that is not there"
        }
        return pages + lost
    }

    /// Tables, indexes and rules that are not what this program makes. Those that somebody added are their own business.
    private static func strangeSchema(in database: Database) throws -> [String] {
        let fresh = try DatabaseQueue()
        try SQLiteStore.migrator.migrate(fresh)
        let expected = try fresh.read { try schema(of: $0) }
        let found = try schema(of: database)
        return expected.keys.sorted().filter { found[$0] != expected[$0] }
            .map { "\($0) is not as this program makes it" }
    }

    private static func schema(of database: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT type || ' ' || name, tbl_name || ' ' || sql FROM sqlite_schema WHERE sql IS NOT NULL"
        )
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }
}
