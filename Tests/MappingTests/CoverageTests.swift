import Catalogue
import Mapping
import Testing

@Suite struct CoverageTests {
    @Test(arguments: [1, 2, 3, 4, 5, 6]) func everyCellIsWhatCountingByHandSays(seed: Int) {
        var random = RandomCatalogue(seed: UInt64(seed))
        let catalogue = random.catalogue(of: 60)
        let (byHand, census) = (CountedByHand(catalogue: catalogue), Census(catalogue))
        #expect(census.offers == byHand.offers.map(\.id))
        for rows in Axis.allCases {
            for columns in Axis.allCases where columns != rows {
                let coverage = Coverage(census, rows: rows, columns: columns)
                #expect(coverage.total == byHand.offers.count)
                for (row, rowValue) in coverage.rowValues.enumerated() {
                    for (column, columnValue) in coverage.columnValues.enumerated() {
                        let expected = byHand.cell(
                            rowValue, on: rows, columnValue, on: columns, among: byHand.offers)
                        let cell = coverage[row, column]
                        #expect(cell.direct == expected.count { $0.standing == .direct })
                        #expect(cell.inherited == expected.count { $0.standing == .inherited })
                        #expect(cell.inPart == expected.count { $0.standing == .inPart })
                        for language in Language.allCases {
                            let inLanguage = expected.count { offer in
                                offer.standing != .inPart
                                    && byHand.serves(offer.record, [language.rawValue], on: .language)
                            }
                            #expect(cell.count(in: language) == inLanguage)
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: [11, 12, 13]) func totalsCountEveryOfferOnce(seed: Int) {
        var random = RandomCatalogue(seed: UInt64(seed))
        let catalogue = random.catalogue(of: 80)
        let byHand = CountedByHand(catalogue: catalogue)
        let coverage = Coverage(Census(catalogue), rows: .territory, columns: .theme)
        for (row, value) in coverage.rowValues.enumerated() {
            #expect(coverage.rowTotals[row] == byHand.offers.count { byHand.serves($0, [value], on: .territory) })
        }
        for (column, value) in coverage.columnValues.enumerated() {
            #expect(coverage.columnTotals[column] == byHand.offers.count { byHand.serves($0, [value], on: .theme) })
        }
        let placed = byHand.offers.count { record in
            [(Axis.territory, coverage.rowValues), (.theme, coverage.columnValues)].allSatisfy { axis, values in
                values.contains { byHand.standing(of: record, at: $0, on: axis) != nil }
            }
        }
        #expect(coverage.unplaced == byHand.offers.count - placed)
    }

    @Test(arguments: [21, 22, 23, 24]) func filtersAndListsSayTheSameAsTheirCells(seed: Int) throws {
        var random = RandomCatalogue(seed: UInt64(seed))
        let catalogue = random.catalogue(of: 80)
        let (byHand, census) = (CountedByHand(catalogue: catalogue), Census(catalogue))
        let filters = CensusFilters([.territory: ["brussels", "ghent"], .language: ["nl", "other"]])
        let kept = byHand.offers.filter { record in
            filters.chosen.allSatisfy { byHand.serves(record, $0.value, on: $0.key) }
        }
        #expect(census.offers(filters) == kept.map(\.id))
        let coverage = Coverage(census, rows: .theme, columns: .age, filters: filters)
        #expect(coverage.total == kept.count)
        for (row, rowValue) in coverage.rowValues.enumerated() {
            for (column, columnValue) in coverage.columnValues.enumerated() {
                let listed = census.offers(filters.adding(rowValue, of: .theme).adding(columnValue, of: .age))
                #expect(coverage[row, column].count == listed.count)
            }
        }
    }

    @Test func marksFollowTheirRules() throws {
        var record = Record(
            id: try #require(RecordID("one")), kind: .resource, title: LocalisedText(), summary: LocalisedText(),
            status: .active)
        record.themes = [try #require(ConceptID("lonely"))]
        record.audiences = [try #require(ConceptID("parents"))]
        record.languages = [LanguageTag(.fr)]
        var random = RandomCatalogue(seed: 1)
        let empty = random.catalogue(of: 0)
        func mark(_ copies: Int, _ language: Language?) throws -> Coverage.Mark {
            let records = try (0..<copies).map { number in
                var copy = record
                copy.id = try #require(RecordID("copy-\(number)"))
                return copy
            }
            let coverage = Coverage(Census(empty.replacing(records)), rows: .theme, columns: .audience)
            let row = try #require(coverage.rowValues.firstIndex(of: "lonely"))
            let column = try #require(coverage.columnValues.firstIndex(of: "parents"))
            return coverage.mark(row: row, column: column, language: language)
        }
        #expect(try mark(0, nil) == .missing)
        #expect(try mark(0, .fr) == .missing)
        #expect(try mark(2, nil) == .thin)
        #expect(try mark(2, .fr) == .thin)
        #expect(try mark(3, .fr) == .covered)
        #expect(try mark(3, nil) == .covered)
        #expect(try mark(3, .de) == .notInLanguage)
        #expect(try mark(1, .de) == .notInLanguage)
    }
}
