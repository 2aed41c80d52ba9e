import Catalogue
import HTTPTypes
import Mapping
import Testing

@testable import Site

/// What the page of the years promises. The clock of the test site stands at 2026.
@Suite struct TimePageTests {
    private let site = TestSite.shipped
    private var timeline: Timeline { Timeline(site.snapshot.catalogue, of: Kind.offers, until: 2026) }

    private func record(_ name: String, _ change: (inout Record) -> Void) throws -> Record {
        var record = Record(
            id: try #require(RecordID(name)), kind: .resource, title: LocalisedText([.nl: "Naam \(name)"]),
            summary: LocalisedText(), status: .active)
        change(&record)
        return record
    }

    @Test(arguments: Language.allCases)
    func aYearShowsWhatBeganAndEndedInIt(_ language: Language) async throws {
        for year in timeline.years {
            let answer = try await site.get("/\(language)/landscape/time?year=\(year.year)")
            #expect(answer.status == .ok)
            let links = try Markup(answer.body).localLinks
            for id in year.began + year.ended {
                #expect(links.contains { $0.hasSuffix("/\(id)") }, "\(id) in \(year.year)")
            }
        }
    }

    @Test func theSliderNeedsNoScript() async throws {
        let page = try Markup(try await site.get("/fr/landscape/time?year=2015").body)
        let range = try #require(page.all("input").first { $0.attributes["type"] == "range" })
        #expect(range.attributes["name"] == "year" && range.attributes["value"] == "2015")
        #expect(range.attributes["max"] == "2026")
        let number = try #require(page.all("input").first { $0.attributes["type"] == "number" })
        #expect(number.attributes["min"] == range.attributes["min"])
        let forms = page.all("form").filter { $0.attributes["action"] == "/fr/landscape/time" }
        #expect(forms.count == 2 && forms.allSatisfy { $0.attributes["method"] == "get" })
        for other in [2014, 2016] { #expect(page.localLinks.contains("/fr/landscape/time?year=\(other)")) }
        let labels = Set(page.all("label").compactMap { $0.attributes["for"] })
        #expect(labels.isSuperset(of: ["slide", "exact"]))
    }

    @Test func theFirstAndTheLastYearHaveOneNeighbour() async throws {
        let first = Timelines(
            PageContext(
                edition: Edition(.nl), snapshot: site.snapshot, now: BrusselsTime(TestSite.noon),
                address: .landscape(.time(year: nil)), settings: SiteSettings(publicAddress: "https://shop.example"))
        ).years.lowerBound
        let start = try await site.get("/nl/landscape/time?year=\(first)").body
        #expect(!start.contains("Jaar ervoor:") && start.contains("Jaar erna: \(first + 1)"))
        let end = try await site.get("/nl/landscape/time").body
        #expect(end.contains("Jaar ervoor: 2025") && !end.contains("Jaar erna:"))
    }

    @Test(arguments: [
        ("2999", 2026), ("-5", nil), ("0", nil), ("abc", 2026), ("", 2026), ("02015", 2015), ("2015.5", 2026),
        ("9223372036854775807", 2026), ("-9223372036854775808", nil), ("99999999999999999999999", 2026),
    ])
    func nonsenseLeadsToTheNearestYearAndSaysSo(_ asked: String, _ expected: Int?) async throws {
        let answer = try await site.get("/nl/landscape/time?year=\(asked)")
        #expect(answer.status == .found)
        let location = try #require(answer.headers[.location])
        if let expected { #expect(location.hasPrefix("/nl/landscape/time?year=\(expected)&")) }
        let landed = try await site.get(location)
        #expect(landed.status == .ok)
        #expect(landed.body.contains(Texts.of(.nl)(.nearestNote)))
    }

    @Test func whatReplacedWhatIsSaid() async throws {
        let records = [
            try record("new") { $0.founded = 2020 },
            try record("old") {
                $0.founded = 2010
                $0.withdrawn = PartialDate("2020-05-01")
                $0.successor = RecordID("new")
            },
            try record("double") {
                $0.withdrawn = PartialDate("2020-05-01")
                $0.successor = RecordID("new")
                $0.isMerged = true
            },
        ]
        let site = try TestSite(Catalogue(records: records, vocabularies: [], pages: []))
        let body = try await site.get("/nl/landscape/time?year=2020").body
        #expect(body.contains("Vervangen (1)"))
        #expect(body.contains("Naam old → vervangen door"))
        #expect(!body.contains("Naam double"))
        #expect(
            try await site.get("/nl/landscape/time?year=2015").body.contains(
                "1 fiche gaat over aanbod dat er in 2015 zeker was."))
    }

    @Test func whatNobodyStatesIsSaidAndNotGuessed() async throws {
        let body = try await site.get("/en/landscape/time").body
        #expect(
            body.contains(
                "For \(timeline.beginningUnstated.count) of the \(timeline.counted.count) records of offers the beginning"
            ))
    }

    @Test func theTableHasARowAYear() async throws {
        let answer = try await site.get("/en/landscape/time.csv")
        #expect(answer.headers[.contentType]?.hasPrefix("text/csv") == true)
        let lines = answer.body.split(whereSeparator: \.isNewline)
        #expect(lines.last?.hasPrefix("2026,") == true)
        let row = try #require(lines.first { $0.hasPrefix("2015,") }).split(separator: ",")
        let year = try #require(timeline[2015])
        let expected = [
            2015, year.began.count, year.ended.count, year.replaced.count, year.active.all, year.unsure.all,
        ]
        #expect(row.prefix(6).compactMap { Int($0) } == expected)
    }

    @Test func theCarriedListStaysWithTheReader() async throws {
        let page = try Markup(try await site.get("/nl/landscape/time?year=2015&keep=awel-102").body)
        let hidden = page.all("input").filter { $0.attributes["type"] == "hidden" }
        #expect(hidden.count == 2 && hidden.allSatisfy { $0.attributes["value"] == "awel-102" })
        #expect(page.localLinks.contains("/nl/landscape/time?year=2014&keep=awel-102"))
    }
}
