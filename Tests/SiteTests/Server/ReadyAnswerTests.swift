import Catalogue
import Editorial
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import Testing

@testable import Site

/// What is ready is answered before the router is asked, and as it would be behind it.
@Suite struct ReadyAnswerTests {
    private let site: TestSite

    init() throws { site = try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon) }

    @Test(arguments: ["GET", "HEAD"], ["", "gzip", "br, gzip", "gzip;q=0"])
    func itIsTheSameAnswer(_ method: String, _ coding: String) async throws {
        var headers: HTTPFields = [:]
        if !coding.isEmpty { headers[.acceptEncoding] = coding }
        // Once to make it, and once more as it is ready.
        _ = try await site.get("/nl/channels/awel-102", headers: headers)
        let long = try await site.get(
            "/nl/channels/awel-102", headers: headers, method: try #require(HTTPRequest.Method(method)))
        let connection = try DoorConnection(site.site)
        let lines = coding.isEmpty ? "" : "Accept-Encoding: \(coding)\r\n"
        let short = try SentHead(
            try connection.ask("\(method) /nl/channels/awel-102 HTTP/1.1\r\nHost: a\r\n\(lines)\r\n"))
        #expect(try connection.passed() == [])
        #expect(short.line == "HTTP/1.1 200 OK")
        for field in long.headers { #expect(short.fields[field.name.canonicalName] == field.value, "\(field.name)") }
        #expect(Set(short.fields.keys) == Set(long.headers.map(\.name.canonicalName) + ["date"]))
        #expect(short.fields["content-security-policy"]?.hasPrefix("default-src 'none'") ?? false)
        #expect(Date(httpDate: try #require(short.fields["date"]))?.timeIntervalSinceNow.magnitude ?? 9 < 5)
        #expect(connection.isOpen)
        if method == "HEAD" {
            #expect(short.body.isEmpty)
        } else if long.headers[.contentEncoding] == nil {
            #expect(short.body == long.body)
        }
    }

    @Test func whoHasItAlreadyIsToldSo() async throws {
        let tag = try #require(try await site.get("/nl/channels/awel-102").headers[.eTag])
        let connection = try DoorConnection(site.site)
        for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let text = try connection.ask(
                "GET /nl/channels/awel-102 HTTP/1.1\r\nHost: a\r\nIf-None-Match: \(known)\r\n\r\n")
            let answer = try SentHead(text)
            #expect(answer.line == "HTTP/1.1 304 Not Modified")
            #expect(answer.fields["etag"] == tag && answer.fields["content-type"] == nil)
            #expect(answer.fields["content-length"] == nil && answer.body.isEmpty)
            #expect(text.hasSuffix("\r\n\r\n"))
        }
        let other = try connection.ask("GET /nl/channels/awel-102 HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"x\"\r\n\r\n")
        #expect(other.hasPrefix("HTTP/1.1 200 OK"))
    }

    @Test func whatComesWithTheProgramIsAlwaysReady() throws {
        let connection = try DoorConnection(site.site)
        let answer = try SentHead(try connection.ask("GET \(Asset.styles.path) HTTP/1.1\r\nHost: a\r\n\r\n"))
        #expect(answer.line == "HTTP/1.1 200 OK")
        #expect(answer.fields["cache-control"] == "public, max-age=31536000, immutable")
        #expect(answer.body.utf8.count == Asset.styles.bytes.count)
    }

    @Test(arguments: [
        "POST /nl/about HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx",
        "GET /nl/about HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx",
        "GET /nl/about HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET /nl/about HTTP/1.1\r\nHost: a\r\nAccept: application/x-ndjson\r\n\r\n",
        "GET /nl/about HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1\r\n\r\n",
        "GET /nl/about HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"a\"\r\nIf-None-Match: \"b\"\r\n\r\n",
        "GET /nl/about?x=1 HTTP/1.1\r\nHost: a\r\n\r\n", "DELETE /nl/about HTTP/1.1\r\nHost: a\r\n\r\n",
    ])
    func theRestIsHandedOn(_ request: String) async throws {
        _ = try await site.get("/nl/about")
        let connection = try DoorConnection(site.site)
        #expect(try connection.ask(request) == "")
        #expect(try connection.passed().count == 1)
    }

    @Test func nothingOvertakesWhatCameBefore() async throws {
        _ = try await site.get("/nl/about")
        let connection = try DoorConnection(site.site)
        let slow = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"
        let ready = "GET /nl/about HTTP/1.1\r\nHost: a\r\n\r\n"
        let first = try connection.ask(ready + slow + ready)
        #expect(first.components(separatedBy: "HTTP/1.1 200 OK").count == 2)
        #expect(try connection.passed() == ["/slow", "/nl/about"])
        try connection.answer("slow")
        #expect(try connection.ask(ready).hasSuffix("slow"))
        #expect(try connection.passed() == ["/nl/about"])
        try connection.answer("one")
        try connection.answer("two")
        #expect(try connection.sent().hasSuffix("two"))
        #expect(try connection.ask(ready).hasPrefix("HTTP/1.1 200 OK"))
        #expect(try connection.passed() == [])
    }

    @Test func manyInOneGoAreAllAnswered() async throws {
        _ = try await site.get("/nl/about")
        let connection = try DoorConnection(site.site)
        let request = "GET /nl/about HTTP/1.1\r\nHost: a\r\n\r\n"
        let answers = try connection.ask(String(repeating: request, count: 50))
        #expect(answers.components(separatedBy: "HTTP/1.1 200 OK").count == 51)
    }

    @Test func itIsCountedAsAnyOther() async throws {
        _ = try await site.get("/nl/help/bullied-online")
        let before = site.site.environment.times.sinceStart?.answers ?? 0
        let connection = try DoorConnection(site.site)
        for agent in ["Firefox", "Googlebot"] {
            let answer = try connection.ask(
                "GET /nl/help/bullied-online HTTP/1.1\r\nHost: a\r\nUser-Agent: \(agent)\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
        }
        #expect(site.site.environment.times.sinceStart?.answers == before + 2)
        let walks = site.site.environment.walks.take()
        #expect(walks.first?.guides["bullied-online"]?.begun == 2, "one by the long way, one by the short, no robot")
    }

    @Test func aNewSnapshotMakesWhatWasReadyOld() async throws {
        _ = try await site.get("/nl/about")
        let snapshot = site.snapshot
        site.site.environment.snapshots.replace(
            with: Snapshot(PublishedCatalogue(catalogue: snapshot.catalogue, revision: snapshot.revision + 1)))
        let connection = try DoorConnection(site.site)
        #expect(try connection.ask("GET /nl/about HTTP/1.1\r\nHost: a\r\n\r\n") == "")
        #expect(try connection.passed() == ["/nl/about"])
    }
}
