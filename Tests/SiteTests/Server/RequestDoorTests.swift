import Foundation
import NIOCore
import NIOHTTP1
import Testing

@testable import Site

/// How connections of HTTP/1 end, and what is refused at their door.
@Suite struct RequestDoorTests {
    private let site: TestSite

    init() throws { site = try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon) }

    private let styles = "GET \(Asset.styles.path)"

    @Test(arguments: [
        ("HTTP/1.1\r\nHost: a\r\nConnection: close", "close"),
        ("HTTP/1.1\r\nHost: a\r\nConnection: Close, TE", "close"),
        ("HTTP/1.0", "close"), ("HTTP/1.0\r\nConnection: TE", "close"),
        ("HTTP/1.0\r\nConnection: Keep-Alive", "keep-alive"), ("HTTP/1.1\r\nHost: a", nil),
    ])
    func theConnectionEndsAsItsReaderSaid(_ end: String, _ word: String?) throws {
        for target in [styles, "GET /slow"] {
            let connection = try DoorConnection(site.site)
            try connection.send("\(target) \(end)\r\n\r\n")
            if try connection.passed() == ["/slow"] { try connection.answer("slow") }
            let answer = try SentHead(try connection.sent())
            #expect(answer.line == "HTTP/1.1 200 OK" && answer.fields["connection"] == word, "\(target)")
            #expect(connection.isOpen == (word != "close"), "\(target)")
        }
    }

    @Test func nothingIsReadBehindTheLastRequest() throws {
        let connection = try DoorConnection(site.site)
        let last = "GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        #expect(try connection.ask(last + "\(styles) HTTP/1.1\r\nHost: a\r\n\r\n" + last) == "")
        #expect(try connection.passed() == ["/slow"])
        try connection.answer("the last")
        #expect(try connection.sent().hasSuffix("the last"))
        #expect(!connection.isOpen)
    }

    @Test func anOldReaderKnowsTheEndByTheEndOfTheConnection() throws {
        let connection = try DoorConnection(site.site)
        try connection.send("GET /slow HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        try connection.answer("as long as it is", hasLength: false)
        let answer = try SentHead(try connection.sent())
        #expect(answer.line == "HTTP/1.0 200 OK" && answer.body == "as long as it is")
        #expect(answer.fields["transfer-encoding"] == nil && answer.fields["connection"] == "close")
        #expect(!connection.isOpen)
    }

    @Test(arguments: [
        ("GET /nl/ HTTP/1.1\r\n\r\n", "400 Bad Request"),
        ("GET /nl/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400 Bad Request"),
        ("GET /nl/ HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", "400 Bad Request"),
        ("no request\r\n\r\n", "400 Bad Request"),
        ("GET /nl/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "400 Bad Request"),
        ("POST /nl/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n", "413 Content Too Large"),
    ])
    func whatIsNoRequestIsRefusedWithTheHeadersOfEveryAnswer(_ request: String, _ status: String) throws {
        let connection = try DoorConnection(site.site)
        let answer = try SentHead(try connection.ask(request))
        #expect(answer.line == "HTTP/1.1 \(status)")
        #expect(answer.fields["connection"] == "close" && answer.body == "\(status)\n")
        #expect(answer.fields["content-length"] == "\(answer.body.utf8.count)")
        #expect(answer.fields["x-content-type-options"] == "nosniff" && answer.fields["x-frame-options"] == "DENY")
        #expect(try connection.passed() == [] && !connection.isOpen)
    }

    @Test func headersWithoutEndAreRefused() throws {
        let connection = try DoorConnection(site.site)
        let answer = try connection.ask(
            "GET /nl/ HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 9_000))\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 431 Request Header Fields Too Large\r\n"))
        #expect(!connection.isOpen)
    }

    @Test func aBodyThatGrowsTooLargeIsBrokenOff() throws {
        let connection = try DoorConnection(site.site)
        try connection.send("POST /slow HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "1f4\r\n\(String(repeating: "x", count: 500))\r\n"
        #expect(try connection.ask(chunk + chunk) == "")
        #expect(try connection.ask(chunk).hasPrefix("HTTP/1.1 413 Content Too Large\r\n"))
        #expect(!connection.isOpen)
    }

    @Test func whoWaitsForLeaveToSendGetsIt() throws {
        let connection = try DoorConnection(site.site)
        let head = "POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n"
        #expect(try connection.ask(head) == "HTTP/1.1 100 Continue\r\n\r\n")
        try connection.send("x")
        try connection.answer("done")
        #expect(try connection.sent().hasPrefix("HTTP/1.1 200 OK"))
        #expect(connection.isOpen)
    }

    @Test func theRestOfARequestThatWasAnsweredEarlyIsNotReadAsAnother() throws {
        let connection = try DoorConnection(site.site)
        try connection.send("POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nx")
        try connection.answer("no")
        #expect(try SentHead(try connection.sent()).fields["connection"] == "close")
        #expect(!connection.isOpen)
    }

    @Test func aClosingSiteFinishesWhatItBegan() throws {
        let connection = try DoorConnection(site.site)
        let slow = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"
        try connection.send(slow + slow)
        connection.leave()
        try connection.answer("one")
        let first = try SentHead(try connection.sent())
        #expect(first.fields["connection"] == nil && first.body == "one" && connection.isOpen)
        try connection.answer("two")
        let second = try SentHead(try connection.sent())
        #expect(second.fields["connection"] == "close" && second.body == "two" && !connection.isOpen)
    }

    @Test func aClosingSiteStillAnswersARequestThatWasOnItsWay() throws {
        let connection = try DoorConnection(site.site)
        connection.leave()
        #expect(connection.isOpen)
        let answer = try SentHead(try connection.ask("\(styles) HTTP/1.1\r\nHost: a\r\n\r\n"))
        #expect(answer.line == "HTTP/1.1 200 OK" && answer.fields["connection"] == "close")
        #expect(!connection.isOpen)
    }

    @Test func whoComesUnsafelyThroughAProxyGoesTheLongWay() throws {
        let behind = try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon, proxies: .nearby)
        let request = "\(styles) HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: http\r\n\r\n"
        let believed = try DoorConnection(behind.site, peer: "127.0.0.1")
        #expect(try believed.ask(request) == "")
        #expect(try believed.passed().count == 1)
        #expect(try DoorConnection(behind.site).ask(request).hasPrefix("HTTP/1.1 200 OK"))
    }
}
