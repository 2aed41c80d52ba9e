import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct SuggestionTests {
    private let path = "/nl/records/awel-102/suggestion"
    private func site() throws -> TestSite { try TestSite(TestSite.shipped.snapshot.catalogue) }

    @Test func isKept() async throws {
        let site = try site()
        let answer = try await site.post(
            path, "message=Het+nummer+is+fout%21%0D%0AEcht&contact=ik%40example.be&website=")
        #expect(answer.status == .ok)
        let kept = try #require(try await site.store.openSuggestions().first)
        #expect(kept.message == "Het nummer is fout!\nEcht")
        #expect(kept.contact == "ik@example.be")
        #expect(kept.record.description == "awel-102")
        #expect(kept.language == .nl)
        #expect(kept.receivedOn.description == "2026-11-23")
        #expect(answer.body.contains(kept.code))
        #expect(answer.headers[.cacheControl] == "no-store")
    }

    @Test(arguments: [
        ("", 422), ("message=+++", 422), ("message=x&website=http://spam", 400), ("message=%FF", 422),
    ])
    func whatIsWrongIsNotKept(_ body: String, _ status: Int) async throws {
        let site = try site()
        #expect(try await site.post(path, body).status.code == status)
        #expect(try await site.store.openSuggestions().isEmpty)
    }

    @Test func whatIsTooLongIsNotKept() async throws {
        let site = try site()
        #expect(try await site.post(path, "message=" + String(repeating: "a", count: 4_001)).status.code == 422)
        #expect(try await site.post(path, "message=" + String(repeating: "a", count: 40_000)).status.code == 413)
        #expect(try await site.store.openSuggestions().isEmpty)
    }

    @Test func otherSitesCantSend() async throws {
        let site = try site()
        let fetchSite = try #require(HTTPField.Name("Sec-Fetch-Site"))
        for headers: HTTPFields in [
            [fetchSite: "cross-site"], [fetchSite: "same-site"], [.origin: "https://evil.example"],
        ] {
            #expect(try await site.post(path, "message=x", headers: headers).status == .forbidden)
        }
        #expect(
            try await site.post(path, "message=x", headers: [.contentType: "multipart/form-data"]).status
                == .unsupportedMediaType)
        #expect(try await site.store.openSuggestions().isEmpty)
        #expect(try await site.post(path, "message=x", headers: [.origin: "https://shop.example"]).status == .ok)
    }

    @Test func aClassOfThirtyGetsThroughAndAFloodDoesNot() async throws {
        let site = try site()
        for number in 1...30 { #expect(try await site.post(path, "message=\(number)").status == .ok) }
        var last = 200
        for number in 31...200 where last == 200 { last = try await site.post(path, "message=\(number)").status.code }
        #expect(last == 429)
    }

    @Test func unknownRecordsAreNotFound() async throws {
        #expect(try await site().get("/nl/records/nope/suggestion").status == .notFound)
        #expect(try await site().post("/nl/records/nope/suggestion", "message=x").status.code >= 400)
    }
}
