import Foundation

extension String: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) {
        writer.add(count: utf8.count)
        writer.add(utf8)
    }

    init(from reader: inout SnapshotReader) throws { self = try reader.text() }
}

extension Int: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) { writer.add(count: self) }
    init(from reader: inout SnapshotReader) throws { self = try reader.count() }
}

extension Bool: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) { writer.add(count: self ? 1 : 0) }

    init(from reader: inout SnapshotReader) throws {
        switch try reader.byte() {
        case 0: self = false
        case 1: self = true
        default: throw reader.fault
        }
    }
}

extension Date: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) {
        writer.add(count: Int(bitPattern: UInt(timeIntervalSince1970.bitPattern)))
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(timeIntervalSince1970: Double(bitPattern: UInt64(UInt(bitPattern: try reader.count()))))
    }
}

extension Optional: SnapshotCodable where Wrapped: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        (self != nil).write(to: &writer)
        try self?.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self = try Bool(from: &reader) ? try Wrapped(from: &reader) : nil
    }
}

extension Array: SnapshotCodable where Element: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        writer.add(count: count)
        for element in self {
            try element.write(to: &writer)
            try writer.spill()
        }
    }

    init(from reader: inout SnapshotReader) throws {
        let count = try reader.length()
        self = []
        reserveCapacity(Swift.min(count, 1 << 17))
        for _ in 0..<count { append(try Element(from: &reader)) }
    }
}

extension SnapshotCodable where Self: RawRepresentable<String> {
    func write(to writer: inout SnapshotWriter) { rawValue.write(to: &writer) }

    init(from reader: inout SnapshotReader) throws {
        guard let value = Self(rawValue: try reader.text()) else { throw reader.fault }
        self = value
    }
}

/// A part that few records have, as JSON: it is not worth a form of its own.
struct SnapshotJSON<Value: Codable>: SnapshotCodable {
    let value: Value

    init(_ value: Value) { self.value = value }

    func write(to writer: inout SnapshotWriter) throws {
        let data = try JSONEncoder().encode(value)
        writer.add(count: data.count)
        writer.add(data)
    }

    init(from reader: inout SnapshotReader) throws {
        value = try JSONDecoder().decode(Value.self, from: try reader.data())
    }
}
