import Catalogue
import Editorial
import Exchange
import Foundation
import FoundationXML
import HTTPTypes
import Search
import Testing

@testable import Site

/// Feeds of everything, of themes, of organisations and of any search.
@Suite struct FeedTests {
    private let site = TestSite.shipped
    private static let atom = "application/atom+xml; charset=utf-8"

    /// One page of a feed, taken apart.
    struct Page {
        let root: XMLElement
        let entries: [XMLElement]

        init(_ body: String) throws {
            root = try #require(try XMLDocument(data: Data(body.utf8)).rootElement())
            entries = root.elements(forName: "entry")
        }

        var ids: [String] { entries.compactMap { $0.elements(forName: "id").first?.stringValue } }

        /// The ids of what is gone.
        var gone: [String] {
            (root.children ?? []).compactMap { $0 as? XMLElement }.filter { $0.localName == "deleted-entry" }
                .compactMap { Self.attribute("ref", of: $0) }
        }

        var total: Int? {
            (root.children ?? []).first { $0.localName == "totalResults" }?.stringValue.flatMap { Int($0) }
        }

        func link(_ relation: String) -> String? {
            root.elements(forName: "link").first { Self.attribute("rel", of: $0) == relation }
                .flatMap { Self.attribute("href", of: $0) }
        }

        static func attribute(_ name: String, of element: XMLElement) -> String? {
            element.attributes?.first { $0.name == name }?.stringValue
        }
    }

    /// All pages of a feed.
    private func pages(_ path: String, of site: TestSite? = nil) async throws -> [Page] {
        var pages: [Page] = []
        var next: String? = path
        while let path = next {
            let answer = try await (site ?? self.site).get(path)
            #expect(answer.status == .ok && answer.headers[.contentType] == Self.atom, "\(path)")
            let page = try Page(answer.body)
            #expect(page.link("self") == "https://shop.example" + path)
            pages.append(page)
            next = page.link("next").map { String($0.dropFirst("https://shop.example".count)) }
            #expect(pages.count < 200)
        }
        return pages
    }

    @Test(arguments: Language.allCases)
    func everyFeedIsWhole(_ language: Language) async throws {
        let catalogue = site.snapshot.catalogue
        let organisations = catalogue.records.filter { $0.kind == .organisation }.prefix(12)
        let feeds: [FeedAddress] =
            [.all, .search(SearchRequest())] + catalogue[.themes].concepts.map { .theme($0.id) }
            + organisations.map { .organisation($0.id) }
        for feed in feeds {
            let path = Address.feed(feed).print(in: language)
            let answer = try await site.get(path)
            #expect(answer.status == .ok && answer.headers[.contentType] == Self.atom, "\(path)")
            #expect(answer.headers[.contentLanguage] == language.rawValue)
            #expect(answer.headers[.accessControlAllowOrigin] == "*")
            let page = try Page(answer.body)
            #expect(page.entries.count <= CatalogueFeed.length)
            for element in [page.root] + page.entries {
                for name in ["id", "title", "updated"] {
                    #expect(element.elements(forName: name).count == 1, "\(path): \(name)")
                }
            }
            #expect(page.link("license") == "https://creativecommons.org/licenses/by/4.0/")
            #expect(Set(page.ids).count == page.ids.count)
            // The page that says the same is there.
            let alternate = try #require(page.link("alternate")?.dropFirst("https://shop.example".count))
            #expect(try await site.get(String(alternate)).status == .ok, "\(path)")
        }
    }

    /// Nothing is lost between pages, and nothing comes twice.
    @Test func thePagesHoldEverything() async throws {
        let pages = try await pages("/de/feed.atom")
        let ids = pages.flatMap(\.ids) + pages.flatMap(\.gone)
        let catalogue = site.snapshot.catalogue
        let names = (catalogue.records.map(\.id) + catalogue.away.keys).map { "https://shop.example/records/\($0)" }
        #expect(ids.count == names.count && Set(ids) == Set(names))
        #expect(Set(pages.map { $0.root.elements(forName: "id").first?.stringValue }).count == 1)
    }

    /// The saved search: what the page of the same address finds, and nothing else.
    @Test(arguments: [
        "", "q=sexting", "theme=gaming", "q=cyberpesten&audience=teachers", "kind=event&territory=flanders",
        "q=xyzzyx", "age=12-14&format=game&sort=title&page=3", "q=privacy&theme=gaming&theme=social-media",
    ])
    func agreesWithTheSearchPage(_ query: String) async throws {
        let request = SearchRequest(QueryItems(parsing: query)).changing { _ in }
        let found = site.snapshot.search(request, language: .fr, now: BrusselsTime(TestSite.noon)) { $0.limit = 9_999 }
        let pages = try await pages(Address.feed(.search(request)).print(in: .fr))
        #expect(pages.allSatisfy { $0.total == found.results.total })
        let names = found.results.hits.map { "https://shop.example/records/\($0.id)" }
        let ids = pages.flatMap(\.ids)
        #expect(ids.count == names.count && Set(ids) == Set(names))
        // As it stands in the address: the number of a page makes no other search of it.
        let asked = try await site.get("/fr/search.atom?" + query)
        #expect(try Page(asked.body).ids == pages.first?.ids)
        let shown = try await site.get(Address.search(request).print(in: .fr))
        #expect(shown.body.contains(Texts.of(.fr)(.resultsFound, count: found.results.total)))
    }

    @Test func theNewestChangeComesFirst() async throws {
        for path in ["/nl/feed.atom", "/nl/search.atom?q=privacy", "/nl/themes/gaming.atom"] {
            let places = try Page(try await site.get(path).body).ids.compactMap { id in
                RecordID(id.dropFirst("https://shop.example/records/".count)).flatMap {
                    site.snapshot.log[$0]?.revision
                }
            }
            #expect(places.count > 3 && places == places.sorted(by: >), "\(path)")
        }
    }

    @Test func aThemeHoldsItsNarrowerOnes() async throws {
        let theme = try #require(site.snapshot.catalogue[.themes].top.first).id
        let ids = Set(try await pages(Address.feed(.theme(theme)).print(in: .en)).flatMap(\.ids))
        let found = try await pages("/en/search.atom?theme=\(theme)").flatMap(\.ids)
        #expect(ids == Set(found) && !ids.isEmpty)
    }

    @Test func whatSomebodyTypedIsKeptByNobody() async throws {
        #expect(try await site.get("/nl/search.atom?q=geheim").headers[.cacheControl] == "private, max-age=20")
        #expect(try await site.get("/nl/search.atom?theme=gaming").headers[.cacheControl]?.hasPrefix("public") == true)
    }

    @Test func aCopyLearnsWhatIsGone() async throws {
        func record(_ id: String) throws -> Record {
            Record(
                id: try #require(RecordID(id)), kind: .resource, title: LocalisedText([.en: id]),
                summary: LocalisedText([.en: "S"]), status: .active)
        }
        var merged = try record("merged")
        merged.withdrawn = PartialDate("2026-01-01")
        merged.successor = try record("there").id
        merged.isMerged = true
        var aside = try record("aside")
        aside.setAside = PartialDate("2026-01-01")
        let site = try TestSite(
            Catalogue(records: [merged, aside, try record("there")], vocabularies: [], pages: []))
        let body = try await site.get("/en/feed.atom").body
        let page = try Page(body)
        #expect(page.ids == ["https://shop.example/records/there"])
        #expect(Set(page.gone) == ["https://shop.example/records/merged", "https://shop.example/records/aside"])
        #expect(body.contains("<link rel=\"related\" href=\"https://shop.example/records/there\"/>"))
    }

    @Test(arguments: ["x", "0", "-3", "", "99999999999999999999"])
    func aFoolishPageIsToldSo(_ before: String) async throws {
        let answer = try await site.get("/en/feed.atom?lang=fr&before=\(before)")
        #expect(answer.status == .badRequest)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.body.contains("nombre entier"))
    }

    @Test func whatIsNoFeedIsNotFound() async throws {
        for path in ["/nl/themes/nope.atom", "/nl/organisations/awel-102.atom", "/xx/feed.atom", "/nl/themes/.atom"] {
            #expect(try await site.get(path).status == .notFound, "\(path)")
        }
    }

    @Test func noNewsIsAnswered304() async throws {
        let first = try await site.get("/nl/feed.atom")
        let tag = try #require(first.headers[.eTag])
        #expect(try await site.get("/nl/feed.atom", headers: [.ifNoneMatch: tag]).status == .notModified)
    }

    // MARK: Where feeds are named

    @Test(arguments: [
        ("/nl/", "/nl/feed.atom"), ("/fr/news", "/fr/feed.atom"), ("/de/themes/gaming", "/de/themes/gaming.atom"),
        ("/en/organisations/mediawijs", "/en/organisations/mediawijs.atom"),
        ("/nl/search?theme=gaming&page=2", "/nl/search.atom?theme=gaming"),
        ("/en/open-data/feeds", "/en/feed.atom"),
    ])
    func theHeadNamesTheFeed(_ page: String, _ feed: String) async throws {
        let markup = try Markup(try await site.get(page).body)
        let named = markup.all("link").filter { $0.attributes["type"] == "application/atom+xml" }
        #expect(named.compactMap { $0.attributes["href"] } == [feed])
        #expect(named.allSatisfy { $0.attributes["title"]?.isEmpty == false })
        #expect(try await site.get(feed).status == .ok)
        let search = markup.all("link").filter { $0.attributes["rel"] == "search" }
        #expect(search.count == 1)
    }

    @Test func somebodyInNeedIsNotOfferedNews() async throws {
        let body = try await site.get("/nl/search?q=ik+wil+niet+meer+leven").body
        #expect(!body.contains("search.atom"))
    }

    @Test(arguments: Language.allCases)
    func aFormMakesTheFeedOfASearch(_ language: Language) async throws {
        let page = try await site.get("/\(language)/open-data/feeds")
        #expect(page.status == .ok && !page.body.contains("noindex"))
        let made = try await site.get("/\(language)/open-data/feeds?q=pesten&theme=gaming&audience=&kind=")
        let feed = "/\(language)/search.atom?q=pesten&theme=gaming"
        #expect(try Markup(made.body).localLinks.contains(feed))
        #expect(made.body.contains("noindex") && made.headers[.cacheControl] == "private, max-age=20")
        #expect(try await site.get(feed).status == .ok)
    }
}
