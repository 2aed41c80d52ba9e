import Catalogue

/// What changed from one report of the landscape to a later one.
package struct LandscapeComparison: Sendable {
    package struct FigureChange: Hashable, Sendable {
        package let figure: ReportFigure
        package let before: Int
        package let after: Int
        package var difference: Int { after - before }
    }

    /// A cell that had no offer and has some, or the other way round.
    package struct CellChange: Hashable, Sendable {
        package let matrix: ReportMatrix
        package let row: String
        package let column: String
        package let before: Int
        package let after: Int
    }

    package let from: LandscapeReport
    package let to: LandscapeReport
    /// In the order of the later report, then what only the earlier one has.
    package let figures: [FigureChange]
    /// Shown in the later one only.
    package let new: [ReportEntry]
    /// Shown in the earlier one only.
    package let gone: [ReportEntry]
    /// Shown in both, and known to have ended only in the later one.
    package let ended: [ReportEntry]
    /// Needs that no offer served, and that one serves now: as they were, the worst first.
    package let closed: [Gap]
    /// Needs that an offer served, and that none serves now: as they are, the worst first.
    package let opened: [Gap]
    /// Gaps among the first ones now that were not, and that were and are no longer.
    package let entered: [Gap]
    package let left: [Gap]
    /// Cells of ``ReportMatrix/watched`` without an offer that have one now, and the other way round. Themes, audiences
    /// and places that only one of the reports knows are not compared.
    package let covered: [CellChange]
    package let lost: [CellChange]

    package init(from: LandscapeReport, to: LandscapeReport) {
        self.from = from
        self.to = to
        let known = Set(to.figures)
        figures = (to.figures + from.figures.filter { !known.contains($0) })
            .map { FigureChange(figure: $0, before: from[$0], after: to[$0]) }
        let (before, after) = (Self.byID(from.entries), Self.byID(to.entries))
        new = to.entries.filter { before[$0.id] == nil }
        gone = from.entries.filter { after[$0.id] == nil }
        ended = to.entries.filter { entry in
            entry.status == .ended && before[entry.id].map { $0.status != .ended } ?? false
        }
        let (then, now) = (Self.byUnit(from.gaps), Self.byUnit(to.gaps))
        closed = from.gaps.filter { $0.offers == 0 && (now[$0.unit]?.offers ?? 0) > 0 }
        opened = to.gaps.filter { $0.offers == 0 && (then[$0.unit]?.offers ?? 0) > 0 }
        let (firstThen, firstNow) = (from.gaps.prefix(Gaps.first), to.gaps.prefix(Gaps.first))
        entered = firstNow.filter { gap in !firstThen.contains { $0.unit == gap.unit } }
        left = firstThen.filter { gap in !firstNow.contains { $0.unit == gap.unit } }
        let cells = ReportMatrix.watched.flatMap { Self.cells(of: $0, from, to) }
        covered = cells.filter { $0.before == 0 && $0.after > 0 }
        lost = cells.filter { $0.before > 0 && $0.after == 0 }
    }

    /// The cells that both reports have.
    private static func cells(
        of matrix: ReportMatrix, _ from: LandscapeReport, _ to: LandscapeReport
    ) -> [CellChange] {
        guard let before = from[matrix], let after = to[matrix] else { return [] }
        let rows = places(before.rowValues)
        let columns = places(before.columnValues)
        return after.rowValues.enumerated().flatMap { row, rowValue in
            after.columnValues.enumerated().compactMap { column, columnValue in
                guard let rowThen = rows[rowValue], let columnThen = columns[columnValue] else { return nil }
                return CellChange(
                    matrix: matrix, row: rowValue, column: columnValue, before: before[rowThen, columnThen].count,
                    after: after[row, column].count)
            }
        }
    }

    private static func places(_ values: [String]) -> [String: Int] {
        Dictionary(zip(values, values.indices), uniquingKeysWith: { first, _ in first })
    }

    private static func byID(_ entries: [ReportEntry]) -> [RecordID: ReportEntry] {
        Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func byUnit(_ gaps: [Gap]) -> [GapUnit: Gap] {
        Dictionary(gaps.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
