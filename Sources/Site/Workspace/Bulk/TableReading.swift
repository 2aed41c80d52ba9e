import Editorial
import Exchange
import Foundation

/// Where tables are read and written: twenty thousand rows take seconds, and have no place on the threads that answer
/// requests.
struct TableReading: Sendable {
    private let threads = Derivations()

    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await threads.run(work)
    }

    /// Throws a ``CSVFile/Fault``.
    func file(_ bytes: Data) async throws -> CSVFile { try await run { try CSVFile(bytes) } }
}

extension ColumnMapping {
    /// The names of the columns, by header.
    package var names: [String: String] {
        Dictionary(
            headers.compactMap { header in self[header].map { (header, $0.name) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// As it was kept for a table with these headers.
    package init(headers: [String], names: [String: String]) {
        self.init(headers: headers, columns: names.compactMapValues { RecordColumn(name: $0) })
    }
}
