import Catalogue
import Mapping
import Testing

/// Every figure of a report, counted again the slow way on random catalogues.
@Suite struct LandscapeReportTests {
    private static let day = CivilDay(year: 2026, month: 11, day: 27)

    private func report(_ catalogue: Catalogue, revision: Int = 1) -> LandscapeReport {
        LandscapeReport(catalogue, revision: revision, day: Self.day)
    }

    @Test(arguments: 1...6) func everyFigureIsWhatCountingGives(_ seed: UInt64) throws {
        let catalogue = ReportedCatalogue(seed: seed).catalogue(of: 250)
        let report = report(catalogue)
        let hand = CountedByHand(catalogue: catalogue)
        for figure in report.figures where !isOfNetwork(figure) {
            #expect(report[figure] == count(figure, hand, report), "\(figure)")
        }
        for axis in Axis.allCases {
            for value in report.values(of: axis) {
                let named = hand.offers.count { hand.standing(of: $0, at: value, on: axis) == .direct }
                let mayInherit = [.audience, .age, .territory].contains(axis)
                #expect(report.direct(axis, value) == (mayInherit ? named : nil), "\(axis) \(value)")
            }
        }
        let told: [Axis] = [.language, .pillar, .theme, .audience, .age, .territory, .format]
        for axis in Axis.allCases {
            #expect(report.values(of: axis) == (told.contains(axis) ? Census(catalogue).values(of: axis) : []))
        }
    }

    private func isOfNetwork(_ figure: ReportFigure) -> Bool {
        [.tiedOrganisations, .loneOrganisations, .communities, .synergies, .needs, .unserved].contains(figure)
    }

    private func count(_ figure: ReportFigure, _ hand: CountedByHand, _ report: LandscapeReport) -> Int? {
        let shown = hand.catalogue.records
        return switch figure {
        case .records: shown.count
        case .kind(let kind): shown.count { $0.kind == kind }
        case .status(let status): shown.count { $0.status == status }
        case .verified: shown.count { $0.verified != nil }
        case .offers: hand.offers.count
        case .verifiedOffers: hand.offers.count { $0.verified != nil }
        case .freeOffers: hand.offers.count { $0.cost?.description == "free" }
        case .offlineOffers: hand.offers.count { $0.contact?.address != nil || $0.contact?.phones.isEmpty == false }
        case .members: shown.count { $0.kind == .organisation && $0.member }
        case .activeOrganisations:
            shown.count { one in
                one.kind == .organisation && hand.offers.contains { $0.organisations.contains(one.id) }
            }
        case .value(let axis, let value): hand.offers.count { hand.serves($0, [value], on: axis) }
        default: nil
        }
    }

    @Test(arguments: 1...4) func networkGapsAndGroupsAreThoseOfTheirPages(_ seed: UInt64) {
        let catalogue = ReportedCatalogue(seed: seed).catalogue(of: 200)
        let report = report(catalogue)
        let network = Network(catalogue)
        #expect(report[.tiedOrganisations] == network.tied.count)
        #expect(report[.loneOrganisations] == network.lone.count)
        #expect(report[.tiedOrganisations] + report[.loneOrganisations] == report[.kind(.organisation)])
        #expect(report[.communities] == network.communities.count)
        #expect(report[.synergies] == Synergies(catalogue).groups.count)
        #expect(report.gaps == Gaps(GapTable(catalogue)).ranked)
        #expect(report[.needs] == report.gaps.count)
        #expect(report[.unserved] == report.gaps.filter { $0.offers == 0 }.count)
    }

    @Test(arguments: 1...4) func everyCellCountsTheOffersThatServeBoth(_ seed: UInt64) throws {
        let catalogue = ReportedCatalogue(seed: seed).catalogue(of: 120)
        let report = report(catalogue)
        let hand = CountedByHand(catalogue: catalogue)
        for matrix in ReportMatrix.allCases {
            let coverage = try #require(report[matrix])
            for (row, rowValue) in coverage.rowValues.enumerated() {
                for (column, columnValue) in coverage.columnValues.enumerated() {
                    let served = hand.offers.filter {
                        hand.serves($0, [rowValue], on: matrix.rows)
                            && hand.serves($0, [columnValue], on: matrix.columns)
                    }
                    #expect(coverage[row, column].count == served.count, "\(matrix) \(rowValue) \(columnValue)")
                }
            }
        }
    }

    @Test(arguments: 1...4) func kindsOrganisationsAndYearsAreWhatCountingGives(_ seed: UInt64) {
        let catalogue = ReportedCatalogue(seed: seed).catalogue(of: 200)
        let report = report(catalogue)
        let hand = CountedByHand(catalogue: catalogue)
        for kind in Kind.allCases {
            let all = catalogue.records.filter { $0.kind == kind }
            #expect(report.count(kind) == all.count)
            #expect(report.verified(kind) == all.count { $0.verified != nil })
            for status in Status.allCases { #expect(report.count(kind, status) == all.count { $0.status == status }) }
        }
        #expect(report.organisations.count == report[.kind(.organisation)])
        for organisation in report.organisations {
            #expect(organisation.offers == hand.offers.count { $0.organisations.contains(organisation.id) })
        }
        #expect(report.organisations.map(\.offers) == report.organisations.map(\.offers).sorted(by: >))
        let offers = catalogue.records.filter { [.initiative, .resource, .channel, .event].contains($0.kind) }
        for year in report.timeline {
            #expect(year.began == offers.filter { $0.founded == year.year }.map(\.id))
            #expect(year.ended == offers.filter { $0.ended == year.year }.map(\.id))
        }
        #expect(report.timeline.count <= 10 && report.timeline.last?.year == 2026)
        #expect(report.began.map(\.id) == offers.filter { [2025, 2026].contains($0.founded) }.map(\.id))
        #expect(report.ended.map(\.id) == offers.filter { [2025, 2026].contains($0.ended) }.map(\.id))
    }

    @Test func anEmptyCatalogueHasAReportToo() {
        let report = report(.empty, revision: 0)
        #expect(report.entries.isEmpty && report.gaps.isEmpty && report.timeline.isEmpty)
        #expect(report.figures.filter { report[$0] != 0 }.isEmpty)
    }

    @Test func theSameCatalogueGivesTheSameReport() {
        let catalogue = ReportedCatalogue(seed: 9).catalogue(of: 150)
        let (one, other) = (report(catalogue), report(catalogue))
        #expect(one.figures == other.figures && one.figures.allSatisfy { one[$0] == other[$0] })
        #expect(one.gaps == other.gaps && one.organisations == other.organisations)
    }
}

/// A random catalogue with what reports also count: organisations that stand behind things, and years.
struct ReportedCatalogue {
    let seed: UInt64

    func catalogue(of count: Int) -> Catalogue {
        var random = RandomCatalogue(seed: seed)
        var numbers = RandomCatalogue.Numbers(state: seed &+ 77)
        let bare = random.catalogue(of: count)
        let organisations = bare.records.filter { $0.kind == .organisation }.map(\.id)
        let records = bare.records.map { record in
            var record = record
            if record.kind == .organisation {
                record.member = Int.random(in: 0..<3, using: &numbers) == 0
            } else {
                for _ in 0..<Int.random(in: 0...3, using: &numbers) {
                    if let one = organisations.randomElement(using: &numbers), !record.organisations.contains(one) {
                        record.organisations.append(one)
                    }
                }
            }
            if Bool.random(using: &numbers) { record.founded = Int.random(in: 2008...2026, using: &numbers) }
            if record.status == .ended { record.ended = Int.random(in: 2020...2026, using: &numbers) }
            return record
        }
        return bare.replacing(records)
    }
}
