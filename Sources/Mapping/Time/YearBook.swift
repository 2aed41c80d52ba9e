import Catalogue

/// Takes down lives, and gives the years.
struct YearBook {
    private let range: ClosedRange<Int>
    private let columns: TallyColumns
    private var pages: [Timeline.Year]
    private var began: Grid
    private var ended: Grid
    private var active: Grid
    private var unsure: Grid

    init(_ range: ClosedRange<Int>, columns: TallyColumns) {
        self.range = range
        self.columns = columns
        pages = range.map { Timeline.Year($0) }
        let empty = Grid(rows: range.count, width: columns.count)
        began = empty
        ended = empty
        active = empty
        unsure = empty
    }

    mutating func enter(_ life: Life) {
        if let year = life.began, range.contains(year) {
            pages[year - range.lowerBound].began.append(life.id)
            began.add(life.columns, to: rows(year, year))
        }
        if let year = life.ended, range.contains(year) {
            pages[year - range.lowerBound].ended.append(life.id)
            ended.add(life.columns, to: rows(year, year))
        }
        if let replacement = life.replacement, range.contains(replacement.year) {
            pages[replacement.year - range.lowerBound].replaced
                .append(Timeline.Replacement(old: life.id, successor: replacement.by))
        }
        guard let first = life.began, first <= range.upperBound else { return }
        active.add(life.columns, to: rows(first, life.lastSure ?? range.upperBound))
        if life.mayHaveGoneOn { unsure.add(life.columns, to: rows(first + 1, range.upperBound)) }
    }

    /// In the order of time.
    var years: [Timeline.Year] {
        let tallies = [began, ended, active, unsure].map { $0.sums.map(columns.tally) }
        return pages.indices.map { row in
            var page = pages[row]
            page.beganTally = tallies[0][row]
            page.endedTally = tallies[1][row]
            page.active = tallies[2][row]
            page.unsure = tallies[3][row]
            return page
        }
    }

    /// The rows of the years from `first` to `last`, as far as there are any.
    private func rows(_ first: Int, _ last: Int) -> Range<Int> {
        let start = max(first, range.lowerBound) - range.lowerBound
        return start..<max(start, min(last, range.upperBound) - range.lowerBound + 1)
    }
}

/// Counts by row and column, where adding to many rows costs no more than to one: only changes from row to row are kept.
private struct Grid {
    private let rows: Int
    private let width: Int
    private var changes: [Int]

    init(rows: Int, width: Int) {
        self.rows = rows
        self.width = width
        changes = [Int](repeating: 0, count: (rows + 1) * width)
    }

    mutating func add(_ columns: [Int], to range: Range<Int>) {
        for column in columns {
            changes[range.lowerBound * width + column] += 1
            changes[range.upperBound * width + column] -= 1
        }
    }

    /// The counts of each row.
    var sums: [[Int]] {
        var running = [Int](repeating: 0, count: width)
        return (0..<rows).map { row in
            for column in running.indices { running[column] += changes[row * width + column] }
            return running
        }
    }
}
