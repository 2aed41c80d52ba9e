import Exchange
import Foundation
import FoundationXML
import HTTPTypes
import Testing

@testable import Site

/// `/oai` over HTTP; what the protocol says in itself is tested in ExchangeTests.
@Suite struct HarvestRoutesTests {
    private let site = TestSite.shipped

    @Test func answersInXMLToEverybody() async throws {
        let answer = try await site.get("/oai?verb=Identify")
        #expect(answer.status == .ok && answer.headers[.contentType] == "text/xml; charset=utf-8")
        #expect(answer.headers[.accessControlAllowOrigin] == "*")
        #expect(answer.headers[.setCookie] == nil && answer.headers[.cacheControl] == "no-store")
        #expect(answer.body.contains("<baseURL>https://shop.example/oai</baseURL>"))
    }

    @Test func aSentFormIsAnsweredLikeAnAddress() async throws {
        let query = "verb=GetRecord&identifier=oai%3Ashop.example%3Aawel-102&metadataPrefix=oai_dc"
        let got = try await site.get("/oai?\(query)")
        #expect(got.body.contains("<dc:identifier>https://shop.example/records/awel-102</dc:identifier>"))
        let posted = try await site.post("/oai", query)
        #expect(posted.body == got.body)
        // Nothing is changed by it, so a page of another site may send it as well.
        let foreign = HTTPField.Name("Sec-Fetch-Site").map { HTTPFields([HTTPField(name: $0, value: "cross-site")]) }
        let sent = try await site.post("/oai", query, headers: try #require(foreign))
        #expect(sent.body == got.body)
    }

    @Test func errorsOfTheProtocolAreAnswersLikeOthers() async throws {
        for (query, code) in [
            ("", "badVerb"), ("verb=Nope", "badVerb"), ("verb=Identify&x", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&set=%FF", "badArgument"),
            ("verb=GetRecord&identifier=%22%3Cx%3E&metadataPrefix=oai_dc", "idDoesNotExist"),
        ] {
            for answer in [try await site.get("/oai?\(query)"), try await site.post("/oai", query)] {
                #expect(answer.status == .ok && answer.body.contains("<error code=\"\(code)\">"), "\(query)")
                #expect(throws: Never.self) { try XMLDocument(data: Data(answer.body.utf8)) }
            }
        }
    }

    @Test func whatIsNoFormIsRefused() async throws {
        let json = try await site.post("/oai", "{}", headers: [.contentType: "application/json"])
        #expect(json.status == .unsupportedMediaType)
        let long = try await site.post("/oai", "verb=Identify&x=" + String(repeating: "x", count: 9_000))
        #expect(long.status == .contentTooLarge)
    }

    @Test func everyShippedRecordIsHarvestedOnce() async throws {
        var seen: Set<String> = []
        var query = "verb=ListIdentifiers&metadataPrefix=oai_dc"
        for _ in 0..<50 {
            let root = try XMLDocument(data: Data(try await site.get("/oai?\(query)").body.utf8)).rootElement()
            let list = try #require(root?.elements(forName: "ListIdentifiers").first)
            for header in list.elements(forName: "header") {
                let name = try #require(header.elements(forName: "identifier").first?.stringValue)
                #expect(seen.insert(name).inserted, "\(name) comes twice")
            }
            let token = list.elements(forName: "resumptionToken").first?.stringValue ?? ""
            guard !token.isEmpty else { break }
            query = "verb=ListIdentifiers&resumptionToken=\(token)"
        }
        #expect(seen.count == site.snapshot.log.changes.count)
    }

    @Test func everyShippedRecordIsWellFormedInEveryFormat() async throws {
        for format in ["oai_dc", "lom", "betternet"] {
            var query = "verb=ListRecords&metadataPrefix=\(format)"
            while !query.isEmpty {
                let root = try XMLDocument(data: Data(try await site.get("/oai?\(query)").body.utf8)).rootElement()
                let list = try #require(root?.elements(forName: "ListRecords").first)
                let token = list.elements(forName: "resumptionToken").first?.stringValue ?? ""
                query = token.isEmpty ? "" : "verb=ListRecords&resumptionToken=\(token)"
            }
        }
    }

    @Test func theSchemaOfOurOwnFormatIsServed() async throws {
        let answer = try await site.get("/oai/betternet.xsd")
        #expect(answer.status == .ok)
        let schema = try XMLDocument(data: Data(answer.body.utf8)).rootElement()
        let space = schema?.attribute(forName: "targetNamespace")?.stringValue
        #expect(space == "tag:betternet.be,2026:record")
        let record = try await site.get(
            "/oai?verb=GetRecord&identifier=oai:shop.example:awel-102&metadataPrefix=betternet")
        #expect(record.body.contains("xmlns:betternet=\"\(space ?? "")\""))
    }
}
