import Foundation
import Testing

@testable import Site

@Suite struct SourceLimitTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    @Test func aSourceHasSoManyAndGetsMoreWithTime() {
        let limit = SourceLimit(capacity: 2, perHour: 3_600)
        #expect(limit.take(from: "192.0.2.1", at: now))
        #expect(limit.take(from: "192.0.2.1", at: now))
        #expect(!limit.take(from: "192.0.2.1", at: now))
        #expect(limit.take(from: "192.0.2.2", at: now))
        #expect(limit.take(from: "192.0.2.1", at: now + 1))
    }

    /// Whoever has as many addresses as they like, all in one network, keeps nobody else out.
    @Test func aNetworkFullOfSourcesLeavesOthersTheirs() {
        let limit = SourceLimit(capacity: 5, perHour: 1)
        for number in 0..<30_000 { _ = limit.take(from: "2001:db8:7:\(String(number, radix: 16))", at: now) }
        #expect(!limit.take(from: "2001:db8:7:ffff", at: now), "beyond the first of them they share one count")
        #expect(limit.take(from: "2001:db8:8:1", at: now))
        #expect(limit.take(from: "198.51.100.7", at: now))
        limit.giveBack(to: "198.51.100.7")
        for _ in 0..<5 { #expect(limit.take(from: "198.51.100.7", at: now)) }
        #expect(!limit.take(from: "198.51.100.7", at: now))
    }

    @Test(arguments: [
        ("192.0.2.1", "192:0"), ("192.0.2.1/somebody", "192:0"), ("2001:db8:7:1", "2001:db8:7"), ("unknown", "unknown"),
    ])
    func aSourceLiesInANetwork(_ source: String, _ network: String) {
        #expect(RequestSource.network(of: source) == network)
    }
}
