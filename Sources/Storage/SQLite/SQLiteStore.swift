import Catalogue
import Editorial
import Foundation
import GRDB

/// The store in one SQLite file, for one machine.
///
/// Write-ahead logging with full synchronisation: what was acknowledged survives a crash and a power cut.
package struct SQLiteStore: Store {
    let pool: DatabasePool
    /// What is kept of reports, in the same file.
    package let reports: SQLiteReportVault
    /// Held as long as the store is: nobody exchanges the database under it.
    private let lock: FolderLock?

    /// Opens `folder/betternet.sqlite`, makes it where it is missing, and brings its schema up to date.
    package init(folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw StoreError.folderNotWritable(folder, reason: "it can't be made")
        }
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw StoreError.folderNotWritable(folder, reason: "permission denied")
        }
        lock = try FolderLock(sharing: folder)
        let path = Self.path(in: folder)
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration)
            // GRDB sets NORMAL as it turns on the write-ahead log: then a power cut takes the last commits away, though they
            // were acknowledged (https://www.sqlite.org/pragma.html#pragma_synchronous).
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            let migrator = Self.migrator
            if try pool.read(migrator.hasBeenSuperseded) { throw StoreError.newer(path) }
            try migrator.migrate(pool)
            // A connection that was opened before knows the columns of before.
            pool.invalidateReadOnlyConnections()
            reports = SQLiteReportVault(pool: pool, lock: lock)
        } catch let error as DatabaseError {
            switch StoreError(error, at: path) {
            case .away(let reason): throw StoreError.folderNotWritable(folder, reason: reason)
            case .damaged(let path, let reason) where error.resultCode == .SQLITE_CORRUPT:
                throw StoreError.damaged(path, reason: reason)
            default: throw StoreError.unreadable(path, reason: error.message ?? "\(error.resultCode)")
            }
        }
    }

    static func path(in folder: String) -> String { folder + "/betternet.sqlite" }

    /// For looking without changing anything.
    static var readingConfiguration: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("Add revisions and suggestions", migrate: Migrations.addRevisionsAndSuggestions)
        migrator.registerMigration("Add search counts", migrate: Migrations.addSearchCounts)
        migrator.registerMigration("Add reports", migrate: Migrations.addReports)
        migrator.registerMigration("Add the workspace", migrate: Migrations.addWorkspace)
        migrator.registerMigration("Add the dates of revisions", migrate: Migrations.addRevisionDates)
        migrator.registerMigration("Add digests", migrate: Migrations.addDigests)
        return migrator
    }

    // MARK: Publishing

    package func published() async throws -> PublishedCatalogue {
        try await pool.reading { database in
            // One after the other: the rows of a large catalogue take more room than what is made of them.
            let rows = try RevisionRow.filter(sql: "number IN (SELECT revision FROM publication)").fetchCursor(database)
            var entries: [Entry] = []
            var newest: RevisionRow?
            while let row = try rows.next() {
                entries.append(try row.entry())
                if row.number ?? 0 > newest?.number ?? 0 { newest = row }
            }
            let ages = try Self.ages(after: 0, in: database)
            return PublishedCatalogue(
                catalogue: Catalogue(entries), revision: newest?.number ?? 0,
                madeAt: newest.flatMap { Date(stamp: $0.madeAt) }, ages: ages)
        }
    }

    package func published(after revision: Int) async throws -> PublishedChanges {
        let (rows, ages) = try await pool.reading { database in
            (
                try RevisionRow.filter(
                    sql: "number IN (SELECT revision FROM publication WHERE revision > ?)", arguments: [revision]
                ).fetchAll(database),
                try Self.ages(after: revision, in: database)
            )
        }
        let newest = rows.newest
        return PublishedChanges(
            entries: try rows.map { try $0.entry() }, revision: newest?.number ?? revision, madeAt: newest?.madeAt,
            ages: ages)
    }

    package func publish(_ entries: [Entry], by author: String, at date: Date) async throws -> Publication {
        let rows = try entries.map { try RevisionRow(entry: $0, author: author, date: date) }
        return try await pool.writing { database in
            var added = 0
            var changed = 0
            for var row in rows {
                let current = try RevisionRow.published(kind: row.entryKind, id: row.entryID, in: database)
                if current?.content == row.content { continue }
                try row.publish(in: database)
                if current == nil { added += 1 } else { changed += 1 }
            }
            let revision = try Int.fetchOne(database, sql: "SELECT max(revision) FROM publication") ?? 0
            return Publication(
                added: added, changed: changed, unchanged: rows.count - added - changed, revision: revision)
        }
    }

    // MARK: Search counts

    package func add(_ counts: [SearchCount]) async throws {
        try await pool.writing { database in
            for count in counts { try SearchCountRow(count).add(to: database) }
        }
    }

    package func searchCounts(since day: CivilDay) async throws -> [SearchCount] {
        try await pool.reading { database in
            try SearchCountRow.filter(sql: "day >= ?", arguments: [day.description])
                .order(sql: "searches DESC, words, day, language").fetchAll(database).map { try $0.count() }
        }
    }

    package func probe() async throws {
        _ = try await pool.reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM publication") }
    }
}
