import Catalogue
import Exchange
import Foundation
import FoundationXML
import HTTPTypes
import Testing

@testable import Site

/// What crawlers, browsers and programs ask for.
@Suite struct MachinePageTests {
    private let site = TestSite.shipped

    private struct Listed: Hashable {
        let address: String
        let versions: [String: String]
        let modified: String?
    }

    private func listed(_ body: String) throws -> [Listed] {
        let root = try #require(try XMLDocument(data: Data(body.utf8)).rootElement())
        #expect(root.name == "urlset")
        return root.elements(forName: "url").map { url in
            let links = (url.children ?? []).compactMap { $0 as? XMLElement }.filter { $0.localName == "link" }
            let versions = links.map { link in
                func value(_ name: String) -> String {
                    link.attributes?.first { $0.name == name }?.stringValue ?? ""
                }
                return (value("hreflang"), value("href"))
            }
            return Listed(
                address: url.elements(forName: "loc").first?.stringValue ?? "",
                versions: Dictionary(versions) { first, _ in first },
                modified: url.elements(forName: "lastmod").first?.stringValue)
        }
    }

    // MARK: The map

    @Test func theMapHasEveryPageInEveryLanguage() async throws {
        let pages = try listed(try await site.get("/sitemap.xml").body)
        let expected = Address.listed(in: site.snapshot.catalogue).flatMap { address in
            Language.allCases.map { "https://shop.example" + address.print(in: $0) }
        }
        #expect(pages.count == expected.count && Set(pages.map(\.address)) == Set(expected))
        let all = Set(expected + ["https://shop.example/"])
        for page in pages {
            #expect(Set(page.versions.keys) == ["nl", "fr", "de", "en", "x-default"], "\(page.address)")
            #expect(page.versions.values.allSatisfy(all.contains), "\(page.address)")
            #expect(page.versions.values.contains(page.address), "\(page.address)")
        }
        // Every version names the same versions (otherwise search engines believe none of it).
        #expect(Set(pages.map(\.versions)).count == pages.count / 4)
    }

    @Test func aRecordSaysWhenItChanged() async throws {
        let pages = try listed(try await site.get("/sitemap.xml").body)
        let record = try #require(site.snapshot.catalogue.records.first)
        let page = pages.first { $0.address.hasSuffix("/nl/\(record.kind.folder)/\(record.id)") }
        #expect(page?.modified == site.snapshot.log[record.id]?.last.formatted(.iso8601))
    }

    /// More pages than one file may hold: an index, and files that together hold them all.
    @Test func aLargeMapComesInParts() async throws {
        var records: [Record] = []
        for number in 0..<10_200 {
            let name = "record-\(number)-" + String(repeating: "x", count: number % 80 + 1)
            records.append(
                Record(
                    id: try #require(RecordID(name)), kind: Kind.allCases[number % 6],
                    title: LocalisedText([.en: name]),
                    summary: LocalisedText(), status: .active))
        }
        let site = try TestSite(Catalogue(records: records, vocabularies: [], pages: []))
        let index = try #require(
            try XMLDocument(data: Data(try await site.get("/sitemap.xml").body.utf8)).rootElement())
        #expect(index.name == "sitemapindex")
        let files = index.elements(forName: "sitemap").compactMap { $0.elements(forName: "loc").first?.stringValue }
        #expect(files.count == 2)
        var seen: Set<Substring> = []
        var count = 0
        for file in files {
            let answer = try await site.get(String(file.dropFirst("https://shop.example".count)))
            #expect(answer.status == .ok && answer.body.utf8.count <= Sitemap.mostBytes)
            let addresses = answer.body.matches(of: #/<loc>([^<]*)<\/loc>/#).map(\.1)
            #expect(addresses.count <= Sitemap.most)
            count += addresses.count
            seen.formUnion(addresses)
        }
        #expect(count == Address.listed(in: site.snapshot.catalogue).count * 4 && seen.count == count)
        for path in ["/sitemaps/0.xml", "/sitemaps/3.xml", "/sitemaps/x.xml"] {
            #expect(try await site.get(path).status == .notFound, "\(path)")
        }
        #expect(try await self.site.get("/sitemaps/1.xml").status == .notFound)
    }

    // MARK: Crawlers

    @Test func crawlersMayFetchWhatTheMapNames() async throws {
        let rules = try await site.get("/robots.txt").body
        for path in Address.listed(in: site.snapshot.catalogue).map({ $0.print(in: .nl) }) {
            #expect(Self.isAllowed(path, by: rules), "\(path)")
        }
        for path in [
            "/nl/feed.atom", "/nl/search.atom?q=a", "/nl/events.ics", "/api/v1/records", "/oai?verb=Identify", "/hsds",
            "/fr/themes/gaming.atom", "/.well-known/api-catalog",
        ] {
            #expect(Self.isAllowed(path, by: rules), "\(path)")
        }
        for path in [
            "/nl/search?q=a", "/nl/shortlist?keep=a", "/nl/landscape/coverage?rows=theme", "/de/workspace/sign-in",
            "/fr/open-data/feeds?q=a", "/nl/plan?for=class", "/nl/?beside=fr", "/nl/themes/gaming?keep=a",
        ] {
            #expect(!Self.isAllowed(path, by: rules), "\(path)")
        }
    }

    /// RFC 9309: the longest rule that fits wins.
    private static func isAllowed(_ path: String, by rules: String) -> Bool {
        var best = (length: 0, isAllowed: true)
        for line in rules.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, ["Allow:", "Disallow:"].contains(parts[0]) else { continue }
            var rest = path[...]
            var fits = true
            for (place, piece) in parts[1].split(separator: "*", omittingEmptySubsequences: false).enumerated() {
                if place == 0 { fits = rest.hasPrefix(piece) }
                guard fits,
                    let range = rest.range(of: piece) ?? (piece.isEmpty ? rest.startIndex..<rest.startIndex : nil)
                else {
                    fits = false
                    break
                }
                rest = rest[range.upperBound...]
            }
            if fits, parts[1].count > best.length { best = (parts[1].count, parts[0] == "Allow:") }
        }
        return best.isAllowed
    }

    // MARK: Browsers and programs

    @Test(arguments: Language.allCases)
    func browsersLearnHowToSearch(_ language: Language) async throws {
        let answer = try await site.get("/\(language)/opensearch.xml")
        #expect(answer.status == .ok && answer.headers[.contentType] == "application/opensearchdescription+xml")
        let root = try #require(try XMLDocument(data: Data(answer.body.utf8)).rootElement())
        let templates = root.elements(forName: "Url").compactMap { url in
            url.attributes?.first { $0.name == "template" }?.stringValue
        }
        #expect(templates.count == 4)
        for template in templates {
            let path = template.dropFirst("https://shop.example".count).replacing("{searchTerms}", with: "sexting")
            #expect(try await site.get(String(path)).status == .ok, "\(path)")
        }
        #expect((root.elements(forName: "ShortName").first?.stringValue?.count ?? 99) <= 16)
        #expect((root.elements(forName: "Description").first?.stringValue?.count ?? 9_999) <= 1_024)
    }

    @Test func suggestionsComeAsBrowsersWantThem() async throws {
        let answer = try await site.get("/nl/suggestions.json?q=cyberp")
        #expect(answer.headers[.contentType] == "application/x-suggestions+json")
        #expect(answer.headers[.cacheControl] == "private, max-age=20")
        let list = try #require(try JSON(reading: Data(answer.body.utf8)).elements)
        #expect(list.count == 4 && list[0].text == "cyberp")
        let counts = Set(list.dropFirst().map { $0.elements?.count ?? -1 })
        #expect(counts.count == 1 && counts.first ?? 0 > 0)
    }

    @Test func programsFindEveryService() async throws {
        let answer = try await site.get("/.well-known/api-catalog")
        #expect(answer.headers[.contentType]?.hasPrefix("application/linkset+json") == true)
        let set = try #require(try JSON(reading: Data(answer.body.utf8))["linkset"]?.elements)
        #expect(set.allSatisfy { $0["anchor"]?.text?.hasPrefix("https://shop.example/") == true })
        #expect(set.count == 6)
        let head = try await site.get("/.well-known/api-catalog", method: .head)
        #expect(
            head.headers[try #require(HTTPField.Name("Link"))]?.contains("api-catalog") == true && head.body.isEmpty)
    }

    @Test func theFrontDoorPicksALanguageForBrowsersToo() async throws {
        let answer = try await site.get("/opensearch.xml", headers: [.acceptLanguage: "fr"])
        #expect(answer.headers[.location] == "/fr/opensearch.xml")
    }
}
