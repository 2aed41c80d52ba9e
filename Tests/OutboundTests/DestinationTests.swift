import Foundation
import Testing

@testable import Outbound

@Suite struct DestinationTests {
    @Test(arguments: [
        "", "childfocus.be", "/path", "http://", "https://intranet/", "http://localhost/", "http://2130706433/",
        "http://127.1/", "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://[::1", "http://[fe80::1%25eth0]/",
        "http://a b.be/", "http://-a.be/", "http://a..be/", "http://exa%6Dple.be/", "http://childfocus.be\\@10.0.0.1/",
        "http://childfocus.be/\u{0}", "http://childfocus.be/\r\nHost: x",
        "http://\(String(repeating: "a", count: 64)).be/",
        "http://childfocus.be/" + String(repeating: "a", count: 8_000),
    ])
    func refusesWhatHasNoPublicHost(_ text: String) {
        #expect(throws: Refusal.self) { try Destination(text) }
    }

    @Test(arguments: ["ftp://childfocus.be/", "file:///etc/passwd", "gopher://childfocus.be/", "javascript:alert(1)"])
    func refusesOtherSchemes(_ text: String) {
        #expect { try Destination(text) } throws: { if case .scheme = $0 as? Refusal { true } else { false } }
    }

    @Test(arguments: ["http://me@childfocus.be/", "http://me:word@childfocus.be/", "http://@childfocus.be/"])
    func refusesNamesAndPasswords(_ text: String) {
        #expect(throws: Refusal.credentials) { try Destination(text) }
    }

    @Test(arguments: [0, 1, 22, 25, 53, 79, 110, 143, 465, 587, 993, 1_023, 2_049, 6_000, 6_667, 10_080])
    func refusesPortsOfOtherServices(_ port: Int) {
        #expect(throws: Refusal.port(port)) { try Destination("http://childfocus.be:\(port)/") }
    }

    @Test(arguments: [80, 443, 1_024, 8_080, 8_443, 65_535])
    func takesPortsOfWebsites(_ port: Int) throws { _ = try Destination("http://childfocus.be:\(port)/") }

    @Test(arguments: [
        ("HTTP://ChildFocus.BE", "http://childfocus.be/"),
        ("https://childfocus.be.:443/a?b=c#d", "https://childfocus.be/a?b=c"),
        ("http://childfocus.be:8080", "http://childfocus.be:8080/"),
        ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
        ("http://8.8.8.8/x", "http://8.8.8.8/x"),
        ("https://childfocus.be/één", "https://childfocus.be/%C3%A9%C3%A9n"),
        ("https://childfocus.be?q", "https://childfocus.be/?q"),
        ("https://childfocus.be/a b", "https://childfocus.be/a%20b"),
    ])
    func writesOneAddressInOneWay(_ text: String, _ expected: String) throws {
        #expect(try Destination(text).url.absoluteString == expected)
    }

    @Test(arguments: [
        ("/b", "https://childfocus.be/b"), ("b", "https://childfocus.be/a/b"), ("//awel.be/c", "https://awel.be/c"),
        ("?x=1", "https://childfocus.be/a/page?x=1"), ("http://awel.be", "http://awel.be/"),
    ])
    func followsRelativeRedirects(_ location: String, _ expected: String) throws {
        let base = try Destination("https://childfocus.be/a/page")
        #expect(try Destination(location, from: base).url.absoluteString == expected)
    }

    @Test func findsTheRobotsOfTheSameServer() throws {
        #expect(
            try Destination("http://childfocus.be:8080/a?b").robots().url.absoluteString
                == "http://childfocus.be:8080/robots.txt")
    }
}
