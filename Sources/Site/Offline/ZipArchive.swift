import CArchive
import Foundation

/// Files packed into one zip, in memory, by libarchive. The same files make the same bytes.
enum ZipArchive {
    enum Fault: Error { case failed(String) }

    struct File: Sendable {
        let path: String
        let bytes: [UInt8]
    }

    /// `modified` is in seconds since 1970, for every file.
    static func pack(_ files: [File], modified: Int) throws -> [UInt8] {
        // Deflated text is smaller than text; an entry has at most a kilobyte around it.
        let capacity = files.reduce(1_024) { $0 + $1.bytes.count + 2 * $1.path.utf8.count + 1_024 }
        // libarchive counts here until the archive is closed.
        let used = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        used.initialize(to: 0)
        defer { used.deallocate() }
        return try [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            guard let archive = archive_write_new() else { throw Fault.failed("no memory") }
            defer { archive_write_free(archive) }
            func check(_ result: Int32) throws {
                guard result >= ARCHIVE_WARN else {
                    throw Fault.failed(archive_error_string(archive).map { String(cString: $0) } ?? "\(result)")
                }
            }
            try check(archive_write_set_format_zip(archive))
            try check(archive_write_set_options(archive, "zip:compression=deflate,zip:compression-level=9"))
            // The last block is not filled up: a zip ends where its directory ends.
            try check(archive_write_set_bytes_in_last_block(archive, 1))
            try check(archive_write_open_memory(archive, buffer.baseAddress, buffer.count, used))
            for file in files {
                guard let entry = archive_entry_new() else { throw Fault.failed("no memory") }
                defer { archive_entry_free(entry) }
                archive_entry_set_pathname_utf8(entry, file.path)
                archive_entry_set_size(entry, Int64(file.bytes.count))
                // A plain file (AE_IFREG).
                archive_entry_set_filetype(entry, 0o100_000)
                archive_entry_set_perm(entry, 0o644)
                archive_entry_set_mtime(entry, modified, 0)
                try check(archive_write_header(archive, entry))
                let written = file.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
                guard written == file.bytes.count else { throw Fault.failed("short write") }
            }
            try check(archive_write_close(archive))
            count = used.pointee
        }
    }
}
