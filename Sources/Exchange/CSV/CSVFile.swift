import Foundation

/// A table out of a spreadsheet: a row of headers, and below it rows with a cell for each header.
///
/// Encoding and delimiter are found out, because nobody who saves a sheet as CSV knows which they got. What can't be
/// read without guessing is refused with the row in which it stands.
package struct CSVFile: Hashable, Sendable {
    /// 5 MB.
    package static let mostBytes = 5_000_000
    /// Without the headers.
    package static let mostRows = 20_000
    package static let mostColumns = 200

    package struct Row: Hashable, Sendable {
        /// As a spreadsheet counts: the first row of the file is 1, and a row with line breaks in its cells is one row.
        package let number: Int
        /// As many as there are headers; without the mark that ``CSVWriter`` puts before what looks like a formula.
        package let cells: [String]
    }

    /// Trimmed, none empty, no two alike.
    package let headers: [String]
    /// Without the empty ones.
    package let rows: [Row]
    package let encoding: Encoding
    package let delimiter: Delimiter

    /// Throws what is wrong first.
    package init(_ data: Data) throws(Fault) {
        guard data.count <= Self.mostBytes else { throw .tooLarge(bytes: data.count) }
        let (text, encoding) = try Encoding.decode(data)
        let letters = ByteLetters.spell(text)
        let delimiter = Delimiter.sniff(letters)
        // The headers, the rows, and one to see that there are more.
        let raw = RawRows(letters, delimiter: delimiter, most: Self.mostRows + 2)
        if let row = raw.broken { throw .brokenQuotes(row: row) }
        guard raw.rows.count <= Self.mostRows + 1 else { throw .tooManyRows }
        let rows = raw.rows.enumerated().compactMap { index, cells in
            cells.allSatisfy(\.isBlank) ? nil : Row(number: index + 1, cells: cells.map(Self.cell))
        }
        guard let first = rows.first else { throw .empty }
        guard first.cells.count <= Self.mostColumns else { throw .tooManyColumns(first.cells.count) }
        headers = try Self.headers(first.cells)
        let (width, named) = (first.cells.count, headers.count)
        self.rows = try rows.dropFirst().map { row throws(Fault) in
            guard row.cells.count >= width, row.cells.dropFirst(width).allSatisfy(\.isBlank) else {
                throw .raggedRow(row.number, cells: row.cells.count, headers: width)
            }
            guard let stray = row.cells[named...].firstIndex(where: { !$0.isBlank }) else {
                return Row(number: row.number, cells: Array(row.cells.prefix(named)))
            }
            throw .emptyHeader(column: stray + 1)
        }
        self.encoding = encoding
        self.delimiter = delimiter
    }

    private static func cell(_ letters: String) -> String { FormulaMark.takeOff(ByteLetters.read(letters)) }

    /// Spreadsheets save columns that were once touched: those at the end without a header are no columns.
    private static func headers(_ cells: [String]) throws(Fault) -> [String] {
        let names = cells.map(\.trimmed)
        let count = (names.lastIndex { !$0.isEmpty } ?? -1) + 1
        var first: [String: Int] = [:]
        for (index, name) in names.prefix(count).enumerated() {
            guard !name.isEmpty else { throw .emptyHeader(column: index + 1) }
            if let other = first.updateValue(index, forKey: name.lowercased()) {
                throw .duplicateHeader(name, columns: [other + 1, index + 1])
            }
        }
        return Array(names.prefix(count))
    }
}

extension String {
    /// Without white space at the ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
