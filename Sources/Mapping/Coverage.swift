import Catalogue

/// How many offers there are for every value of one axis and every value of another.
package struct Coverage: Sendable {
    package struct Cell: Hashable, Sendable {
        /// Direct, inherited, in part, and those that serve both values by language.
        fileprivate var counts = SIMD8<Int32>.zero

        /// Offers that serve both values and say so themselves.
        package var direct: Int { Int(counts[0]) }
        /// Offers that serve both values because they are for a larger place, or for an audience of that age.
        package var inherited: Int { Int(counts[1]) }
        /// Offers that serve only a part of a place.
        package var inPart: Int { Int(counts[2]) }
        /// Distinct active offers that serve both values.
        package var count: Int { direct + inherited }

        /// Of these, how many exist in a language of the shop.
        package func count(in language: Language) -> Int {
            Int(counts[Self.languages + (Language.allCases.firstIndex(of: language) ?? 0)])
        }

        /// Where the counts by language begin.
        fileprivate static let languages = 3
    }

    /// What a cell says at a glance.
    package enum Mark: String, CaseIterable, Codable, Sendable {
        /// No offer.
        case missing
        /// Offers, but none in the language that is looked at.
        case notInLanguage
        /// Fewer than ``thin`` offers.
        case thin
        case covered
    }

    /// Fewer offers than this are few: with two, one that stops leaves a single one.
    package static let thin = 3

    package let rows: Axis
    package let columns: Axis
    package let rowValues: [String]
    package let columnValues: [String]
    private let cells: [Cell]
    /// Distinct offers that serve each value, whatever they are on the other axis.
    package let rowTotals: [Int]
    package let columnTotals: [Int]
    /// Offers that are looked at at all.
    package let total: Int
    /// Of these, offers that stand at no value of one of both axes, because no source says where.
    package let unplaced: Int

    package subscript(row: Int, column: Int) -> Cell { cells[row * columnValues.count + column] }

    /// The mark of a cell for those who look for offers in `language`; nil: in any.
    package func mark(row: Int, column: Int, language: Language?) -> Mark {
        let cell = self[row, column]
        if cell.count == 0 { return .missing }
        if let language, cell.count(in: language) == 0 { return .notInLanguage }
        return cell.count < Self.thin ? .thin : .covered
    }

    package init(_ census: Census, rows: Axis, columns: Axis, filters: CensusFilters = CensusFilters()) {
        self.init(census, rows: rows, columns: columns, selected: census.selected(by: filters))
    }

    init(_ census: Census, rows: Axis, columns: Axis, selected: [Int]) {
        let (down, across) = (census[rows], census[columns])
        (self.rows, self.columns) = (rows, columns)
        (rowValues, columnValues) = (down.values, across.values)
        let width = across.values.count
        var cells = [Cell](repeating: Cell(), count: down.values.count * width)
        var (rowTotals, columnTotals) = (
            [Int](repeating: 0, count: down.values.count), [Int](repeating: 0, count: width)
        )
        var unplaced = 0
        let tallies = Cell.tallies
        for offer in selected {
            let (here, there) = (down.range(of: offer), across.range(of: offer))
            if here.isEmpty || there.isEmpty { unplaced += 1 }
            for place in there where across.steps[place].isServed { columnTotals[across.steps[place].place] += 1 }
            let tally = Int(census.languages[offer]) << 2
            for place in here {
                let step = down.steps[place]
                if step.isServed { rowTotals[step.place] += 1 }
                let start = step.place * width
                for other in there {
                    let other = across.steps[other]
                    cells[start + other.place].counts &+= tallies[tally | Int(max(step.standing, other.standing))]
                }
            }
        }
        self.cells = cells
        (self.rowTotals, self.columnTotals) = (rowTotals, columnTotals)
        total = selected.count
        self.unplaced = unplaced
    }
}

extension Coverage.Cell {
    /// What one offer adds to a cell, by the languages that it exists in, as bits, and how it stands there, in the two
    /// lowest bits.
    fileprivate static let tallies: [SIMD8<Int32>] = (0..<1 << (Language.allCases.count + 2)).map { bits in
        let standing = min(bits & 3, Int(Standing.inPart.rawValue))
        var counts = SIMD8<Int32>.zero
        counts[standing] = 1
        if standing != Standing.inPart.rawValue {
            for place in Language.allCases.indices { counts[languages + place] = Int32(bits >> (place + 2) & 1) }
        }
        return counts
    }
}
