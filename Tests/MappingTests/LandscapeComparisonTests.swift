import Catalogue
import Mapping
import Testing

/// What changed between two reports, found again the slow way.
@Suite struct LandscapeComparisonTests {
    private struct Pair {
        let before: Catalogue
        let after: Catalogue
        let comparison: LandscapeComparison
    }

    /// A catalogue, and the same after some things came, went, ended and changed.
    private func pair(_ seed: UInt64) throws -> Pair {
        let before = ReportedCatalogue(seed: seed).catalogue(of: 90)
        var numbers = RandomCatalogue.Numbers(state: seed)
        var records: [Record] = []
        for record in ReportedCatalogue(seed: seed &+ 1).catalogue(of: 140).records {
            // Some are as they were, some are others now, some are gone.
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: break
            case 1: records.append(before[record.id] ?? record)
            case 2:
                var changed = before[record.id] ?? record
                changed.status = .ended
                records.append(changed)
            default: records.append(record)
            }
        }
        let vocabularies = VocabularyName.allCases.map { before[$0] }
        let after = Catalogue(records: records, vocabularies: vocabularies, pages: [])
        return Pair(before: before, after: after, comparison: comparison(before, after))
    }

    private func comparison(_ before: Catalogue, _ after: Catalogue) -> LandscapeComparison {
        LandscapeComparison(
            from: LandscapeReport(before, revision: 1, day: CivilDay(year: 2025, month: 11, day: 27)),
            to: LandscapeReport(after, revision: 2, day: CivilDay(year: 2026, month: 11, day: 27)))
    }

    @Test(arguments: 1...6) func recordsThatAreNewGoneOrEnded(_ seed: UInt64) throws {
        let pair = try pair(seed)
        let (old, new) = (pair.before.records, pair.after.records)
        #expect(pair.comparison.new.map(\.id) == new.map(\.id).filter { id in !old.contains { $0.id == id } })
        #expect(pair.comparison.gone.map(\.id) == old.map(\.id).filter { id in !new.contains { $0.id == id } })
        let ended = new.filter { record in
            record.status == .ended && old.contains { $0.id == record.id && $0.status != .ended }
        }
        #expect(pair.comparison.ended.map(\.id) == ended.map(\.id) && !ended.isEmpty)
    }

    @Test(arguments: 1...6) func everyFigureStandsBesideThatOfBefore(_ seed: UInt64) throws {
        let comparison = try pair(seed).comparison
        #expect(Set(comparison.figures.map(\.figure)) == Set(comparison.from.figures + comparison.to.figures))
        for change in comparison.figures {
            #expect(change.before == comparison.from[change.figure] && change.after == comparison.to[change.figure])
            #expect(change.difference == change.after - change.before)
        }
    }

    @Test(arguments: 1...6) func cellsThatWereEmptyAndAreNot(_ seed: UInt64) throws {
        let pair = try pair(seed)
        let (then, now) = (CountedByHand(catalogue: pair.before), CountedByHand(catalogue: pair.after))
        var (covered, lost) = ([String](), [String]())
        for (rows, columns) in [(Axis.theme, Axis.audience), (.theme, .language), (.theme, .territory)] {
            for row in Census(pair.after).values(of: rows) {
                for column in Census(pair.after).values(of: columns) {
                    let counts = [then, now].map { hand in
                        hand.offers.filter {
                            hand.serves($0, [row], on: rows) && hand.serves($0, [column], on: columns)
                        }.count
                    }
                    if counts[0] == 0, counts[1] > 0 { covered.append("\(row) \(columns) \(column) 0 \(counts[1])") }
                    if counts[0] > 0, counts[1] == 0 { lost.append("\(row) \(columns) \(column) \(counts[0]) 0") }
                }
            }
        }
        func said(_ change: LandscapeComparison.CellChange) -> String {
            "\(change.row) \(change.matrix.columns) \(change.column) \(change.before) \(change.after)"
        }
        #expect(pair.comparison.covered.map(said) == covered && !covered.isEmpty)
        #expect(pair.comparison.lost.map(said) == lost)
    }

    @Test(arguments: 1...6) func gapsThatClosedAndOpened(_ seed: UInt64) throws {
        let comparison = try pair(seed).comparison
        let (old, new) = (comparison.from.gaps, comparison.to.gaps)
        let closed = old.filter { gap in
            gap.offers == 0 && new.contains { $0.unit == gap.unit && $0.offers > 0 }
        }
        let opened = new.filter { gap in
            gap.offers == 0 && old.contains { $0.unit == gap.unit && $0.offers > 0 }
        }
        #expect(comparison.closed == closed && comparison.opened == opened)
        #expect(!closed.isEmpty && !opened.isEmpty)
        let (firstThen, firstNow) = (old.prefix(10).map(\.unit), new.prefix(10).map(\.unit))
        #expect(comparison.entered.map(\.unit) == firstNow.filter { !firstThen.contains($0) })
        #expect(comparison.left.map(\.unit) == firstThen.filter { !firstNow.contains($0) })
    }

    @Test func nothingChangesFromAReportToItself() throws {
        let catalogue = ReportedCatalogue(seed: 3).catalogue(of: 80)
        let comparison = comparison(catalogue, catalogue)
        #expect(comparison.figures.allSatisfy { $0.difference == 0 })
        #expect(comparison.new.isEmpty && comparison.gone.isEmpty && comparison.ended.isEmpty)
        #expect(comparison.covered.isEmpty && comparison.lost.isEmpty)
        #expect(comparison.closed.isEmpty && comparison.opened.isEmpty)
        #expect(comparison.entered.isEmpty && comparison.left.isEmpty)
    }

    /// A theme that came later was not missing before: nobody looked.
    @Test func whatOnlyOneReportKnowsIsNoChangeOfCoverage() throws {
        let after = ReportedCatalogue(seed: 4).catalogue(of: 80)
        let kept = VocabularyName.allCases.filter { $0 != .themes }.map { after[$0] }
        let fewer = Vocabulary(
            name: .themes, concepts: after[.themes].concepts.filter { !$0.id.description.hasPrefix("red") })
        let before = Catalogue(records: [], vocabularies: kept + [fewer], pages: [])
        let comparison = comparison(before, after)
        #expect(!comparison.covered.isEmpty)
        #expect(!comparison.covered.contains { $0.row.hasPrefix("red") })
        let back = self.comparison(after, before)
        #expect(!back.lost.contains { $0.row.hasPrefix("red") } && !back.lost.isEmpty)
        #expect(back.figures.contains { $0.figure == .value(.theme, "red") && $0.after == 0 })
    }
}
