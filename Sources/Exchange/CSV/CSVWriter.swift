import Foundation

/// Writes tables that every spreadsheet opens, and that ``CSVFile`` reads back the same (RFC 4180).
///
/// With a byte order mark, without which Excel takes UTF-8 for Windows-1252. Formulas are made harmless
/// (``FormulaMark``).
package struct CSVWriter: Sendable {
    package static let mediaType = "text/csv; charset=utf-8; header=present"

    private let delimiter: CSVFile.Delimiter

    /// Excel splits at the semicolon where the comma is the sign of decimals, as in Belgium.
    package init(delimiter: CSVFile.Delimiter = .semicolon) { self.delimiter = delimiter }

    package func data(headers: [String], rows: [[String]]) -> Data {
        var bytes = Self.byteOrderMark
        for row in [headers] + rows { append(row, to: &bytes) }
        return Data(bytes)
    }

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// One row, with the end of its line.
    func append(_ row: [String], to bytes: inout [UInt8]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes += String(delimiter.rawValue).utf8 }
            append(FormulaMark.put(on: cell), to: &bytes)
        }
        bytes += "\r\n".utf8
    }

    /// Sections 2.5 to 2.7. All delimiters are quoted, not only ours, so that nobody who guesses guesses wrong.
    private func append(_ cell: String, to bytes: inout [UInt8]) {
        let needsQuotes =
            cell.first?.isWhitespace ?? false || cell.last?.isWhitespace ?? false
            || cell.utf8.contains(where: Self.structural.contains)
        guard needsQuotes else { return bytes += cell.utf8 }
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        for byte in cell.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private static let structural = Array(";,\t|\"\r\n".utf8)
}
