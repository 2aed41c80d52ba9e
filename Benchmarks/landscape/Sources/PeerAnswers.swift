import Catalogue
import Mapping

/// What we computed, so that peers.py can see whether it comes to the same.
struct PeerAnswers: Encodable {
    struct Table: Encodable {
        let rows: String
        let columns: String
        let width: Int
        /// Seven figures a cell: direct, inherited, in part, and in Dutch, French, German and English.
        let cells: [Int]

        init(_ coverage: Coverage) {
            rows = coverage.rows.rawValue
            columns = coverage.columns.rawValue
            width = coverage.columnValues.count
            cells = coverage.rowValues.indices.flatMap { row in
                coverage.columnValues.indices.flatMap { column in
                    let cell = coverage[row, column]
                    return [cell.direct, cell.inherited, cell.inPart] + Language.allCases.map { cell.count(in: $0) }
                }
            }
        }
    }

    struct Unit: Encodable {
        /// Theme, audience, area.
        let numbers: [Int]
        /// Offers; and of these the verified, the free, and those reachable without internet.
        let offers: [Int]
        let supply: Double
        let score: Double
    }

    let tables: [Table]
    /// The worst first.
    let units: [Unit]
    /// The best of our times, in milliseconds.
    let best: [String: Double]

    init(_ landscape: Landscape, _ numbers: UnitNumbers, best: [String: Double]) {
        tables = landscape.coverages.map(Table.init)
        units = landscape.gaps.ranked.map { gap in
            Unit(
                numbers: numbers.numbers(of: gap.unit), offers: [gap.offers, gap.verified, gap.free, gap.offline],
                supply: gap.supply, score: gap.score)
        }
        self.best = best
    }
}
