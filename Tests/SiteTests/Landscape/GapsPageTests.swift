import Catalogue
import Foundation
import HTTPTypes
import Mapping
import Testing

@testable import Site

/// What the page of the gaps promises, on the shipped catalogue.
@Suite struct GapsPageTests {
    private let site = TestSite.shipped

    private var gaps: Gaps { Gaps(GapTable(site.snapshot.catalogue)) }

    private func page(_ path: String) async throws -> Markup {
        let answer = try await site.get(path)
        #expect(answer.status == .ok, "\(path)")
        return try Markup(answer.body)
    }

    private func context(_ language: Language) -> PageContext {
        PageContext(
            edition: Edition(language), snapshot: site.snapshot, now: BrusselsTime(TestSite.noon), address: .home,
            settings: SiteSettings(publicAddress: ""))
    }

    @Test(arguments: Language.allCases) func theFirstTwentyAreSentencesInOrder(_ language: Language) async throws {
        let page = try await page("/\(language)/landscape/gaps")
        let context = context(language)
        var rest = page.said[...]
        for gap in gaps.ranked.prefix(GapRequest.pageLength) {
            let sentence = GapWords(gap: gap, context: context).sentence
            let found = try #require(rest.range(of: sentence), "\(sentence)")
            rest = rest[found.upperBound...]
            #expect(sentence.hasSuffix("."), "\(sentence)")
            #expect(!sentence.contains("%") && !sentence.contains("  "), "\(sentence)")
        }
    }

    @Test(arguments: Language.allCases) func everyPlaceHasItsPreposition(_ language: Language) {
        let context = context(language)
        for gap in gaps.ranked { #expect(!GapWords(gap: gap, context: context).place.hasPrefix("(")) }
    }

    @Test func weightsInTheAddressChangeTheOrder() async throws {
        let usual = try await site.get("/en/landscape/gaps.csv")
        let people = try await site.get("/en/landscape/gaps.csv?w-people=9&w-theme=0&w-audience=0")
        #expect(usual.body != people.body)
        #expect(
            usual.body.split(whereSeparator: \.isNewline).count == people.body.split(whereSeparator: \.isNewline).count)
        let page = try await page("/en/landscape/gaps?w-people=9")
        #expect(page.all("input").contains { $0.attributes["name"] == "w-people" && $0.attributes["value"] == "9" })
        #expect(page.localLinks.contains("/en/landscape/gaps"), "the way back to the usual weights")
    }

    @Test(arguments: [
        "w-theme=-5&w-people=9999", "theme=nothing", "page=9999", "page=-1&unverified=abc", "language=xx&territory=%00",
    ])
    func foolishAddressesShowAPage(_ query: String) async throws {
        let page = try await page("/de/landscape/gaps?\(query)")
        #expect(page.all("h1").count == 1)
        for input in page.all("input") where input.attributes["type"] == "number" {
            let value = try #require(input.attributes["value"].flatMap { Int($0) })
            #expect((0...100).contains(value))
        }
    }

    @Test func choicesLeaveOnlyTheirGaps() async throws {
        let answer = try await site.get("/en/landscape/gaps.csv?theme=grooming&language=de")
        let lines = answer.body.split(whereSeparator: \.isNewline).dropFirst()
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0.contains("German") })
    }

    @Test func whatComesNearestIsOneClickAway() async throws {
        let page = try await page("/nl/landscape/gaps")
        let nearest = NearestOffers(site.snapshot.catalogue)
        let links = Set(page.localLinks)
        for gap in gaps.ranked.prefix(GapRequest.pageLength) {
            for offer in nearest.nearest(to: gap.unit) {
                #expect(links.contains { $0.hasSuffix("/\(offer.id)") }, "\(offer.id)")
            }
        }
    }

    @Test func searchesThatFoundNothingAreNeedAndThoseOfNoThemeAreListed() throws {
        var demand = Demand(
            since: CivilDay(year: 2026, month: 9, day: 1), until: CivilDay(year: 2026, month: 11, day: 23))
        demand.unanswered = [.nl: ["sexting tante": 12, "kabouters": 9]]
        let byTheme = ThemeDemand(demand, in: site.snapshot.catalogue)
        let sexting = try #require(ConceptID("sexting"))
        #expect(byTheme.searches == [.nl: [sexting: 12]])
        #expect(byTheme.unplaced.map(\.words) == ["kabouters"])
        let table = GapTable(site.snapshot.catalogue, searches: byTheme.searches)
        let searched = Gaps(table).ranked.filter { $0.searches > 0 }
        #expect(!searched.isEmpty)
        #expect(searched.allSatisfy { $0.unit.theme == sexting && $0.unit.language == .nl && $0.searches == 12 })
    }

    @Test func walksOfAGuideAreNeedForItsThemes() throws {
        let guide = try #require(
            site.snapshot.catalogue.records.first { $0.kind == .guide && !$0.themes.isEmpty })
        var demand = Demand(
            since: CivilDay(year: 2026, month: 9, day: 1), until: CivilDay(year: 2026, month: 11, day: 23))
        demand.walks = [.fr: [guide.id: 30]]
        let byTheme = ThemeDemand(demand, in: site.snapshot.catalogue)
        #expect(byTheme.walks == [.fr: Dictionary(uniqueKeysWithValues: Set(guide.themes).map { ($0, 30) })])
    }

    /// Children of six and of ten are both "children": without the ages, two numbers of them contradict each other.
    @Test(arguments: Language.allCases) func numbersOfPeopleSayTheirAges(_ language: Language) throws {
        let context = context(language)
        for gap in gaps.ranked {
            guard let people = gap.people else { continue }
            let ages = try #require(gap.ages)
            let sentence = GapWords(gap: gap, context: context).sentence
            #expect(sentence.contains(context.wording.number(people.roundedToTwoDigits)), "\(sentence)")
            #expect(sentence.contains("\(ages.from)") && sentence.contains("\(ages.to)"), "\(sentence)")
        }
    }

    @Test(arguments: Language.allCases) func noTwoColumnsHaveOneName(_ language: Language) {
        let header = GapFigures(gaps: [], context: context(language)).table.header
        #expect(Set(header).count == header.count, "\(header)")
    }

    @Test func numbersInSentencesAreRounded() {
        #expect([7, 99, 100, 523_965, 1_285_337].map(\.roundedToTwoDigits) == [7, 99, 100, 520_000, 1_300_000])
    }
}
