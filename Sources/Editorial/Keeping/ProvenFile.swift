import Crypto
import Foundation

/// A file that is a copy of something and is there as a whole or not at all: replaced by renaming, and checked by the
/// SHA-256 of all that stands before it.
package struct ProvenFile: Sendable {
    package let path: String
    /// The first bytes: what the file is, and how it is written. One that begins in another way is another's.
    private let beginning: [UInt8]

    package init(path: String, beginning: String) {
        self.path = path
        self.beginning = Array(beginning.utf8)
    }

    /// What `body` makes of the bytes behind the beginning; nil where there is no file, or another's.
    ///
    /// Throws ``StoreError/damaged(_:reason:)`` where the bytes are no longer those that were written or make no sense to
    /// `body`, and ``StoreError/unreadable(_:reason:)`` where the file can't be opened.
    package func read<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) throws(StoreError) -> Value? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .unreadable(path, reason: String(cString: strerror(errno)))
        }
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        guard size > 0 else { throw .damaged(path, reason: "it is empty") }
        guard let place = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), place != MAP_FAILED else {
            throw .unreadable(path, reason: String(cString: strerror(errno)))
        }
        defer { munmap(place, size) }
        return try value(of: UnsafeRawBufferPointer(start: place, count: size), body)
    }

    private func value<Value>(
        of bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Value
    ) throws(StoreError) -> Value? {
        guard bytes.starts(with: beginning.prefix(bytes.count)) else { return nil }
        let end = bytes.count - SHA256.byteCount
        guard end >= beginning.count, Self.hash(of: bytes[..<end]).elementsEqual(bytes[end...]) else {
            throw .damaged(path, reason: "its checksum differs")
        }
        do { return try body(UnsafeRawBufferPointer(rebasing: bytes[beginning.count..<end])) } catch {
            throw .damaged(path, reason: "\(error)")
        }
    }

    private static func hash(of bytes: Slice<UnsafeRawBufferPointer>) -> SHA256.Digest {
        var hash = SHA256()
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<min(bytes.count, start + chunk)])
            hash.update(bufferPointer: piece)
            letGo(piece)
        }
        return hash.finalize()
    }

    /// How much is read before memory is given back.
    package static let chunk = 8 << 20

    /// Gives back the memory of bytes out of ``read(_:)``. They come back from the file if they are looked at again.
    package static func letGo(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.baseAddress else { return }
        let page = Int(getpagesize())
        let start = UInt(bitPattern: first) / UInt(page) * UInt(page)
        let length = Int(UInt(bitPattern: first) - start) + bytes.count / page * page
        guard length >= page, let place = UnsafeMutableRawPointer(bitPattern: start) else { return }
        _ = madvise(place, length, Int32(MADV_DONTNEED))
    }

    /// Puts what `body` writes in the place of the file: all of it is on disk before it gets the name. Two programs that do so
    /// at once spoil each other's, which the checksum shows to whoever reads it. Throws what the file system says.
    package func replace(_ body: (inout Writer) throws -> Void) throws {
        let next = path + ".new"
        try Data().write(to: URL(filePath: next))
        do {
            let file = try FileHandle(forWritingTo: URL(filePath: next))
            defer { try? file.close() }
            var writer = Writer(file)
            try writer.add(beginning)
            try body(&writer)
            try writer.finish()
            try file.synchronize()
            guard rename(next, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(atPath: next)
            throw error
        }
    }

    /// Takes the bytes of the file in their order.
    package struct Writer {
        private static let chunk = 1 << 20

        private let file: FileHandle
        private var hash = SHA256()
        private var gathered: [UInt8] = []

        fileprivate init(_ file: FileHandle) { self.file = file }

        package mutating func add(_ bytes: UnsafeRawBufferPointer) throws {
            gathered.append(contentsOf: bytes)
            if gathered.count >= Self.chunk { try spill() }
        }

        package mutating func add(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try add($0) } }

        fileprivate mutating func finish() throws {
            try spill()
            try file.write(contentsOf: Data(hash.finalize()))
        }

        private mutating func spill() throws {
            hash.update(data: gathered)
            try file.write(contentsOf: gathered)
            gathered.removeAll(keepingCapacity: true)
        }
    }
}
