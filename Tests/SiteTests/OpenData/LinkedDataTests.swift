import Catalogue
import Exchange
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// What pages and names tell programs.
@Suite struct LinkedDataTests {
    private let site = TestSite.shipped

    /// The data block of a page.
    private func block(_ path: String, _ site: TestSite? = nil) async throws -> JSON {
        let body = try await (site ?? self.site).get(path).body
        let start = try #require(body.range(of: #"<script type="application/ld+json">"#), "\(path)")
        let end = try #require(body[start.upperBound...].range(of: "</script>"))
        return try JSON(reading: Data(body[start.upperBound..<end.lowerBound].utf8))
    }

    private func things(_ block: JSON) throws -> [JSON] { try #require(block["@graph"]?.elements) }

    private func thing(_ type: JSON, in block: JSON) throws -> JSON {
        try #require(try things(block).first { $0["@type"] == type })
    }

    @Test func everyListedPageTellsWhereItStands() async throws {
        // The way back to a report is in the map of the site, yet not for search engines.
        for address in Address.listed(in: site.snapshot.catalogue) where ![.home, .reportReturn].contains(address) {
            let block = try await block(address.print(in: .nl))
            let steps = try #require(try thing("BreadcrumbList", in: block)["itemListElement"]?.elements)
            #expect(steps.first?["item"] == "https://shop.example/nl/", "\(address)")
            #expect(steps.count > 1 && steps.last?["item"] == nil, "\(address)")
        }
    }

    @Test(arguments: Language.allCases)
    func theHomePageTellsHowToSearch(_ language: Language) async throws {
        let home = try await block("/\(language)/")
        let action = try #require(try thing("WebSite", in: home)["potentialAction"])
        #expect(action["target"]?["urlTemplate"]?.text == "https://shop.example/\(language)/search?q={query}")
        #expect(try thing("Organization", in: home)["@id"] == "https://shop.example/#organization")
    }

    @Test func aRecordIsToldUnderItsName() async throws {
        let paths = [
            ("channels/awel-102", "awel-102"), ("routes/first-smartphone", "first-smartphone"),
            ("help/sextortion", "sextortion"), ("resources/edubox-ai", "edubox-ai"),
        ]
        for (path, id) in paths {
            let things = try things(try await block("/fr/\(path)"))
            #expect(things.contains { $0["@id"]?.text == "https://shop.example/records/\(id)" }, "\(path)")
            let body = try await site.get("/fr/\(path)").body
            #expect(
                body.contains(#"rel="alternate" type="application/ld+json" href="/records/\#(id).jsonld""#), "\(path)")
        }
    }

    /// What is one reader's alone, or not to be listed, is none of a program's business.
    @Test(arguments: ["search?q=sexting", "shortlist?keep=awel-102", "channels/awel-102?keep=awel-102", "nowhere"])
    func otherPagesTellNothing(_ path: String) async throws {
        #expect(!(try await site.get("/nl/\(path)").body.contains("ld+json\">{")))
    }

    @Test func aHostileTitleStaysText() async throws {
        var record = Record(
            id: try #require(RecordID("evil")), kind: .resource,
            title: LocalisedText([.nl: "</script><script>alert(1)</script> & <!--"]), summary: LocalisedText(),
            status: .active)
        record.summary = LocalisedText([.nl: "\u{2028}\"}</SCRIPT>"])
        let site = try TestSite(Catalogue(records: [record], vocabularies: [], pages: []))
        let block = try await block("/nl/resources/evil", site)
        #expect(try thing("LearningResource", in: block)["name"]?.text == record.title[.nl])
    }

    // MARK: Names

    private func lead(_ accept: String?, _ language: String? = nil) async throws -> TestSite.Answer {
        var headers = HTTPFields()
        headers[.accept] = accept
        headers[.acceptLanguage] = language
        return try await site.get("/records/awel-102", headers: headers)
    }

    @Test(arguments: [
        (nil, nil, "/nl/channels/awel-102"), ("text/html", "fr-BE,nl;q=0.5", "/fr/channels/awel-102"),
        ("application/ld+json", nil, "/records/awel-102.jsonld"),
        ("application/json", nil, "/api/v1/records/awel-102"),
        ("text/html;q=0.3, application/*;q=0.9", nil, "/records/awel-102.jsonld"),
        ("application/ld+json, */*", "de", "/records/awel-102.jsonld"), ("*/*", "de", "/de/channels/awel-102"),
        ("image/png", nil, "/nl/channels/awel-102"), ("application/json;q=0", nil, "/nl/channels/awel-102"),
        (";;,/,q=", nil, "/nl/channels/awel-102"),
    ])
    func aNameLeadsToWhatIsAskedFor(_ accept: String?, _ language: String?, _ place: String) async throws {
        let answer = try await lead(accept, language)
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == place)
        #expect(answer.headers[.vary] == "Accept, Accept-Language")
    }

    @Test func aNameOfWhatIsGoneSaysSo() async throws {
        func record(_ id: String, _ change: (inout Record) -> Void) throws -> Record {
            var record = Record(
                id: try #require(RecordID(id)), kind: .resource, title: LocalisedText([.nl: id]),
                summary: LocalisedText(), status: .active)
            change(&record)
            return record
        }
        let day = PartialDate("2026-01-02")
        let site = try TestSite(
            Catalogue(
                records: [
                    try record("here") { _ in },
                    try record("moved") {
                        $0.withdrawn = day; $0.successor = RecordID("here"); $0.isMerged = true
                    },
                    try record("gone") { $0.withdrawn = day }, try record("aside") { $0.setAside = day },
                ], vocabularies: [], pages: []))
        let asksForData: HTTPFields = [.accept: "application/ld+json"]
        let moved = try await site.get("/records/moved", headers: asksForData)
        #expect(moved.status == .movedPermanently && moved.headers[.location] == "/records/here")
        let file = try await site.get("/records/moved.jsonld")
        #expect(file.status == .movedPermanently && file.headers[.location] == "/records/here.jsonld")
        for id in ["gone", "aside"] {
            #expect(try await site.get("/records/\(id)").status == .gone)
            #expect(try await site.get("/records/\(id)").headers[.contentType]?.hasPrefix("text/html") ?? false)
            for path in ["/records/\(id)", "/records/\(id).jsonld", "/records/\(id).bib", "/amb/\(id).json"] {
                let answer = try await site.get(path, headers: asksForData)
                #expect(answer.status == .gone, "\(path)")
                #expect(answer.headers[.contentType] == "application/problem+json", "\(path)")
            }
        }
        #expect(try await site.get("/records/nobody").status == .notFound)
        let unknown = try await site.get("/records/nobody", headers: asksForData)
        #expect(unknown.status == .notFound && unknown.headers[.contentType] == "application/problem+json")
        #expect(try await site.get("/records/here.exe").status == .notFound)
        #expect(try await site.get("/records/UPPER").status == .notFound)
    }

    // MARK: Files

    @Test func aDocumentIsOpenToAll() async throws {
        let answer = try await site.get("/records/awel-102.jsonld")
        #expect(answer.headers[.contentType] == "application/ld+json")
        #expect(answer.headers[.accessControlAllowOrigin] == "*")
        let tag = try #require(answer.headers[.eTag])
        #expect(try await site.get("/records/awel-102.jsonld", headers: [.ifNoneMatch: tag]).status == .notModified)
        let document = try JSON(reading: Data(answer.body.utf8))
        #expect(document["name"]?.elements?.count == 4)
    }

    @Test(arguments: Language.allCases)
    func everyRecordSaysHowToCiteIt(_ language: Language) async throws {
        for path in ["channels/awel-102", "routes/first-smartphone", "help/sextortion", "events/betternet-lab-1"] {
            let body = try await site.get("/\(language)/\(path)").body
            let id = path.split(separator: "/")[1]
            #expect(body.contains("https://shop.example/records/\(id)</"), "\(path)")
            #expect(body.contains("/records/\(id).bib?lang=\(language)"), "\(path)")
            #expect(body.contains("https://creativecommons.org/licenses/by/4.0/"), "\(path)")
        }
        let entry = try await site.get("/records/awel-102.ris?lang=\(language)")
        #expect(entry.body.contains("\r\nLA  - \(language)\r\n"))
        #expect(entry.headers[.contentDisposition] == #"attachment; filename="awel-102.ris""#)
    }

    @Test func learningResourcesComeAsLinesOfTheirProfile() async throws {
        let answer = try await site.get("/amb.ndjson")
        let lines = try answer.body.split(separator: "\n").map { try JSON(reading: Data($0.utf8)) }
        let wanted = site.snapshot.catalogue.records.filter { $0.kind == .resource || $0.kind == .route }
        #expect(lines.count == wanted.count)
        #expect(lines.allSatisfy { $0["type"] == ["LearningResource"] })
        #expect(try await site.get("/amb/awel-102.json").status == .notFound)
        #expect(try await site.get("/amb/edubox-ai.json?lang=fr").body.contains(#""@language":"fr""#))
    }
}
