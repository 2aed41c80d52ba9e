import CPostgres
import Foundation

/// Numbers of types (https://www.postgresql.org/docs/15/catalog-pg-type.html, src/include/catalog/pg_type.dat).
private enum PostgreSQLType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
}

/// A value on its way to the server.
struct PostgreSQLParameter {
    let type: Oid
    /// Nil: NULL. A text ends with a zero byte.
    let bytes: [UInt8]?
    let length: Int32
    /// 0: text; 1: binary.
    let format: Int32

    init(_ value: PostgreSQLValue) {
        switch value {
        case .null: (type, bytes, length, format) = (0, nil, 0, 0)
        case .text(let text): (type, bytes, length, format) = (PostgreSQLType.text, Array(text.utf8) + [0], 0, 0)
        case .integer(let number):
            (type, bytes, length, format) = (PostgreSQLType.int8, Array(String(number).utf8) + [0], 0, 0)
        case .bytes(let data):
            // One byte more, so that there is something to point at where it is empty.
            (type, bytes, length, format) = (PostgreSQLType.bytea, Array(data) + [0], Int32(data.count), 1)
        }
    }
}

extension PostgreSQLTable {
    init(_ result: OpaquePointer) {
        let width = PQnfields(result)
        columns = (0..<width).map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
        let types = (0..<width).map { PQftype(result, $0) }
        rows = (0..<PQntuples(result)).map { row in
            (0..<width).map { column in PostgreSQLValue(result, row, column, types[Int(column)]) }
        }
        affected = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }
}

extension PostgreSQLValue {
    fileprivate init(_ result: OpaquePointer, _ row: Int32, _ column: Int32, _ type: Oid) {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
            self = .null
            return
        }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        let text = String(decoding: bytes, as: UTF8.self)
        switch type {
        case PostgreSQLType.int2, PostgreSQLType.int4, PostgreSQLType.int8: self = .integer(Int64(text) ?? 0)
        case PostgreSQLType.bool: self = .integer(text == "t" ? 1 : 0)
        case PostgreSQLType.bytea: self = .bytes(Data(hexadecimal: bytes.dropFirst(2)))
        default: self = .text(text)
        }
    }
}

extension PostgreSQLError {
    init(_ result: OpaquePointer) {
        // PG_DIAG_SQLSTATE is a character in C.
        let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
        let message = PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) }
        // An answer without a state comes from libpq itself: the connection is gone.
        self.init(state: state ?? "08006", message: message ?? "no reason given")
    }
}

extension Data {
    fileprivate init(hexadecimal digits: some Collection<UInt8>) {
        self.init(capacity: digits.count / 2)
        var high: UInt8?
        for digit in digits {
            let value = digit < UInt8(ascii: "a") ? digit & 0xf : digit - UInt8(ascii: "a") + 10
            if let first = high { append(first << 4 | value) }
            high = high == nil ? value : nil
        }
    }
}

/// Calls with pointers to bytes that stay where they are for as long as the call lasts.
func withPointers<Result>(
    to values: [[UInt8]?], _ body: ([UnsafePointer<CChar>?]) throws -> Result
) rethrows -> Result {
    let all = values.flatMap { $0 ?? [] }
    return try all.withUnsafeBytes { buffer in
        var place = 0
        return try body(
            values.map { bytes in
                guard let bytes, let start = buffer.baseAddress else { return nil }
                defer { place += bytes.count }
                return (start + place).assumingMemoryBound(to: CChar.self)
            })
    }
}

func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafePointer<CChar>?]) throws -> Result
) rethrows -> Result {
    try withPointers(to: strings.map { Array($0.utf8) + [0] }, body)
}
