import Editorial
import Foundation

/// Backups of a PostgreSQL database, in the same file as those of a data folder: either can be brought back to the other.
package enum PostgreSQLBackup {
    /// Copies the database at an address into a file, as it is at one moment, and proves that the copy holds the same.
    package static func make(
        of address: String, to file: String, replacing isReplacing: Bool = false, clock: () -> Date = { Date() }
    ) async throws -> BackupProof {
        let begin = clock()
        try SQLiteBackup.check(file, replacing: isReplacing)
        let unfinished = try UnfinishedFile(for: file)
        defer { unfinished.remove() }
        try await StoreMove(database: address).take(toFile: unfinished.path)
        let holding = try SQLiteBackup.prove(unfinished.path, remedy: DatabaseCheck.backIntoDatabase)
        try SQLiteBackup.check(file, replacing: isReplacing)
        let size = try SQLiteBackup.finish(unfinished)
        let end = clock()
        return BackupProof(at: end, holding: holding, size: size, seconds: end.timeIntervalSince(begin))
    }

    /// Whether everything in the database can be read and is what was written, and what it holds.
    package static func check(_ address: String) async throws -> DatabaseCheck {
        let copy = try UnfinishedFile(for: FileManager.default.temporaryDirectory.path + "/betternet.sqlite")
        defer { copy.remove() }
        try await StoreMove(database: address).take(toFile: copy.path)
        return try DatabaseCheck(of: copy.path, remedy: DatabaseCheck.backIntoDatabase)
    }
}
