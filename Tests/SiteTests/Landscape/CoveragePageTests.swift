import Catalogue
import Foundation
import HTTPTypes
import Mapping
import Testing

@testable import Site

/// What the pages of the landscape promise about coverage, on the shipped catalogue.
@Suite struct CoveragePageTests {
    private let site = TestSite.shipped

    private func page(_ path: String) async throws -> Markup {
        let answer = try await site.get(path)
        #expect(answer.status == .ok, "\(path)")
        return try Markup(answer.body)
    }

    @Test(arguments: Axis.allCases) func anyTwoAxesMakeATable(_ rows: Axis) async throws {
        let census = Census(site.snapshot.catalogue)
        for columns in Axis.allCases where columns != rows {
            let page = try await page("/fr/landscape/coverage?rows=\(rows.rawValue)&columns=\(columns.rawValue)")
            let cells = census.values(of: rows).count * census.values(of: columns).count
            #expect(page.all("td").count == cells)
            #expect(page.localLinks.filter { $0.hasPrefix("/fr/landscape/offers?") }.count == cells)
        }
    }

    @Test(arguments: Language.allCases) func aNumberOpensAsManyOffersAsItSays(_ language: Language) async throws {
        let census = Census(site.snapshot.catalogue)
        let coverage = Coverage(census, rows: .theme, columns: .territory)
        var tried = 0
        for row in coverage.rowValues.indices where row % 7 == 0 {
            for column in coverage.columnValues.indices where column % 5 == 0 {
                var request = CoverageRequest(rows: .theme, columns: .territory)
                request = request.cell(row: coverage.rowValues[row], column: coverage.columnValues[column])
                let list = try await page(Address.landscape(.offers(request)).print(in: language))
                let count = coverage[row, column].count
                let texts = Texts.of(Edition(language))
                #expect(list.all("h1").first?.text == texts(.coverageOffersTitle, count: count))
                tried += 1
            }
        }
        #expect(tried > 10)
    }

    @Test func theTableForSpreadsheetsHasALineForEachCell() async throws {
        let answer = try await site.get("/nl/landscape/coverage.csv?rows=pillar&columns=language")
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType]?.hasPrefix("text/csv") == true)
        let census = Census(site.snapshot.catalogue)
        let cells = census.values(of: .pillar).count * census.values(of: .language).count
        #expect(answer.body.split(whereSeparator: \.isNewline).count == cells + 1)
        #expect(try await site.get("/de/landscape/places.csv").status == .ok)
    }

    @Test func aLanguageThatIsAskedForIsMissedWhereItIsMissing() async throws {
        let dutch = try await page("/en/landscape/coverage?in=nl")
        let german = try await page("/en/landscape/coverage?in=de")
        func missed(_ page: Markup) -> Int { page.said.split(separator: "⇄").count - 1 }
        #expect(missed(german) > missed(dutch))
    }

    @Test func filtersLeaveLess() async throws {
        let census = Census(site.snapshot.catalogue)
        let filters = CensusFilters([.kind: ["channel"], .territory: ["liege"]])
        let count = census.offers(filters).count
        #expect(count > 0 && count < census.offers.count)
        let page = try await page("/en/landscape/coverage?kind=channel&territory=liege")
        #expect(page.said.contains("\(count) active entries looked at"))
    }

    @Test(arguments: [
        "rows=theme&columns=theme", "rows=moon&columns=%3Cscript%3E", "theme=nothing&kind=guide&age=900",
        "in=xx&rows=&columns=", "theme=" + String(repeating: "a", count: 900),
    ])
    func foolishAddressesShowATable(_ query: String) async throws {
        let page = try await page("/nl/landscape/coverage?\(query)")
        #expect(page.all("td").count > 0)
        #expect(!page.said.contains("<script>"))
        #expect(try await site.get("/nl/landscape/offers?\(query)").status == .ok)
    }

    @Test(arguments: Language.allCases) func theOverviewLeadsEverywhere(_ language: Language) async throws {
        let page = try await page("/\(language)/landscape")
        let links = Set(page.localLinks)
        for rest in [
            "coverage", "gaps", "synergies", "network", "time", "recommendations", "labs", "actions", "report", "state",
        ] {
            #expect(links.contains("/\(language)/landscape/\(rest)"), "\(rest)")
        }
        #expect(links.contains("/\(language)/landscape/places.csv"))
        #expect(page.all("h1").count == 1)
    }

    @Test func theAPISaysWhatThePageSays() async throws {
        let answer = try await site.get("/api/v1/landscape/coverage?rows=theme&columns=language&in=de")
        #expect(answer.status == .ok && answer.headers[.accessControlAllowOrigin] == "*")
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
        let cells = try #require(document["cells"] as? [[String: Any]])
        let coverage = Coverage(Census(site.snapshot.catalogue), rows: .theme, columns: .language)
        #expect(cells.count == coverage.rowValues.count * coverage.columnValues.count)
        #expect(
            cells.map { $0["count"] as? Int }
                == coverage.rowValues.indices.flatMap { row in
                    coverage.columnValues.indices.map { coverage[row, $0].count }
                })
        let whole = try await site.get("/api/v1/landscape")
        let all = try #require(try JSONSerialization.jsonObject(with: Data(whole.body.utf8)) as? [String: Any])
        #expect(Set(all.keys) == ["version", "offers", "records", "axes", "gaps", "alike", "network"])
        #expect(all["offers"] as? Int == coverage.total)
    }

    @Test(arguments: [
        "coverage?rows=moon", "coverage?columns=", "coverage?rows=theme&columns=theme", "coverage?in=xx",
        "coverage?theme=nothing", "gaps?w-theme=10", "gaps?limit=-1", "gaps?limit=9999", "gaps?offset=x",
    ])
    func theAPISaysWhatIsWrong(_ rest: String) async throws {
        let answer = try await site.get("/api/v1/landscape/\(rest)")
        #expect(answer.status == .badRequest)
        #expect(answer.headers[.contentType] == "application/problem+json")
    }
}

extension Markup {
    /// The text of the content, as a reader sees it.
    var said: String { (all("main").first?.text ?? "").replacing("&amp;", with: "&") }
}
