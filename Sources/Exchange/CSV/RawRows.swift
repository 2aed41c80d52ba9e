import SwiftCSV

/// The cells of a text as SwiftCSV reads them, with what it doesn't say itself: in which row quotation marks are wrong,
/// and whether one is never closed.
struct RawRows {
    var rows: [[String]] = []
    /// The row, counted from 1, in which the quotation marks don't match.
    var broken: Int?

    /// A last row of our own. A quotation mark that is never closed swallows it.
    private static let last = "\u{1}end"

    /// Reads `most` rows at most.
    init(_ letters: String, delimiter: CSVFile.Delimiter, most: Int) {
        let ending = letters.utf8.last.map { [0x0A, 0x0D].contains($0) } ?? true ? "" : "\n"
        var rows: [[String]] = []
        do {
            // With a limit of no rows only the headers are read here; the rows below come as they are, short ones too.
            let csv = try CSV<Enumerated>(
                string: letters + ending + Self.last + "\n", delimiter: .character(delimiter.rawValue),
                loadColumns: false, rowLimit: 0)
            try csv.enumerateAsArray(rowLimit: most) { rows.append($0) }
            if rows.last == [Self.last] {
                rows.removeLast()
            } else if rows.count < most {
                broken = rows.count
            }
        } catch {
            broken = rows.count + 1
        }
        self.rows = rows
    }
}

/// Text spelled with one letter for each of its bytes.
///
/// SwiftCSV goes by letters as people see them, and would take a delimiter and the accent that begins the next cell for
/// one letter. Letters of one byte never melt, so that any text comes back as it was.
enum ByteLetters {
    static func spell(_ text: String) -> String {
        String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
    }

    static func read(_ letters: String) -> String {
        String(decoding: letters.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
    }
}
