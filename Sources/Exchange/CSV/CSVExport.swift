import Catalogue
import Foundation

/// A sheet of records, as ``ImportPreview`` reads it back.
package struct CSVExport: Sendable {
    package let columns: [RecordColumn]
    private let writer: CSVWriter

    package init(columns: [RecordColumn] = RecordColumn.allCases, delimiter: CSVFile.Delimiter = .semicolon) {
        self.columns = columns
        writer = CSVWriter(delimiter: delimiter)
    }

    /// One row a record, in the order given.
    package func data(of records: [Record]) -> Data {
        writer.data(
            headers: columns.map(\.name), rows: records.map { record in columns.map { record.cell($0) } })
    }
}
