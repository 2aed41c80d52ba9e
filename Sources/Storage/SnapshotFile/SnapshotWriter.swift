import Editorial

/// Writes values one after the other.
struct SnapshotWriter {
    private static let chunk = 1 << 16

    private var file: ProvenFile.Writer
    private var buffer: [UInt8] = []

    init(to file: ProvenFile.Writer) { self.file = file }

    mutating func add(_ bytes: some Collection<UInt8>) { buffer.append(contentsOf: bytes) }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow (LEB128, DWARF 5, section 7.6).
    mutating func add(count: Int) {
        var rest = UInt(bitPattern: count)
        while rest >= 0x80 {
            buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        buffer.append(UInt8(rest))
    }

    /// Hands on what has gathered: between two elements.
    mutating func spill() throws {
        guard buffer.count >= Self.chunk else { return }
        try file.add(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Hands on all of it.
    consuming func finish() throws -> ProvenFile.Writer {
        var file = file
        try file.add(buffer)
        return file
    }
}

/// What stands in a snapshot file: its fields one after the other, without names.
protocol SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws
    init(from reader: inout SnapshotReader) throws
}
