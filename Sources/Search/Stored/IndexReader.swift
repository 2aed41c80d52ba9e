/// Reads what ``IndexWriter`` wrote.
package struct IndexReader {
    /// It ends too early, or says something impossible.
    struct Fault: Error {}

    private var rest: UnsafeRawBufferPointer
    private let letGo: (UnsafeRawBufferPointer) -> Void

    /// - Parameters:
    ///   - bytes: must stay as long as the reader does.
    ///   - letGo: is told of bytes that won't be looked at again.
    package init(_ bytes: UnsafeRawBufferPointer, letGo: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }) {
        rest = bytes
        self.letGo = letGo
    }

    package mutating func number() throws -> Int {
        Int(truncatingIfNeeded: try take(8).loadUnaligned(as: UInt64.self))
    }

    mutating func column<Element: BitwiseCopyable>(of type: Element.Type = Element.self) throws -> [Element] {
        let count = try count(of: MemoryLayout<Element>.stride)
        let bytes = try take(count * MemoryLayout<Element>.stride)
        return [Element](unsafeUninitializedCapacity: count) { room, used in
            UnsafeMutableRawBufferPointer(room).copyMemory(from: bytes)
            letGo(bytes)
            used = count
        }
    }

    mutating func text() throws -> String { String(decoding: try column(of: UInt8.self), as: UTF8.self) }

    mutating func texts() throws -> [String] {
        let count = try count(of: 8)
        var texts: [String] = []
        texts.reserveCapacity(count)
        for _ in 0..<count { texts.append(try text()) }
        return texts
    }

    mutating func table<Value>(_ body: (inout IndexReader) throws -> Value) throws -> [String: Value] {
        var table: [String: Value] = [:]
        for _ in 0..<(try count(of: 8)) {
            let name = try text()
            table[name] = try body(&self)
        }
        return table
    }

    /// A number of things that take at least so many bytes each.
    mutating func count(of size: Int) throws -> Int {
        let count = try number()
        guard count >= 0, count <= rest.count / size else { throw Fault() }
        return count
    }

    private mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
        guard count <= rest.count else { throw Fault() }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        return UnsafeRawBufferPointer(rebasing: rest[..<count])
    }
}
