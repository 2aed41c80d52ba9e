import Catalogue
import Editorial
import Exchange
import Foundation
import FoundationXML
import HTTPTypes
import Testing

@testable import Site

/// Recommendations for spreadsheets and feed readers, and in the workspace.
@Suite struct RecommendationExchangeTests {
    private let site = TestSite.shipped
    private var catalogue: Catalogue { site.snapshot.catalogue }

    @Test(arguments: Language.allCases) func theTableHasARowForEach(_ language: Language) async throws {
        let answer = try await site.get("/\(language)/landscape/recommendations.csv")
        #expect(answer.headers[.contentType]?.hasPrefix("text/csv") ?? false)
        let table = try CSVFile(Data(answer.body.utf8))
        #expect(table.headers.count == 11)
        #expect(table.rows.count == catalogue.recommendations.count)
        let chosen = try CSVFile(
            Data(try await site.get("/\(language)/landscape/recommendations.csv?state=done").body.utf8))
        #expect(chosen.rows.count == catalogue.recommendations.count { $0.recommendation.state == .done })
        let years = try CSVFile(
            Data(try await site.get("/\(language)/landscape/recommendation-years.csv").body.utf8))
        #expect(years.headers.count == 6 && years.rows.count > 5)
    }

    @Test(arguments: Language.allCases) func theFeedHasEveryDatedStepOnce(_ language: Language) async throws {
        let answer = try await site.get("/\(language)/landscape/recommendations.atom")
        #expect(answer.headers[.contentType] == "application/atom+xml; charset=utf-8")
        let feed = Feed()
        let parser = XMLParser(data: Data(answer.body.utf8))
        parser.delegate = feed
        #expect(parser.parse())
        let dated = catalogue.recommendations.flatMap { promise -> [PartialDate] in
            let recommendation = promise.recommendation
            let evidence = recommendation.evidence + recommendation.measures.flatMap(\.evidence)
            return [recommendation.asked].compactMap { $0 } + evidence.compactMap(\.on)
        }
        // The first id and the first date are those of the feed itself.
        #expect(feed.ids.count == min(dated.count, RecommendationFeed.length) + 1)
        #expect(Set(feed.ids).count == feed.ids.count)
        let dates = Array(feed.dates.dropFirst())
        #expect(dates == dates.sorted(by: >))
        #expect(dates.allSatisfy { $0 <= "2026-11-23T12:00:00Z" })
        #expect(feed.dates.first == dates.first)
    }

    @Test func aStepKeepsItsNameInTheFeed() async throws {
        let now = try await site.get("/en/landscape/recommendations.atom").body
        let later = try TestSite(
            site.snapshot, clock: TestSite.noon.addingTimeInterval(200 * 86_400))
        let body = try await later.get("/en/landscape/recommendations.atom").body
        let names = now.matches(of: #/<id>([^<]*)<\/id>/#).map { String($0.1) }
        #expect(names.count > 10)
        for name in names { #expect(body.contains("<id>\(name)</id>"), "\(name)") }
    }

    // MARK: The workspace

    @Test func editingAPublicationLosesNoRecommendation() async throws {
        let work = try await WorkSite()
        let record = try #require(catalogue[Identifier.of("plan-education-aux-medias-fwb")])
        try #require(record.recommendations?.isEmpty == false)
        let begun = try await work.post(
            "/nl/workspace/entries/\(record.id)", [("action", "edit")], as: .coordinator)
        let path = try #require(begun.headers[.location])
        var form = try FilledForm(try await work.get(path, as: .coordinator).body)
        form.write("summary-nl", "Een plan met 62 acties.")
        form.write("why", "Korter")
        #expect(try await work.post(path, form.pressing("save"), as: .coordinator).status == .seeOther)
        let id = String(try #require(path.split(separator: "/").last))
        let draft = try #require(try await work.store.find(Draft.self, id)).value
        #expect(draft.record.summary[.nl] == "Een plan met 62 acties.")
        #expect(draft.record.recommendations == record.recommendations)
        #expect(draft.record.announced == record.announced)
    }

    @Test func aTableThatComesBackLosesNoRecommendation() throws {
        let record = try #require(catalogue[Identifier.of("better-internet-for-all-policy-brief")])
        let plan = try #require(catalogue[Identifier.of("plan-education-aux-medias-fwb")])
        let data = CSVExport().data(of: [record, plan])
        let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "2021", with: "2020")
        let file = try CSVFile(Data(text.utf8))
        let preview = ImportPreview(file, mapping: ColumnMapping(guessing: file.headers), catalogue: catalogue)
        let changed = preview.rows.compactMap { row -> Record? in
            if case .changed(let record, _) = row.outcome { record } else { nil }
        }
        #expect(changed.map(\.founded) == [2020, 2020])
        #expect(changed.map(\.recommendations) == [record.recommendations, plan.recommendations])
        #expect(changed.map(\.announced) == [9, nil])
    }

    private final class Feed: NSObject, XMLParserDelegate {
        private(set) var ids: [String] = []
        private(set) var dates: [String] = []
        private var text = ""

        func parser(
            _: XMLParser, didStartElement _: String, namespaceURI _: String?, qualifiedName _: String?,
            attributes _: [String: String]
        ) { text = "" }

        func parser(_: XMLParser, foundCharacters characters: String) { text += characters }

        func parser(_: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?) {
            if name == "id" { ids.append(text) }
            if name == "updated" { dates.append(text) }
        }
    }
}
