import Editorial
import Foundation
import GRDB

/// Puts a backup in the place of the database of a data folder.
package enum SQLiteRestore {
    /// What was brought back, and where the database that stood there before is now.
    package struct Outcome: Sendable {
        package let holding: Holding
        /// Nil where there was none.
        package let aside: String?
    }

    /// Proves the backup, copies it into the folder under another name, proves the copy, and only then lets it take the
    /// name of the database. Whenever this is cut off, the folder holds the old database or the new one.
    package static func restore(
        _ file: String, to folder: String, replacing isReplacing: Bool = false, clock: () -> Date = { Date() }
    ) throws -> Outcome {
        let path = SQLiteStore.path(in: folder)
        let original = try sound(file)
        do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
            throw StoreError.folderNotWritable(folder, reason: "it can't be made")
        }
        guard access(folder, W_OK) == 0 else {
            throw StoreError.folderNotWritable(folder, reason: "permission denied")
        }
        guard let lock = try FolderLock(alone: folder) else { throw RestoreError.inUse(folder) }
        defer { withExtendedLifetime(lock) {} }
        guard isReplacing || !FileManager.default.fileExists(atPath: path) else { throw RestoreError.exists(path) }

        let unfinished = try UnfinishedFile(for: path)
        defer { unfinished.remove() }
        try copy(file, to: unfinished.path)
        give(unfinished.path, toOwnerOf: folder)
        guard try sound(unfinished.path) == original else { throw BackupError.differs(path) }

        let aside = FileManager.default.fileExists(atPath: path) ? try setAside(path, at: clock()) : nil
        // What was made of the old database is made again of the new one.
        unlink(SnapshotFile(folder: folder).path)
        try unfinished.finish()
        guard try sound(path) == original else { throw BackupError.differs(path) }
        return Outcome(holding: original, aside: aside)
    }

    private static func sound(_ file: String) throws -> Holding {
        let check = try DatabaseCheck(of: file)
        guard check.faults.isEmpty, let holding = check.holding else { throw RestoreError.unsound(file, check.faults) }
        return holding
    }

    private static func copy(_ file: String, to unfinished: String) throws {
        do {
            let source = try DatabaseQueue(path: file, configuration: SQLiteStore.readingConfiguration)
            let target = try DatabaseQueue(path: unfinished)
            try source.backup(to: target)
            _ = try target.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
            try target.close()
            try source.close()
        } catch let error as DatabaseError {
            throw StoreError(error, at: unfinished) ?? error
        }
    }

    /// Whoever brings a backup back, the site must be able to open it: the file belongs to whom the folder belongs to. Only
    /// root may give files away; with anybody else they stay theirs.
    private static func give(_ file: String, toOwnerOf folder: String) {
        var status = stat()
        guard stat(folder, &status) == 0 else { return }
        _ = chown(file, status.st_uid, status.st_gid)
    }

    /// Gives the old database a second name with the day and the time in it. It keeps its own until the new one takes it.
    private static func setAside(_ path: String, at date: Date) throws -> String {
        let moment = date.ISO8601Format().filter { $0 != "-" && $0 != ":" }
        let name = "\(path).before-\(moment)"
        // A number follows where two restores fall in one second.
        let aside = [name] + (2...99).map { "\(name)-\($0)" }
        guard let aside = aside.first(where: { !FileManager.default.fileExists(atPath: $0) }) else {
            throw BackupError.exists(name)
        }
        // Nobody else has it open: what stands in the write-ahead log is written back, and the log goes. A log that is
        // still there would be read as one of the new database.
        if let old = try? DatabaseQueue(path: path) {
            _ = try? old.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try? old.close()
        }
        try secondName(aside, for: path)
        for ending in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
            try secondName(aside + ending, for: path + ending)
            unlink(path + ending)
        }
        UnfinishedFile.bringToDisk((path as NSString).deletingLastPathComponent)
        return aside
    }

    private static func secondName(_ aside: String, for path: String) throws {
        if link(path, aside) == 0 { return }
        // Not every disk knows second names.
        do { try FileManager.default.copyItem(atPath: path, toPath: aside) } catch {
            throw BackupError.notWritable(aside)
        }
    }
}

/// Why nothing was brought back.
package enum RestoreError: Error, Sendable, Equatable, CustomStringConvertible {
    case unsound(String, [String])
    case inUse(String)
    case exists(String)
    /// Nothing is mixed with what is there.
    case notEmpty(String, table: String)

    package var description: String {
        switch self {
        case .unsound(let file, let faults): faults.map { "\(file): \($0)" }.joined(separator: "\n")
        case .inUse(let folder): "\(folder): a site or another command uses this folder: stop it first"
        case .exists(let path):
            "\(path): there is a database here: --force puts it aside under a name with the day, and takes the backup"
        case .notEmpty(let place, let table):
            "\(place): there are rows in its table \(table) already: name an empty database or folder"
        }
    }
}
