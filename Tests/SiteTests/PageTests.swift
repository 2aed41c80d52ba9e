import Catalogue
import Foundation
import HTTPTypes
import NIOCore
import Search
import Testing

@testable import Site

/// What every page owes its reader, checked on every page of the shipped catalogue in four languages.
@Suite struct PageTests {
    private let site = TestSite.shipped

    @Test(arguments: Language.allCases)
    func everyPageIsWhole(_ language: Language) async throws {
        let addresses = Address.listed(in: site.snapshot.catalogue)
        #expect(addresses.count > 700)
        for address in addresses {
            try await check(address.print(in: language), language: language)
        }
    }

    @Test func aPrintedShortlistLeadsBackAndToEachRecord() async throws {
        let page = try Markup(try await site.get("/nl/shortlist?keep=feitencheckers,awel-102").body)
        let printed = page.all("p").filter { $0.attributes["class"]?.hasPrefix("only-in-print") == true }.map(\.text)
        #expect(printed.contains("https://shop.example/nl/shortlist?keep=feitencheckers,awel-102"), "\(printed)")
        #expect(printed.contains { $0.contains("shop.example/feitencheckers · https://mediawijs.be/") }, "\(printed)")
    }

    /// The page of places says so.
    @Test func everyTownHasSomethingOfItsOwn() {
        for town in site.snapshot.catalogue[.territories].concepts where town.type == "municipality" {
            #expect(site.snapshot.catalogue.records.contains { $0.territories.contains(town.id) }, "\(town.id)")
        }
    }

    @Test(arguments: Language.allCases)
    func pagesOfChoicesAreWholeToo(_ language: Language) async throws {
        for rest in [
            "search", "search?q=sexting", "search?q=xyzzyx&theme=gaming", "search?theme=gaming&theme=nope&page=3",
            "search?age=12-16&open=now&sort=newest&territory=brussels&cost=free&language=nl&kind=resource&format=game&need=report-something",
            "shortlist", "shortlist?keep=awel-102,child-focus-116000,nope", "records/awel-102/suggestion",
            "channels/awel-102?keep=awel-102",
        ] {
            try await check("/\(language)/\(rest)", language: language)
        }
    }

    /// What every page owes its reader holds for the easy editions, and for two editions beside one another.
    @Test(arguments: Edition.allCases)
    func otherWaysToReadAreWholeToo(_ edition: Edition) async throws {
        for rest in [
            "", "help", "help/sextortion", "help/sextortion/teenager", "help/bullied-online/parent", "kids/grooming",
            "channels/awel-102",
            "organisations/child-focus", "themes/cyberbullying", "routes/first-smartphone", "accessibility", "glossary",
            "offline", "territories/brussels/poster", "search?q=sexting", "workspace/readability", "plan?for=class",
        ] {
            try await check("/\(edition)/\(rest)", edition: edition)
            let second = edition.isSimple ? Edition(edition.language) : Edition(.en, isSimple: true)
            let mark = rest.contains("?") ? "&" : "?"
            try await check("/\(edition)/\(rest)\(mark)beside=\(second)", edition: edition)
        }
    }

    /// What an old phone pays for: the page packed, and on a first visit the styles and the icon of the site with it.
    @Test(arguments: [Edition(.de), Edition(.fr, isSimple: true)])
    func everyPageIsLight(_ edition: Edition) async throws {
        let once = [Asset.styles, Asset.icon].map { size(of: $0.bytes) }.reduce(0, +)
        for address in Address.listed(in: site.snapshot.catalogue) {
            let bytes = size(of: Array(try await site.get(address.print(in: edition)).body.utf8))
            #expect(bytes <= 8_192 && bytes + once <= 14_336, "\(address.print(in: edition)): \(bytes) bytes")
        }
    }

    private func size(of bytes: [UInt8]) -> Int {
        ContentCoding.gzip.pack(ByteBuffer(bytes: bytes), thoroughly: false)?.readableBytes ?? bytes.count
    }

    private func check(_ path: String, language: Language) async throws {
        try await check(path, edition: Edition(language))
    }

    private func check(_ path: String, edition: Edition) async throws {
        let answer = try await site.get(path)
        #expect(answer.status == .ok, "\(path)")
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8", "\(path)")
        #expect(answer.headers[.contentLanguage] == edition.description, "\(path)")
        let markup: Markup
        do { markup = try Markup(answer.body) } catch {
            Issue.record("\(path): \(error)")
            return
        }
        #expect(markup.all("html").first?.attributes["lang"] == edition.description, "\(path)")
        #expect(markup.all("h1").count == 1, "\(path)")
        #expect(markup.all("main").count == 1, "\(path)")
        #expect(markup.all("title").first.map { !$0.text.isEmpty } ?? false, "\(path)")
        let ids = markup.elements.compactMap { $0.attributes["id"] }
        #expect(ids.count == Set(ids).count, "\(path): \(ids)")
        let controls = markup.elements.filter {
            ["input", "select", "textarea"].contains($0.name)
                && !["hidden", "checkbox", "radio"].contains($0.attributes["type"] ?? "")
        }
        let labelled = Set(markup.all("label").compactMap { $0.attributes["for"] })
        for control in controls { #expect(labelled.contains(control.attributes["id"] ?? ""), "\(path)") }
        // Three siblings, one step away, and the page itself.
        let siblings = markup.all("a").filter { $0.attributes["hreflang"] != nil }
        #expect(siblings.compactMap { $0.attributes["hreflang"] } == Language.allCases.map(\.rawValue), "\(path)")
        // Somebody to call.
        #expect(answer.body.contains("tel:112"), "\(path)")
    }

    /// From the four home pages, every link inside the site is followed until no new one is found.
    @Test func noLinkIsBroken() async throws {
        var seen: Set<String> = []
        var wave = Set(Language.allCases.map { Address.home.print(in: $0) })
        var broken: [String] = []
        while !wave.isEmpty {
            seen.formUnion(wave)
            let found = try await followed(Array(wave))
            broken += found.broken
            wave = found.links.subtracting(seen)
        }
        #expect(broken == [])
        for address in Address.listed(in: site.snapshot.catalogue) {
            for language in Language.allCases where !seen.contains(address.print(in: language)) {
                // Reached by choosing in a search, not by a plain link.
                guard case .record = address else {
                    Issue.record("no way leads to \(address.print(in: language))")
                    continue
                }
            }
        }
        print("crawled \(seen.count) addresses, \(broken.count) broken")
    }

    /// Where the pages at some addresses lead to, and which of them are none; in two halves at once, as this is the longest of
    /// all tests.
    private func followed(_ paths: [String]) async throws -> (links: Set<String>, broken: [String]) {
        try await withThrowingTaskGroup(of: (links: Set<String>, broken: [String]).self) { group in
            for half in [paths[..<(paths.count / 2)], paths[(paths.count / 2)...]] {
                group.addTask {
                    var (links, broken) = (Set<String>(), [String]())
                    for path in half {
                        let answer = try await site.get(path)
                        guard answer.status.code < 400 else {
                            broken.append("\(path): \(answer.status.code)")
                            continue
                        }
                        guard answer.headers[.contentType]?.hasPrefix("text/html") ?? false else { continue }
                        let targets = try Markup(answer.body).localLinks.map { String($0.prefix { $0 != "#" }) }
                        // Of searches and shortlists there is no end; one of each kind is enough.
                        links.formUnion(targets.filter(Self.isWorthFollowing))
                    }
                    return (links, broken)
                }
            }
            return try await group.reduce(into: (Set(), [])) {
                $0.links.formUnion($1.links)
                $0.broken += $1.broken
            }
        }
    }

    private static func isWorthFollowing(_ path: String) -> Bool {
        if path.contains("keep=") || path.contains("beside=") || path.hasSuffix(".zip") { return false }
        // Of the easy editions, which differ in their texts alone, one is walked.
        if let edition = Edition(path: path), edition.isSimple, edition.language != .de { return false }
        guard let query = path.split(separator: "?").dropFirst().first else { return true }
        return query.split(separator: "&").count == 1
    }

    @Test func languageIsPickedAtTheDoorOnly() async throws {
        for (header, language) in [
            ("fr-BE,fr;q=0.9,en;q=0.8", "fr"), ("de", "de"), ("es,pt", "nl"), ("", "nl"), ("en;q=0.3,nl;q=0.4", "nl"),
            ("fr;q=0,de;q=0.1", "de"), ("*", "nl"), (";;,q=;", "nl"),
        ] {
            let answer = try await site.get("/", headers: [.acceptLanguage: header])
            #expect(answer.status == .found)
            #expect(answer.headers[.location] == "/\(language)/", "\(header)")
            #expect(answer.headers[.vary] == "Accept-Language")
        }
        let page = try await site.get("/nl/", headers: [.acceptLanguage: "fr"])
        #expect(page.headers[.contentLanguage] == "nl")
    }

    @Test func aRecordIsFoundByItsIdAlone() async throws {
        let answer = try await site.get("/fr/records/child-focus?keep=awel-102")
        #expect(answer.status == .found)
        #expect(answer.headers[.location] == "/fr/organisations/child-focus?keep=awel-102")
        #expect(try await site.get("/fr/channels/child-focus").headers[.location] == "/fr/organisations/child-focus")
        #expect(try await site.get("/fr/channels").headers[.location] == "/fr/search?kind=channel")
    }

    @Test func errorsAreFriendly() async throws {
        for (path, language) in [
            ("/de/nope", "de"), ("/fr/channels/nope", "fr"), ("/en/themes/nope", "en"), ("/xx/", "nl"),
        ] {
            let answer = try await site.get(path)
            #expect(answer.status == .notFound)
            let markup = try Markup(answer.body)
            #expect(markup.all("html").first?.attributes["lang"] == language)
            #expect(answer.body.contains("tel:116000"))
            #expect(!markup.all("form").isEmpty)
        }
        let french = try await site.get("/nope", headers: [.acceptLanguage: "fr"])
        #expect(french.body.contains("<html lang=\"fr\">"))
        #expect(try await site.get("/nl/", method: .put).status == .methodNotAllowed)
        #expect(try await site.post("/nl/", "a=b").status == .methodNotAllowed)
        #expect(try await site.get("/nl/search?q=" + String(repeating: "a", count: 5_000)).status == .uriTooLong)
    }

    @Test func aWithdrawnRecordSaysSo() async throws {
        let id = try #require(RecordID("awel-102"))
        var record = try #require(site.snapshot.catalogue[id])
        record.withdrawn = PartialDate("2026-11-01")
        let site = try TestSite(Catalogue(records: [record], vocabularies: [], pages: []))
        #expect(try await site.get("/nl/channels/awel-102").status == .gone)
        #expect(try await site.get("/nl/records/awel-102").status == .gone)
        #expect(
            site.snapshot.search(SearchRequest(), language: .nl, now: BrusselsTime(TestSite.noon)).results.total == 0)
    }

    @Test func anEmptyShopStillStands() async throws {
        let site = try TestSite(.empty)
        for path in [
            "/nl/", "/fr/search?q=x", "/de/themes", "/en/help", "/nl/events", "/fr/territories", "/de/shortlist?keep=a",
        ] {
            let answer = try await site.get(path)
            #expect(answer.status == .ok, "\(path)")
            _ = try Markup(answer.body)
        }
    }
}
