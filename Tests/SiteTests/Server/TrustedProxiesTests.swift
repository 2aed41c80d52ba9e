import HTTPTypes
import Logging
import Testing

@testable import Site

@Suite struct TrustedProxiesTests {
    @Test func nobodyIsBelievedUnlessNamed() {
        #expect(TrustedProxies.none.origin(peer: "192.0.2.1", forwardedFor: ["203.0.113.9"]) == "192.0.2.1")
        #expect(TrustedProxies.none.origin(peer: "127.0.0.1", forwardedFor: ["203.0.113.9"]) == "127.0.0.1")
        #expect(TrustedProxies.none.origin(peer: nil, forwardedFor: ["203.0.113.9"]) == nil)
    }

    @Test func theLastAddressThatIsNoProxyCounts() throws {
        let proxies = try TrustedProxies(["192.0.2.1", "198.51.100.0/24"])
        func origin(_ lines: String...) -> String? { proxies.origin(peer: "192.0.2.1", forwardedFor: lines) }
        #expect(origin("203.0.113.9") == "203.0.113.9")
        // What stands before what the proxies wrote, the reader may have written.
        #expect(origin("10.9.9.9, 203.0.113.9") == "203.0.113.9")
        #expect(origin("10.9.9.9, 203.0.113.9, 198.51.100.7") == "203.0.113.9")
        #expect(origin("10.9.9.9", "203.0.113.9 ,198.51.100.7") == "203.0.113.9")
        #expect(origin("203.0.113.9:4711") == "203.0.113.9")
        #expect(origin("[2001:db8:1:2:3::4]:4711") == "2001:db8:1:2:3::4")
        #expect(origin() == "192.0.2.1")
        #expect(proxies.origin(peer: "192.0.2.2", forwardedFor: ["203.0.113.9"]) == "192.0.2.2")
    }

    @Test func nearbyProxiesAreBelievedForTheirOwnWordOnly() {
        for peer in ["127.0.0.1", "::1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "fd00::1", nil] {
            #expect(TrustedProxies.nearby.origin(peer: peer, forwardedFor: ["1.1.1.1, 10.0.0.8"]) == "10.0.0.8")
        }
        for peer in ["11.0.0.1", "172.32.0.1", "2001:db8::1", "8.8.8.8"] {
            #expect(TrustedProxies.nearby.trust(peer) == false, "\(peer)")
        }
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.0/8", "::ffff:10.0.0.1", true),
        ("192.0.2.128/25", "192.0.2.200", true), ("192.0.2.128/25", "192.0.2.100", false),
        ("0.0.0.0/0", "203.0.113.1", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::1", false),
        ("2001:db8::/33", "2001:db8:8000::1", false), ("::1", "::1", true), ("::1", "::2", false),
        ("10.0.0.0/8", "no address", false),
    ])
    func networksHoldTheirAddresses(_ network: String, _ address: String, _ isHeld: Bool) throws {
        #expect(try TrustedProxies([network]).trust(address) == isHeld)
    }

    @Test(arguments: [
        "", "10.0.0.0/33", "10.0.0/8", "::1/129", "proxy.example", "10.0.0.0/8/8", "10.0.0.1/-1", "1.2.3.4/x",
    ])
    func whatIsNoNetworkIsSaid(_ text: String) {
        let fault = #expect(throws: TrustedProxies.Fault.self) { try TrustedProxies([text]) }
        #expect(fault?.description.hasPrefix("‘\(text)’ is neither an address nor a network") ?? false)
    }

    @Test func aProxyThatIsNotBelievedIsSaidOnce() async throws {
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        let log = CapturedLog()
        let site = try TestSite(
            TestSite.shipped.snapshot, clock: TestSite.noon, logger: Logger(label: "test", factory: { _ in log }))
        for number in 1...3 {
            _ = try await site.get("/nl/search?q=proxy\(number)", headers: [forwarded: "192.0.2.\(number)"])
        }
        #expect(log.text.matches(of: /a proxy nearby is not believed/).count == 1)
        #expect(!log.text.contains("192.0.2."))
    }
}
