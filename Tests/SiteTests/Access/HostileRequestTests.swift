import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Addresses that were changed at random: never an answer that blames the server, never markup that came in.
@Suite(.timeLimit(.minutes(20))) struct HostileRequestTests {
    private static let seeds = [
        "/nl/search?q=cyberpesten&theme=gaming&page=2", "/fr/channels/child-focus-116000", "/de/help/bullied-online",
        "/en/records/awel-102", "/api/v1/search?q=a&lang=nl&limit=5&facets=theme",
        "/api/v1/records?cursor=r1&kind=channel",
        "/oai?verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01", "/hsds/services?page=1&per_page=2",
        "/nl/plan?who=parent&age=6-12", "/nl/shortlist?keep=1712,awel-102", "/nl/landscape/coverage?rows=themes",
        "/nl/qr.svg?of=/nl/channels/awel-102", "/fr/feed.atom?before=3", "/nl/events.ics?theme=gaming",
        "/nl/workspace/sign-in?next=/nl/workspace/entries", "/nl/embed/search?theme=gaming", "/vocabulary.ttl",
        "/nl/territories/gent/poster", "/api/v1/channels?theme=gaming&at=2026-11-27T10:00&lang=nl",
    ].map { Array($0.utf8) }

    private static let pieces = [
        "%", "%00", "%0D%0A", "%2e%2e/", "../", "//", "\\", "?", "&", "=", "#", "%FF", "%C3%28", "%F0%9F%98%80",
        "<script>", "\"><b>", "%3Cscript%3E", "{{7*7}}", "'--", "nl-simple", "99999999999999999999", "-1", "NaN", "+",
        ";",
    ].map { Array($0.utf8) }

    @Test func nobodyCanMakeTheServerStumble() async throws {
        let site = TestSite.shipped
        var mutator = Mutator(seed: 20_261_127, pieces: Self.pieces)
        for round in 0..<600 {
            // A request line holds printable ASCII without space: all else is refused before it gets here.
            let bytes = mutator.next(from: Self.seeds, longest: 300).filter { (0x21...0x7E).contains($0) }
            let path = "/" + String(decoding: bytes.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
            let answer = try await site.get(path)
            #expect(answer.status.code < 500, "round \(round): \(path): \(answer.status.code)")
            #expect(answer.headers[.location].map { !$0.hasPrefix("//") } ?? true, "\(path) leads away")
            guard answer.headers[.contentType]?.hasPrefix("text/html") ?? false else { continue }
            #expect(!answer.body.contains("<script>") && !answer.body.contains("\"><b>"), "round \(round): \(path)")
        }
    }
}
