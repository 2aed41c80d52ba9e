import Editorial
import Foundation

/// That a program uses a data folder. Many may at once; whoever exchanges the database must be alone.
///
/// The system takes the lock away when the program ends, however it ends. The file itself stays and holds nothing.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Shares the folder with other programs; nil where a disk does not allow it, which is no reason not to open. Throws
    /// ``StoreError/unreadable(_:reason:)`` while the database is being exchanged.
    init?(sharing folder: String) throws {
        descriptor = Self.open(folder)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else {
            // The descriptor is closed in `deinit`, here and below.
            if errno == EWOULDBLOCK {
                throw StoreError.unreadable(folder, reason: "a restore is going on: wait until it has ended")
            }
            return nil
        }
    }

    /// Has the folder alone; nil while another program uses it. Throws ``StoreError/forbidden(_:)`` or
    /// ``StoreError/folderNotWritable(_:reason:)`` where that can't be found out.
    init?(alone folder: String) throws {
        descriptor = Self.open(folder)
        if descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
        guard descriptor >= 0, errno == EWOULDBLOCK else {
            if errno == EACCES { throw StoreError.forbidden(folder) }
            throw StoreError.folderNotWritable(folder, reason: String(cString: strerror(errno)))
        }
        return nil
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    private static func open(_ folder: String) -> Int32 {
        let descriptor = Foundation.open(folder + "/lock", O_RDONLY | O_CREAT | O_CLOEXEC, 0o644)
        var status = stat()
        // An administrator may have been first: whose folder it is can look at it all the same. It holds nothing.
        if descriptor >= 0, stat(folder, &status) == 0, status.st_uid != geteuid() { _ = fchmod(descriptor, 0o644) }
        return descriptor
    }
}
