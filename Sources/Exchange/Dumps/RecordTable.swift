import Catalogue
import Foundation

/// All records as one table, made row by row: a catalogue of any size takes no more memory than a row.
package struct RecordTable: Sendable {
    /// For whom it is written.
    package enum Dialect: Sendable {
        /// For programs: commas, as RFC 4180 has it.
        case programs
        /// For Excel in Belgium: semicolons and a byte order mark (``CSVWriter``).
        case excel
    }

    package enum Column: Hashable, Sendable {
        /// The name of the record on the web.
        case uri
        /// When it was published last (ISO 8601).
        case modified
        case record(RecordColumn)

        package var name: String {
            switch self {
            case .uri: "uri"
            case .modified: "modified"
            case .record(let column): column.name
            }
        }
    }

    /// The last one is never empty (``RecordColumn``).
    package static let columns: [Column] = [.uri, .modified] + RecordColumn.allCases.map { .record($0) }

    private let catalogue: Catalogue
    private let log: ChangeLog
    private let addresses: PublicAddresses
    private let dialect: Dialect

    package init(_ catalogue: Catalogue, log: ChangeLog, addresses: PublicAddresses, dialect: Dialect = .programs) {
        self.catalogue = catalogue
        self.log = log
        self.addresses = addresses
        self.dialect = dialect
    }

    /// The head, then a row a record, in the order of their ids; without those that are withdrawn or set aside.
    package var rows: some Sequence<[UInt8]> {
        let writer = CSVWriter(delimiter: dialect == .excel ? .semicolon : .comma)
        return (-1..<catalogue.records.count).lazy.map { place in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(2_048)
            if place < 0 {
                if dialect == .excel { bytes = CSVWriter.byteOrderMark }
                writer.append(Self.columns.map(\.name), to: &bytes)
            } else {
                writer.append(Self.columns.map { cell($0, of: catalogue.records[place]) }, to: &bytes)
            }
            return bytes
        }
    }

    private func cell(_ column: Column, of record: Record) -> String {
        switch column {
        case .uri: addresses.record(record.id)
        case .modified: log[record.id]?.last.formatted(.iso8601) ?? ""
        case .record(let column): record.cell(column)
        }
    }
}
