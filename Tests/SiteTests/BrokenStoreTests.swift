import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// The database is gone: reading goes on, and what can't be kept is said plainly.
@Suite struct BrokenStoreTests {
    @Test func readingGoesOn() async throws {
        let site = try TestSite(TestSite.shipped.snapshot.catalogue, store: BrokenStore())
        for path in [
            "/nl/", "/fr/search?q=sexting", "/de/channels/child-focus-116000", "/en/help", "/api/v1/search?q=chat",
            "/nl/landscape", "/fr/landscape/gaps", "/de/landscape/actions", "/en/landscape/state",
            "/nl/landscape/report", "/api/v1/landscape",
        ] {
            #expect(try await site.get(path).status == .ok, "\(path)")
        }
        #expect(try await site.get("/health").status == .serviceUnavailable)
    }

    @Test(arguments: Language.allCases)
    func aFailureIsFriendlyAndTellsNothingOfTheInside(_ language: Language) async throws {
        let site = try TestSite(TestSite.shipped.snapshot.catalogue, store: BrokenStore())
        let answer = try await site.post("/\(language)/records/awel-102/suggestion", "message=x")
        #expect(answer.status == .internalServerError)
        let markup = try Markup(answer.body)
        #expect(markup.all("html").first?.attributes["lang"] == language.rawValue)
        #expect(markup.all("h1").first?.text == Texts.of(language)(.brokenTitle))
        #expect(answer.body.contains("tel:112") && !markup.all("form").isEmpty)
        #expect(!answer.body.contains("Gone"))
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }
}
