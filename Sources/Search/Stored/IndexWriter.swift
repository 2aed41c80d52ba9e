/// Writes an index as bytes: numbers as this machine has them, so that whole columns are copied at once. What is written
/// is read by the same program on the same machine only.
package struct IndexWriter {
    private let sink: (UnsafeRawBufferPointer) throws -> Void

    /// `sink` gets the bytes in their order, in pieces of any length.
    package init(_ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.sink = sink }

    package func add(_ number: Int) throws { try withUnsafeBytes(of: UInt64(bitPattern: Int64(number)), sink) }

    /// A column of numbers; nothing that holds memory of its own.
    func add<Element: BitwiseCopyable>(_ column: [Element]) throws {
        try add(column.count)
        try column.withUnsafeBytes(sink)
    }

    func add(_ text: String) throws { try add(Array(text.utf8)) }

    func add(_ texts: [String]) throws {
        try add(texts.count)
        for text in texts { try add(text) }
    }

    /// A table by names, in their order.
    func add<Value>(_ table: [String: Value], _ body: (Value) throws -> Void) throws {
        try add(table.count)
        for (name, value) in table.sorted(by: { $0.key < $1.key }) {
            try add(name)
            try body(value)
        }
    }
}
