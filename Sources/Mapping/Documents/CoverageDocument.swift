import Catalogue

/// A coverage for programs: a line a cell. Values are ids of the vocabularies, bands of ages, or languages.
package struct CoverageDocument: Encodable, Sendable {
    package struct Cell: Encodable, Sendable {
        let row: String
        let column: String
        let count: Int
        let direct: Int
        let inherited: Int
        let inPart: Int
        let languages: [Language: Int]
        let mark: Coverage.Mark
    }

    let rows: Axis
    let columns: Axis
    let total: Int
    let unplaced: Int
    /// The language that a mark is about, if one was asked for.
    let language: Language?
    let cells: [Cell]

    package init(_ coverage: Coverage, language: Language?) {
        rows = coverage.rows
        columns = coverage.columns
        total = coverage.total
        unplaced = coverage.unplaced
        self.language = language
        cells = coverage.rowValues.enumerated().flatMap { row, rowValue in
            coverage.columnValues.enumerated().map { column, columnValue in
                let cell = coverage[row, column]
                return Cell(
                    row: rowValue, column: columnValue, count: cell.count, direct: cell.direct,
                    inherited: cell.inherited, inPart: cell.inPart,
                    languages: Dictionary(
                        uniqueKeysWithValues: Language.allCases.map { ($0, cell.count(in: $0)) }),
                    mark: coverage.mark(row: row, column: column, language: language))
            }
        }
    }
}
