import Catalogue
import Editorial
import Exchange
import Foundation
import HTML
import HTTPTypes
import Mapping
import Testing

@testable import Site

@Suite struct LandscapeReportTests {
    @Test(arguments: Language.allCases) func theReportIsWholeInEachLanguage(_ language: Language) async throws {
        let past = try await HistorySite()
        for path in [
            "report", "reports/\(past.first)", "reports/\(past.second)", "reports/\(past.first)/\(past.second)",
        ] {
            let answer = try await past.get("/\(language)/landscape/\(path)")
            #expect(answer.status == .ok, "\(path)")
            let page = try Markup(answer.body)
            #expect(page.all("h1").count == 1)
            let levels = page.elements.filter { ["h1", "h2", "h3", "h4"].contains($0.name) }
                .compactMap { $0.name.last?.wholeNumberValue }
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(path): \(levels)")
            let ids = page.elements.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count, "\(path)")
            for link in page.all("a").compactMap({ $0.attributes["href"] }) where link.hasPrefix("#") {
                #expect(ids.contains(String(link.dropFirst())), "\(link)")
            }
            #expect(!answer.body.contains("snapshotReport"), "a text is missing")
            // Every table has its number, one after the other; parts of one table share it.
            let numbers = page.all("caption").compactMap { caption in
                caption.text.firstMatch(of: #/^\p{L}+ (\d+)\. /#).flatMap { Int($0.1) }
            }
            #expect(numbers.count == page.all("table").count && numbers == numbers.sorted(), "\(path)")
        }
    }

    @Test func theTitlePageSaysDayVersionAddressAndHowToCite() async throws {
        let past = try await HistorySite()
        let body = try await past.get("/nl/landscape/report").body
        let address = "https://shop.example/nl/landscape/reports/\(past.second)"
        for part in [
            "1 september 2026", "\(past.second)", address, "Belgian Better Internet Consortium (B-BICO) (2026).",
        ] {
            #expect(body.contains(part), "\(part)")
        }
        let citations = try Markup(body).all("li").filter { $0.text.contains("B-BICO) (2026)") }
        #expect(citations.compactMap { $0.attributes["lang"] } == ["nl", "fr", "de", "en"])
        for (citation, language) in zip(citations, Language.allCases) {
            #expect(citation.text.hasSuffix("https://shop.example/\(language)/landscape/reports/\(past.second)"))
        }
    }

    @Test func figuresOnThePageAreThoseOfTheCatalogue() async throws {
        let past = try await HistorySite()
        let catalogue = past.site.snapshot.catalogue
        let csv = try await past.get("/en/landscape/reports/\(past.second)/kinds.csv").body
        let rows = csv.split(separator: "\r\n").map { $0.split(separator: ",").map(String.init) }
        #expect(rows.count == Kind.allCases.count + 2)
        for (row, kind) in zip(rows.dropFirst(), Kind.allCases) {
            let records = catalogue.records.filter { $0.kind == kind }
            let counts = Status.allCases.map { status in records.filter { $0.status == status }.count }
            #expect(row.dropFirst().prefix(4).compactMap { Int($0) } == counts + [records.count], "\(kind)")
        }
        let total = rows.last?.dropFirst().compactMap { Int($0) }
        #expect(total?[3] == catalogue.records.count)
        let page = try Markup(try await past.get("/en/landscape/report").body)
        #expect(page.all("td").contains { $0.text == "\(catalogue.records.count)" })
    }

    @Test(arguments: [Language.fr, .en]) func everyTableOnAPageCanBeHadAsCSV(_ language: Language) async throws {
        let past = try await HistorySite()
        var files: Set<String> = []
        for path in ["reports/\(past.second)", "reports/\(past.first)", "reports/\(past.first)/\(past.second)"] {
            let page = try Markup(try await past.get("/\(language)/landscape/\(path)").body)
            let links = page.localLinks.filter { $0.hasSuffix(".csv") }
            #expect(!links.isEmpty)
            for link in links {
                let answer = try await past.get(link)
                #expect(answer.status == .ok && answer.headers[.contentType] == CSVWriter.mediaType, "\(link)")
                let file = try CSVFile(Data(answer.body.utf8))
                #expect(!file.rows.isEmpty && file.rows.allSatisfy { $0.cells.count == file.headers.count }, "\(link)")
                files.insert(String(link.split(separator: "/").last ?? ""))
            }
        }
        let known = Set(ReportTable.allCases.map(\.file))
        #expect(files.isSubset(of: known))
        // Only what has no rows has no file on a page.
        for missing in known.subtracting(files) {
            let report = try await past.get("/\(language)/landscape/reports/\(past.second)/\(missing)")
            let comparison = try await past.get(
                "/\(language)/landscape/reports/\(past.first)/\(past.second)/\(missing)")
            let found = [report, comparison].filter { $0.status == .ok }
            #expect(found.count == 1 && found.allSatisfy { $0.body.split(separator: "\r\n").count == 1 }, "\(missing)")
        }
        #expect(try await past.get("/\(language)/landscape/reports/\(past.second)/changes.csv").status == .notFound)
        #expect(try await past.get("/\(language)/landscape/reports/\(past.second)/x.csv").status == .notFound)
        #expect(
            try await past.get("/\(language)/landscape/reports/\(past.first)/\(past.second)/kinds.csv").status
                == .notFound)
    }

    @Test func aNameThatLooksLikeAFormulaIsHarmlessInTheCSV() async throws {
        let past = try await HistorySite()
        let csv = try await past.get("/nl/landscape/reports/\(past.first)/\(past.second)/new.csv").body
        #expect(csv.contains("Een nieuw spel"))
        #expect(!csv.split(separator: "\r\n").contains { $0.hasPrefix("=") })
    }

    // MARK: The past

    @Test func anOlderReportNeverChanges() async throws {
        let past = try await HistorySite()
        let paths = ["\(past.first)", "\(past.first)/gaps.csv", "\(past.second)", "\(past.first)/\(past.second)"]
            .map { "/fr/landscape/reports/" + $0 }
        var before: [TestSite.Answer] = []
        for path in paths { before.append(try await past.get(path)) }
        try await past.publishMore()
        #expect(past.site.site.environment.snapshots.revision == past.second + 1)
        for (path, then) in zip(paths, before) {
            let now = try await past.get(path)
            #expect(now.body == then.body && now.headers[.eTag] == then.headers[.eTag], "\(path)")
            let tag = try #require(then.headers[.eTag])
            let again = try await past.site.get(path, headers: [.ifNoneMatch: tag])
            #expect(again.status == .notModified, "\(path)")
        }
        #expect(try await past.get("/fr/landscape/report").body.contains("reports/\(past.second + 1)"))
    }

    @Test func thePresentReportAsksTheStoreNothing() async throws {
        let past = try await HistorySite()
        for path in ["report", "reports/\(past.second)", "reports/\(past.second)/gaps.csv"] {
            #expect(try await past.get("/de/landscape/\(path)").status == .ok)
        }
        #expect(past.store.looksBack == 0)
        // An older one is read once, whatever is asked of it.
        for path in ["\(past.first)", "\(past.first)/kinds.csv", "\(past.first)/\(past.second)"] {
            #expect(try await past.get("/de/landscape/reports/\(path)").status == .ok)
        }
        #expect(past.store.looksBack == 1)
    }

    @Test(arguments: Language.allCases) func whileTheStoreIsAwayAPageSaysSo(_ language: Language) async throws {
        let past = try await HistorySite()
        past.store.losePast()
        for path in ["\(past.first)", "\(past.first)/\(past.second)", "\(past.first)/kinds.csv", "?from=2026-04-01"] {
            let answer = try await past.get("/\(language)/landscape/reports\(path.hasPrefix("?") ? "" : "/")\(path)")
            #expect(answer.status == .serviceUnavailable, "\(path)")
            #expect(answer.headers[.cacheControl] == "no-store")
            let page = try Markup(answer.body)
            #expect(page.all("h1").first?.text == Texts.of(language)(.snapshotReportAwayTitle))
            #expect(page.localLinks.contains("/\(language)/landscape/report"))
        }
        for path in ["report", "reports/\(past.second)"] {
            #expect(try await past.get("/\(language)/landscape/\(path)").status == .ok)
        }
    }

    @Test func fewOlderReportsAreKept() async throws {
        let past = try await HistorySite()
        var record = try #require(past.site.snapshot.catalogue[HistorySite.new])
        for number in 1...9 {
            record.title[.nl] = "Spel \(number)"
            _ = try await past.store.publish(
                [.record(record)], by: "test", at: HistorySite.changed.addingTimeInterval(Double(number) * 86_400))
        }
        let shelf = LandscapeReportShelf()
        for revision in past.second...past.second + 9 {
            #expect(try await shelf.report(at: revision, from: past.store)?.revision == revision)
        }
        #expect(shelf.count == LandscapeReportShelf.capacity)
        let looks = past.store.looksBack
        _ = try await shelf.report(at: past.second + 9, from: past.store)
        #expect(past.store.looksBack == looks)
        #expect(try await shelf.report(at: past.second + 10, from: past.store)?.revision == nil)
    }

    // MARK: The file

    @Test(arguments: Language.allCases) func asOneFileItNeedsNothingElse(_ language: Language) throws {
        let catalogue = TestSite.shipped.snapshot.catalogue
        let file = LandscapeFile(
            catalogue, revision: 7, day: CivilDay(year: 2026, month: 11, day: 27), language: language,
            publicAddress: "https://shop.example"
        ).render()
        #expect(file.hasPrefix("<!DOCTYPE html>") && file.contains("<html lang=\"\(language)\">"))
        for missing in ["<script", "<link", "src=", "href=\"/", "url(/"] {
            #expect(!file.contains(missing), "\(missing)")
        }
        #expect(file.contains("https://shop.example/\(language)/landscape/reports/7"))
        #expect(file.contains("@page"))
    }
}
