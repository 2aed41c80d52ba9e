import Mapping

/// The tables of a report of the landscape and of a comparison. The raw value is the name of the file as CSV: never
/// change one.
package enum ReportTable: String, CaseIterable, Sendable {
    case kinds, languages, pillars, themes, audiences, ages, places, formats
    case themesByAudience = "themes-by-audience"
    case themesByLanguage = "themes-by-language"
    case themesByPlace = "themes-by-place"
    case gaps, organisations, years, began, ended
    case pillarsByKind = "pillars-by-kind"
    case audiencesByLanguage = "audiences-by-language"
    case agesByLanguage = "ages-by-language"
    case formatsByLanguage = "formats-by-language"
    case beganByFormat = "began-by-format"
    // Of comparisons.
    case changes, values, new, gone
    case nowEnded = "now-ended"
    case gapsClosed = "gaps-closed"
    case gapsOpened = "gaps-new"
    case gapsEntered = "gaps-new-among-first"
    case gapsLeft = "gaps-no-longer-among-first"
    case covered
    case uncovered = "no-longer-covered"
    case newByKind = "new-by-kind"
    case newByFormat = "new-by-format"

    static let ending = ".csv"

    /// Out of the last step of an address.
    init?(file: String) {
        guard file.hasSuffix(Self.ending) else { return nil }
        self.init(rawValue: String(file.dropLast(Self.ending.count)))
    }

    var file: String { rawValue + Self.ending }
}

/// A table in a report.
struct ReportedTable: Sendable {
    let file: ReportTable
    /// All of it, as it is handed out as CSV.
    let figures: FigureTable
    /// What is remarkable about a cell: by row, then by column without the heading of the row. Empty: nothing.
    var marks: [[FigureMark?]] = []
    /// How many columns without the heading stand beside each other: more would not fit on paper.
    var width = 7
    /// What is said below it.
    var note: String?

    /// More rows than this are only in the CSV; the page says so.
    static let mostRows = 300

    /// The columns of each part, without the heading of the rows.
    var parts: [Range<Int>] {
        let count = max(figures.header.count - 1, 0)
        guard count > width else { return [0..<count] }
        return stride(from: 0, to: count, by: width).map { $0..<min($0 + width, count) }
    }

    func mark(row: Int, column: Int) -> FigureMark? {
        marks.indices.contains(row) && marks[row].indices.contains(column) ? marks[row][column] : nil
    }
}

/// A section of a report: words, then tables.
struct ReportSection: Sendable {
    /// Its place on the page, as in `#gaps`.
    let id: String
    let title: String
    var text: [String] = []
    var tables: [ReportedTable] = []
    /// Annexes have no number.
    var isAnnex = false
}
