extension CSVFile {
    /// Why a file can't be taken as a table.
    package enum Fault: Error, Hashable, Sendable {
        case empty
        case tooLarge(bytes: Int)
        case tooManyRows
        case tooManyColumns(Int)
        /// The file of a spreadsheet program (Excel, OpenDocument) itself.
        case workbook
        case notText
        /// Columns are counted from 1.
        case emptyHeader(column: Int)
        case duplicateHeader(String, columns: [Int])
        /// A row that has not as many cells as there are headers: nobody knows which of them is missing.
        case raggedRow(Int, cells: Int, headers: Int)
        /// A quotation mark that is never closed, or that stands in the middle of a cell.
        case brokenQuotes(row: Int)
    }
}

extension CSVFile.Fault: CustomStringConvertible {
    /// What is wrong and what to do, in English.
    package var description: String {
        switch self {
        case .empty: "the file is empty: save the sheet again as CSV"
        case .tooLarge(let bytes):
            "the file has \(bytes) bytes, more than \(CSVFile.mostBytes): split it into several files"
        case .tooManyRows: "the file has more than \(CSVFile.mostRows) rows: split it into several files"
        case .tooManyColumns(let count):
            "the file has \(count) columns, more than \(CSVFile.mostColumns): keep those that are to be read"
        case .workbook: "this is the file of a spreadsheet program: save the sheet as CSV (UTF-8), and send that file"
        case .notText: "this is no text file: save the sheet as CSV (UTF-8), and send that file"
        case .emptyHeader(let column): "column \(column) has no header: name it in the first row, or take it away"
        case .duplicateHeader(let name, let columns):
            "the header ‘\(name)’ stands over columns \(columns.map(String.init).joined(separator: " and ")): "
                + "give each a name of its own"
        case .raggedRow(let row, let cells, let headers):
            "row \(row) has \(cells) cells, but there are \(headers) headers: "
                + "put cells that hold the delimiter in quotation marks, and fill the last column in every row"
        case .brokenQuotes(let row):
            "the quotation marks in row \(row) don't match: put the whole cell in quotation marks and double those inside"
        }
    }
}
