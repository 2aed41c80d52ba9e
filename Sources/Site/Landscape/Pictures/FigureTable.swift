import Catalogue
import Exchange
import Foundation

/// The figures of a picture as a table: on the page, and as CSV.
struct FigureTable: Hashable, Sendable {
    /// The file in which it is handed out; nil where it is not.
    let file: LandscapeTable?
    /// What it shows, also the name of the table for a screen reader.
    let caption: String
    let header: [String]
    /// The first cell of a row is its heading.
    let rows: [[FigureCell]]

    /// Rows that are shorter than the header are filled up, and longer ones cut: a table has no holes.
    init(file: LandscapeTable? = nil, caption: String, header: [String], rows: [[FigureCell]]) {
        self.file = file
        self.caption = caption
        self.header = header
        self.rows = rows.map { row in
            Array(row.prefix(header.count)) + Array(repeating: .none, count: max(0, header.count - row.count))
        }
    }
}

enum FigureCell: Hashable, Sendable {
    case text(String)
    case number(Int)
    /// With this many digits after the sign of decimals.
    case decimal(Double, digits: Int)
    case link(String, to: String)
    /// A number that leads to what it counts.
    case count(Int, to: String)
    case none

    var isNumber: Bool {
        switch self {
        case .number, .decimal, .count: true
        case .text, .link, .none: false
        }
    }

    /// As a reader reads it: with digits in groups.
    func shown(in wording: Wording) -> String {
        switch self {
        case .text(let text), .link(let text, _): text
        case .number(let number), .count(let number, _): wording.number(number)
        case .decimal(let value, let digits): wording.decimal(value, digits: digits)
        case .none: "–"
        }
    }

    /// As a spreadsheet reads it: digits only, and nothing where there is nothing.
    fileprivate func written(in wording: Wording) -> String {
        switch self {
        case .text(let text), .link(let text, _): text
        case .number(let number), .count(let number, _): String(number)
        case .decimal(let value, let digits):
            value.isFinite ? wording.decimal(value, digits: digits, isGrouped: false) : ""
        case .none: ""
        }
    }
}

extension FigureTable {
    /// The table as CSV. In Dutch, French and German as spreadsheets of those languages read it: semicolons between the
    /// cells and a comma before the decimals; in English commas and a point, which is what programs expect.
    func csv(in language: Language) -> Data {
        let wording = Wording.of(language)
        return CSVWriter(delimiter: language == .en ? .comma : .semicolon)
            .data(headers: header, rows: rows.map { $0.map { $0.written(in: wording) } })
    }
}

/// The answer that hands out a table. Formulas are made harmless by the writer, and programs of others may read it.
func csvResponse(
    _ table: FigureTable, language: Language, freshness: ReadyPage.Freshness = .snapshot
) -> ReadyPage {
    ReadyPage(
        mediaType: CSVWriter.mediaType, language: language.rawValue, bytes: Array(table.csv(in: language)),
        freshness: freshness, isShared: true)
}
