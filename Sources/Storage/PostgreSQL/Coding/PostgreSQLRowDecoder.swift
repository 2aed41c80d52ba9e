import Editorial
import Foundation

/// Makes a row out of the values of its columns. Columns that the row does not know are left aside.
struct PostgreSQLRowDecoder: Decoder {
    let table: String
    let places: [String: Int]
    let values: [PostgreSQLValue]

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Columns(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw error("a column") }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw error("a column") }

    private func error(_ column: String) -> StoreError {
        .unreadable("a row of \(table)", reason: "\(column) makes no sense")
    }

    private struct Columns<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let decoder: PostgreSQLRowDecoder
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { decoder.places.keys.compactMap { Key(stringValue: $0) } }

        func contains(_ key: Key) -> Bool { decoder.places[key.stringValue] != nil }

        func value(_ key: Key) throws -> PostgreSQLValue {
            guard let place = decoder.places[key.stringValue] else { throw decoder.error(key.stringValue) }
            return decoder.values[place]
        }

        func decodeNil(forKey key: Key) throws -> Bool { try value(key) == .null }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            let value: Any? =
                switch try value(key) {
                case .text(let text): text
                case .bytes(let data): data
                case .null: nil
                case .integer(let number):
                    if type == Bool.self {
                        number != 0
                    } else if type == Int.self {
                        Int(number)
                    } else {
                        number
                    }
                }
            guard let value = value as? Value else { throw decoder.error(key.stringValue) }
            return value
        }

        func nestedContainer<Inner: CodingKey>(
            keyedBy: Inner.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Inner> { throw decoder.error(key.stringValue) }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            throw decoder.error(key.stringValue)
        }

        func superDecoder() throws -> any Decoder { throw decoder.error("super") }
        func superDecoder(forKey key: Key) throws -> any Decoder { throw decoder.error(key.stringValue) }
    }
}

extension PostgreSQLTable {
    /// Its rows, as rows of the table that they were read from.
    func decoded<Row: KeptRow>(as type: Row.Type) throws -> [Row] {
        let places = Dictionary(zip(columns, columns.indices), uniquingKeysWith: { first, _ in first })
        return try rows.map { try Row(from: PostgreSQLRowDecoder(table: Row.table, places: places, values: $0)) }
    }
}
