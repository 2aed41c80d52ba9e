import Foundation

/// Turns a row into the values of its columns, in their order. What is nil is null.
struct PostgreSQLRowEncoder: Encoder {
    /// What was encoded so far.
    private final class Fields {
        var columns: [String] = []
        var values: [PostgreSQLValue] = []
    }

    private let fields = Fields()

    static func encode(_ row: some KeptRow) throws -> (columns: [String], values: [PostgreSQLValue]) {
        let encoder = Self()
        try row.encode(to: encoder)
        return (encoder.fields.columns, encoder.fields.values)
    }

    // MARK: Encoder

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Columns(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { Nowhere() }
    func singleValueContainer() -> any SingleValueEncodingContainer { Nowhere() }

    private struct Columns<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: PostgreSQLRowEncoder
        var codingPath: [any CodingKey] { [] }

        func add(_ value: PostgreSQLValue, _ key: Key) {
            encoder.fields.columns.append(key.stringValue)
            encoder.fields.values.append(value)
        }

        func encodeNil(forKey key: Key) { add(.null, key) }

        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
            switch value {
            case let text as String: add(.text(text), key)
            case let number as Int: add(.integer(Int64(number)), key)
            case let number as Int64: add(.integer(number), key)
            case let truth as Bool: add(.integer(truth ? 1 : 0), key)
            case let data as Data: add(.bytes(data), key)
            default: throw Nowhere.error(value)
            }
        }

        private func addIfPresent(_ value: (some Encodable)?, _ key: Key) throws {
            if let value { try encode(value, forKey: key) } else { add(.null, key) }
        }

        // One for each type: the defaults, which would leave out what is nil, go before a function for all.
        func encodeIfPresent(_ value: String?, forKey key: Key) throws { try addIfPresent(value, key) }
        func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try addIfPresent(value, key) }
        func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try addIfPresent(value, key) }
        func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try addIfPresent(value, key) }
        func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws { try addIfPresent(value, key) }

        func nestedContainer<Inner: CodingKey>(keyedBy: Inner.Type, forKey: Key) -> KeyedEncodingContainer<Inner> {
            KeyedEncodingContainer(Columns<Inner>(encoder: encoder))
        }

        func nestedUnkeyedContainer(forKey: Key) -> any UnkeyedEncodingContainer { Nowhere() }
        func superEncoder() -> any Encoder { encoder }
        func superEncoder(forKey: Key) -> any Encoder { encoder }
    }

    /// A column holds one value: whatever is more has no place in a row.
    private struct Nowhere: UnkeyedEncodingContainer, SingleValueEncodingContainer {
        var codingPath: [any CodingKey] { [] }
        var count: Int { 0 }

        static func error(_ value: Any) -> EncodingError {
            .invalidValue(value, .init(codingPath: [], debugDescription: "no column can hold it"))
        }

        func encodeNil() throws { throw Self.error("nil") }
        func encode<Value: Encodable>(_ value: Value) throws { throw Self.error(value) }

        func nestedContainer<Inner: CodingKey>(keyedBy: Inner.Type) -> KeyedEncodingContainer<Inner> {
            KeyedEncodingContainer(Columns<Inner>(encoder: PostgreSQLRowEncoder()))
        }

        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
        func superEncoder() -> any Encoder { PostgreSQLRowEncoder() }
    }
}
