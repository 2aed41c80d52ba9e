import Editorial
import Foundation
import GRDB

/// Copies of the database, made while others read and write it.
package enum SQLiteBackup {
    /// Copies the database of a data folder into a file, as it is at one moment, and proves that the copy holds the same.
    ///
    /// The copy gets its name only once it is proved: a file of that name is never half a backup. It can be read by its
    /// owner only, because it holds everything that the database holds.
    package static func make(
        of folder: String, to file: String, replacing isReplacing: Bool = false, clock: () -> Date = { Date() }
    ) throws -> BackupProof {
        let begin = clock()
        try check(file, of: folder, replacing: isReplacing)
        let unfinished = try UnfinishedFile(for: file)
        defer { unfinished.remove() }
        let original = try copy(SQLiteStore.path(in: folder), to: unfinished.path, called: file)
        let copied = try prove(unfinished.path, remedy: DatabaseCheck.backIntoFolder)
        guard copied == original else { throw BackupError.differs(file) }
        try check(file, of: folder, replacing: isReplacing)
        let size = try finish(unfinished)
        let end = clock()
        return BackupProof(at: end, holding: copied, size: size, seconds: end.timeIntervalSince(begin))
    }

    /// What a copy holds, if it is sound. If it is not, neither is the original, and `remedy` says what to do about that.
    static func prove(_ copy: String, remedy: String) throws -> Holding {
        let check = try DatabaseCheck(of: copy, remedy: remedy)
        guard check.faults.isEmpty, let copied = check.holding else { throw BackupError.unsound(check.faults) }
        return copied
    }

    /// Gives a copy its name. Returns its size in bytes.
    static func finish(_ unfinished: UnfinishedFile) throws -> Int {
        let size = try FileManager.default.attributesOfItem(atPath: unfinished.path)[.size] as? Int ?? 0
        try unfinished.finish()
        return size
    }

    /// Copies page by page within one transaction that reads: what others write meanwhile is not in it. Returns what the
    /// original held in that transaction.
    private static func copy(_ path: String, to unfinished: String, called file: String) throws -> Holding {
        let source = try original(path)
        do {
            let target = try DatabaseQueue(path: unfinished)
            let holding = try source.read { database in
                let holding = try Holding(reading: database)
                try target.writeWithoutTransaction { try database.backup(to: $0) }
                return holding
            }
            // One file, with nothing beside it.
            _ = try target.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
            try target.close()
            try source.close()
            return holding
        } catch let error as DatabaseError where [.SQLITE_FULL, .SQLITE_READONLY].contains(error.resultCode) {
            // Only the copy is written.
            throw BackupError.notWritable(file)
        } catch let error as DatabaseError {
            throw fault(of: path, error)
        }
    }

    /// Opens what is to be copied. What goes wrong here says nothing of the file that is to be written.
    private static func original(_ path: String) throws -> DatabaseQueue {
        try DatabaseRights.requireReadable(path)
        do {
            return try DatabaseQueue(path: path, configuration: SQLiteStore.readingConfiguration)
        } catch let error as DatabaseError {
            throw fault(of: path, error)
        }
    }

    private static func fault(of path: String, _ error: DatabaseError) -> any Error {
        if DatabaseRights.areMissing(for: path, after: error) { return StoreError.forbidden(path) }
        let reason = error.message ?? "\(error.resultCode)"
        guard [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) else {
            return StoreError.unreadable(path, reason: reason)
        }
        return BackupError.unsound(["SQLite can't read it (\(reason)): \(DatabaseCheck.backIntoFolder)"])
    }

    private static func check(_ file: String, of folder: String, replacing isReplacing: Bool) throws {
        let live = URL(fileURLWithPath: SQLiteStore.path(in: folder)).resolvingSymlinksInPath().path
        let target = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
        guard !["", "-wal", "-shm", "-journal"].contains(where: { target == live + $0 }) else {
            throw BackupError.isTheOriginal(file)
        }
        try check(file, replacing: isReplacing)
    }

    /// That a file of this name may be written.
    static func check(_ file: String, replacing isReplacing: Bool) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) {
            if isFolder.boolValue { throw BackupError.isFolder(file) }
            if !isReplacing { throw BackupError.exists(file) }
        }
    }
}

/// Why no backup was made.
package enum BackupError: Error, Sendable, Equatable, CustomStringConvertible {
    case exists(String)
    case isFolder(String)
    case isTheOriginal(String)
    case notWritable(String)
    /// The copy is not sound, and so neither is the original.
    case unsound([String])
    case differs(String)

    package var description: String {
        switch self {
        case .exists(let file): "\(file): there is a file of this name: choose another, or replace it with --force"
        case .isFolder(let file): "\(file): this is a folder: name a file in it"
        case .isTheOriginal(let file): "\(file): this is the database itself: name another file"
        case .notWritable(let file): "\(file): it can't be written: choose another folder, or make room on the disk"
        case .unsound(let faults): faults.joined(separator: "\n")
        case .differs(let file): "\(file): the copy does not hold what the original holds: try again, on another disk"
        }
    }
}
