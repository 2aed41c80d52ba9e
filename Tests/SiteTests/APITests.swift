import Catalogue
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct APITests {
    private let site = TestSite.shipped

    private func json(_ path: String) async throws -> [String: Any] {
        let answer = try await site.get(path)
        #expect(answer.status == .ok, "\(path)")
        #expect(answer.headers[.contentType] == "application/json")
        #expect(answer.headers[.accessControlAllowOrigin] == "*")
        // And the second time, when it is answered from the ready pages.
        #expect(try await site.get(path).headers == answer.headers)
        return try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
    }

    @Test func searchAnswersAsTheContractSays() async throws {
        let answer = try await json("/api/v1/search?q=sexting&lang=fr&limit=3&facets=kind,theme")
        #expect(Set(answer.keys) == ["total", "results", "facets", "suggestion"])
        let results = try #require(answer["results"] as? [[String: Any]])
        #expect(results.count == 3)
        for result in results {
            #expect(Set(result.keys) == ["id", "kind", "title", "summary", "url", "score", "why"])
            #expect((result["url"] as? String)?.hasPrefix("https://shop.example/fr/") ?? false)
            #expect(!((result["why"] as? [String]) ?? []).isEmpty)
        }
        #expect(Set((answer["facets"] as? [String: Any] ?? [:]).keys) == ["kind", "theme"])
    }

    @Test func offsetGoesOn() async throws {
        let all = try #require(try await json("/api/v1/search?q=school&limit=4")["results"] as? [[String: Any]])
        let rest = try #require(
            try await json("/api/v1/search?q=school&limit=2&offset=2")["results"] as? [[String: Any]])
        #expect(all.dropFirst(2).map { $0["id"] as? String } == rest.map { $0["id"] as? String })
    }

    @Test func suggestCompletes() async throws {
        let answer = try await json("/api/v1/suggest?q=cyberp&lang=nl")
        let suggestions = try #require(answer["suggestions"] as? [[String: String]])
        #expect(suggestions.first == ["text": "Cyberpesten", "kind": "theme", "id": "cyberbullying"])
    }

    @Test(arguments: [
        "search?lang=xx", "search?limit=-1", "search?limit=1000", "search?limit=a", "search?offset=-1",
        "suggest?lang=NL",
    ])
    func badInputGetsAClearAnswer(_ rest: String) async throws {
        let answer = try await site.get("/api/v1/\(rest)")
        #expect(answer.status == .badRequest)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.body.contains("detail"))
    }

    @Test func healthTells() async throws {
        let answer = try await site.get("/health")
        #expect(answer.status == .ok)
        #expect(answer.body.contains("\"records\":\(site.snapshot.catalogue.records.count)"))
    }
}
