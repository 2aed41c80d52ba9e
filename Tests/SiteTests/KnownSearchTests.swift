import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Searches by words that the catalogue knows are answered with a page that is ready; what else somebody typed is not kept.
@Suite struct KnownSearchTests {
    private let site: TestSite

    init() throws { site = try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon) }

    /// Whether the second who asks gets the page of the first.
    private func isReady(_ address: String) async throws -> Bool {
        let first = try await site.get(address)
        #expect(first.headers[.cacheControl]?.hasPrefix("private") ?? false, "\(address)")
        let connection = try DoorConnection(site.site)
        let second = try connection.ask("GET \(address) HTTP/1.1\r\nHost: a\r\n\r\n")
        guard !second.isEmpty else { return false }
        #expect(try SentHead(second).body == first.body)
        return true
    }

    private var counted: [String: Int] {
        var counts: [String: Int] = [:]
        for count in site.site.environment.counter.take() { counts[count.words, default: 0] += count.searches }
        return counts
    }

    @Test(arguments: [
        "/nl/search?q=privacy", "/nl/search?q=privacy+op+school", "/fr/search?q=jeux", "/nl-simple/search?q=gamen",
        "/nl/search?q=privacy&kind=lesson",
    ])
    func knownWordsAreReadyForTheNext(_ address: String) async throws { #expect(try await isReady(address)) }

    @Test(arguments: [
        // A name, a number, an address, a sentence, somebody in need, what is carried along.
        "/nl/search?q=privacy+Vandersmissen", "/nl/search?q=privacy+0470123456", "/nl/search?q=jan%40example.be",
        "/nl/search?q=privacy+gamen+lessen+ouders+school", "/fr/search?q=je+veux+mourir",
        "/nl/search?q=privacy&keep=initiative.cyberhelp",
        // The same under other addresses, and what is behind the first page.
        "/nl/search?q=privacy&x=1", "/nl/search?q=%70rivacy", "/nl/search?q=privacy&page=2",
    ])
    func whatIsSomebodysOwnIsNot(_ address: String) async throws { #expect(try await !isReady(address)) }

    @Test func eachIsCountedWhoeverAnswers() async throws {
        for _ in 1...2 { #expect(try await isReady("/nl/search?q=privacy")) }
        #expect(counted == ["": 4, "privacy": 4])
        #expect(try await !isReady("/nl/search?q=privacy+Vandersmissen"))
        #expect(counted == ["": 1, "privacy": 1])
    }
}
