import Editorial
import Foundation
import GRDB

/// What the rights of files allow. A database that may not be opened is not damaged, and one that may not be looked for is
/// not missing: nobody must bring a backup back because a command was run as the wrong user.
enum DatabaseRights {
    /// Throws ``StoreError/forbidden(_:)`` where this program may not read a file, and ``StoreError/unreadable(_:reason:)``
    /// where there is none.
    static func requireReadable(_ file: String) throws(StoreError) {
        guard access(file, R_OK) != 0 else { return }
        switch errno {
        case EACCES, EPERM: throw .forbidden(file)
        case ENOENT, ENOTDIR: throw .unreadable(file, reason: "there is no such file")
        case let code: throw .unreadable(file, reason: String(cString: strerror(code)))
        }
    }

    /// Whether SQLite refused a file because of missing rights, and not because of what is in it. Who only reads needs the
    /// files beside it as well: there SQLite notes who reads.
    static func areMissing(for file: String, after error: DatabaseError) -> Bool {
        let refusals: [ResultCode] = [.SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH]
        guard refusals.contains(error.resultCode) else { return false }
        let folder = (file as NSString).deletingLastPathComponent
        if access(folder.isEmpty ? "." : folder, W_OK | X_OK) != 0 { return true }
        return ["-wal", "-shm"].contains { access(file + $0, R_OK | W_OK) != 0 && errno != ENOENT }
    }
}

extension SQLiteStore {
    /// Whether a folder holds a database. Throws ``StoreError/forbidden(_:)`` where this program may not look.
    package static func isThere(in folder: String) throws(StoreError) -> Bool {
        guard access(path(in: folder), F_OK) != 0 else { return true }
        guard errno != EACCES else { throw .forbidden(folder) }
        return false
    }
}
