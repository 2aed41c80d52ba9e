import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct SecurityTests {
    private let site = TestSite.shipped

    /// Every kind of answer: page, redirect, asset, data, and every error.
    @Test(arguments: [
        ("/nl/", 200), ("/", 302), (Asset.styles.path, 200), ("/api/v1/search?q=a", 200),
        ("/api/v1/search?limit=x", 400),
        ("/health", 200), ("/nl/nope", 404), ("/robots.txt", 200), ("/sitemap.xml", 200),
        ("/nl/" + String(repeating: "x", count: 5_000), 414),
    ])
    func everyAnswerCarriesTheHeaders(_ path: String, _ status: Int) async throws {
        let answer = try await site.get(path)
        #expect(answer.status.code == status)
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { answer.headers[$0] } }
        let policy = try #require(header("Content-Security-Policy"))
        #expect(
            policy.hasPrefix("default-src 'none'") && policy.contains("frame-ancestors 'none'")
                && policy.contains("base-uri 'none'"))
        #expect(!policy.contains("unsafe") && !policy.contains("*") && policy.contains("script-src 'self';"))
        #expect(header("X-Content-Type-Options") == "nosniff")
        #expect(header("X-Frame-Options") == "DENY")
        #expect(header("Referrer-Policy") == "same-origin")
        #expect(header("Strict-Transport-Security") == "max-age=63072000; includeSubDomains")
        #expect(header("Set-Cookie") == nil)
        #expect(header("Server") == nil)
    }

    @Test(arguments: [
        "/../etc/passwd", "/nl/../../etc/passwd", "/assets/../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..%2f..%2fetc%2fpasswd", "/assets/base.css", "/.git/config", "/data/betternet.sqlite", "/nl/%00",
        "//etc/passwd",
        "/nl/channels/..%2f..%2f", "/assets/" + "\\..\\..\\etc\\passwd",
    ])
    func noFileCanBeReached(_ path: String) async throws {
        let answer = try await site.get(path)
        #expect(answer.status.code == 404 || answer.status.code == 400, "\(path)")
        #expect(!answer.body.contains("root:"))
    }

    @Test func pagesAskNobodyElse() async throws {
        for path in ["/nl/", "/fr/search?q=sexting", "/de/channels/child-focus-116000", "/en/themes/gaming"] {
            let markup = try Markup(try await site.get(path).body)
            let fetched = markup.all("link").filter { ["stylesheet", "icon"].contains($0.attributes["rel"] ?? "") }
            #expect(!fetched.isEmpty && fetched.allSatisfy { $0.attributes["href"]?.hasPrefix("/assets/") ?? false })
            #expect(
                markup.all("script").allSatisfy { script in
                    script.isData
                        || Asset.scripts.contains { $0.path == script.attributes["src"] } && script.text.isEmpty
                })
            #expect(markup.all("img").allSatisfy { $0.isOwnCode }, "\(path)")
            for name in ["iframe", "object", "embed", "video", "audio", "style"] {
                #expect(markup.all(name).isEmpty, "\(path): \(name)")
            }
        }
    }

    @Test func canonicalAddressesDoNotComeFromTheRequest() async throws {
        let host = try #require(HTTPField.Name("X-Forwarded-Host"))
        let answer = try await site.get("/nl/", headers: [host: "evil.example"])
        #expect(answer.body.contains("https://shop.example/nl/"))
        #expect(!answer.body.contains("evil.example"))
    }

    @Test func whatIsTypedIsKeptByNobody() async throws {
        for path in ["/nl/search?q=geheim", "/api/v1/search?q=geheim", "/api/v1/suggest?q=geheim"] {
            let answer = try await site.get(path)
            #expect(answer.headers[.cacheControl] == "private, max-age=20", "\(path)")
        }
        #expect(try await site.get("/nl/search?theme=gaming").headers[.cacheControl]?.hasPrefix("public") ?? false)
    }

    @Test func answersAreNotSentTwice() async throws {
        let first = try await site.get("/nl/")
        let tag = try #require(first.headers[.eTag])
        for header in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let again = try await site.get("/nl/", headers: [.ifNoneMatch: header])
            #expect(again.status == .notModified)
            #expect(again.body.isEmpty)
        }
        #expect(try await site.get("/nl/", headers: [.ifNoneMatch: "\"x\""]).status == .ok)
    }

    @Test func bodiesArePackedAsAsked() async throws {
        let plain = try await site.get("/nl/").body.utf8.count
        for (header, coding) in [
            ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("zstd", nil), ("", nil),
        ] {
            let answer = try await site.get("/nl/", headers: [.acceptEncoding: header])
            #expect(answer.headers[.contentEncoding] == coding, "\(header)")
            #expect(answer.headers[.vary]?.contains("Accept-Encoding") ?? false)
            if coding == nil { #expect(answer.body.utf8.count == plain) }
        }
        let head = try await site.get("/nl/", method: .head)
        #expect(head.status == .ok && head.body.isEmpty)
    }

    @Test func whoeverFindsAHoleKnowsWhomToTell() async throws {
        let answer = try await site.get("/.well-known/security.txt")
        #expect(answer.status == .ok && answer.headers[.contentType] == "text/plain; charset=utf-8")
        let lines = answer.body.split(separator: "\n").map(String.init)
        #expect(lines.contains("Contact: https://shop.example/en/contact"))
        // Half a year from the Monday on which the clock of the tests stands: less than the year of RFC 9116, 2.5.5.
        #expect(lines.contains("Expires: 2027-05-22T00:00:00Z"))
        #expect(try await site.get("/en/contact").status == .ok)
    }
}
