import Catalogue
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// What publications ask for, and what became of it, for readers.
@Suite struct RecommendationPagesTests {
    private let site = TestSite.shipped
    private var catalogue: Catalogue { site.snapshot.catalogue }

    // MARK: All of them

    @Test(arguments: Edition.allCases) func everyRecommendationIsOnThePage(_ edition: Edition) async throws {
        let answer = try await site.get("/\(edition)/landscape/recommendations")
        #expect(answer.status == .ok)
        let markup = try Markup(answer.body)
        let links = markup.localLinks
        for promise in catalogue.recommendations {
            let address = Address.recommendation(promise.publication.id, promise.recommendation.id)
            #expect(links.contains(address.print(in: edition)), "\(promise.id)")
        }
        #expect(markup.all("h1").map(\.text) == [Texts.of(edition)(.promiseTitle)])
        #expect(!markup.all("img").contains { !$0.isOwnCode })
        for state in RecommendationState.allCases { #expect(answer.body.contains(Texts.of(edition)(state.label))) }
    }

    @Test func aChoiceShowsWhatFitsAndNothingElse() async throws {
        let all = catalogue.recommendations
        for (query, fits) in [
            ("state=begun", { $0.recommendation.state == .begun }),
            ("theme=sexting", { $0.recommendation.themes.contains(Identifier.of("sexting")) }),
            ("to=european-union", { $0.recommendation.to.others.contains { $0[.en] == "The European Union" } }),
            ("state=open&to=schools&theme=cyberbullying", { _ in false }), ("state=nonsense", { _ in true }),
        ] as [(String, (PublishedRecommendation) -> Bool)] {
            let query = query.replacingOccurrences(of: "european-union", with: "the-european-union")
            let body = try await site.get("/en/landscape/recommendations?\(query)").body
            let links = try Markup(body).localLinks
            for promise in all {
                let address = Address.recommendation(promise.publication.id, promise.recommendation.id)
                #expect(links.contains(address.print(in: .en)) == fits(promise), "\(query): \(promise.id)")
            }
        }
    }

    @Test func aBroadThemeFindsNarrowerOnes() {
        let themes = catalogue[.themes]
        let broad = RecommendationRequest(theme: Identifier.of("love-sexuality-and-body")).recommendations(
            in: catalogue)
        let narrow = RecommendationRequest(theme: Identifier.of("sexting")).recommendations(in: catalogue)
        #expect(!narrow.isEmpty && Set(broad).isSuperset(of: narrow))
        #expect(themes.descendants(of: Identifier.of("love-sexuality-and-body")).contains(Identifier.of("sexting")))
    }

    @Test(arguments: Language.allCases) func theNineAreNotInvented(_ language: Language) async throws {
        let texts = Texts.of(Edition(language))
        let path = "/\(language)/publications/better-internet-for-all-policy-brief"
        for page in [path, "/\(language)/landscape/recommendations"] {
            let body = try await site.get(page).body
            #expect(body.contains(texts(.promiseAnnouncedNone, "9")), "\(page)")
            let links = try Markup(body).localLinks
            #expect(links.contains("/\(language)/records/better-internet-for-all-policy-brief/suggestion"), "\(page)")
            // In every language in which it exists.
            for link in catalogue[Identifier.of("better-internet-for-all-policy-brief")]?.links ?? [] {
                #expect(body.contains(link.address.description.replacingOccurrences(of: "&", with: "&amp;")), "\(page)")
            }
        }
        #expect(try !Markup(try await site.get(path).body).localLinks.contains { $0.hasPrefix(path + "/") })
    }

    // MARK: One of them

    @Test(arguments: Edition.allCases) func everyRecommendationHasItsPage(_ edition: Edition) async throws {
        for promise in catalogue.recommendations {
            let path = Address.recommendation(promise.publication.id, promise.recommendation.id).print(in: edition)
            let answer = try await site.get(path)
            #expect(answer.status == .ok, "\(path)")
            let markup = try Markup(answer.body)
            #expect(markup.all("h1").count == 1)
            #expect(answer.body.contains(Texts.of(edition)(promise.recommendation.state.meaning)), "\(path)")
            #expect(
                markup.localLinks.contains(Address.record(.publication, promise.publication.id).print(in: edition)))
            let away = Set(markup.all("a").compactMap { $0.attributes["href"] })
            let evidence = promise.recommendation.evidence + promise.recommendation.measures.flatMap(\.evidence)
            for source in [promise.recommendation.source] + evidence.map(\.source) {
                let shown = source.description.replacingOccurrences(of: "&", with: "&amp;")
                    .replacingOccurrences(of: "'", with: "&#39;")
                #expect(away.contains(shown) || away.contains(source.description), "\(path): \(source)")
            }
        }
    }

    @Test func evidenceStandsWithItsDateOldestFirst() async throws {
        let path = "/nl/publications/plan-education-aux-medias-fwb/visible-and-together"
        let times = try Markup(try await site.get(path).body).all("time").compactMap { $0.attributes["datetime"] }
        #expect(times.contains("2025-01-01"))
        #expect(Array(times.prefix(3)) == ["2023-10", "2024-11", "2025-01-01"])
    }

    @Test func whatIsNotThereIsNotFound() async throws {
        for path in [
            "/nl/publications/plan-education-aux-medias-fwb/nope", "/nl/publications/nope/nope",
            "/nl/publications/apestaartjaren-2024/first", "/xx/landscape/recommendations",
        ] { #expect(try await site.get(path).status == .notFound, "\(path)") }
    }

    @Test func anOverdueCheckIsMarked() async throws {
        var record = try #require(catalogue[Identifier.of("plan-education-aux-medias-fwb")])
        record.recommendations?[0].nextCheck = PartialDate("2026-10")
        let site = try TestSite(Catalogue(records: [record], vocabularies: [], pages: []))
        let words = Texts.of(Edition(.fr))(.promiseOverdue, "octobre 2026")
        let asked = try #require(record.recommendations?[0].id)
        for path in ["landscape/recommendations", "publications/\(record.id)/\(asked)", "publications/\(record.id)"] {
            #expect(try await site.get("/fr/\(path)").body.contains(words), "\(path)")
        }
        #expect(try await !self.site.get("/fr/landscape/recommendations").body.contains(words))
    }

    @Test func aMergedPublicationTakesItsRecommendationsAlong() async throws {
        let record = try #require(catalogue[Identifier.of("plan-education-aux-medias-fwb")])
        var old = record
        old.id = Identifier.of("old-plan")
        old.withdrawn = PartialDate("2026-11-01")
        old.successor = record.id
        old.isMerged = true
        let site = try TestSite(Catalogue(records: [record, old], vocabularies: [], pages: []))
        let asked = try #require(record.recommendations?.first?.id)
        let answer = try await site.get("/de/publications/old-plan/\(asked)")
        #expect(answer.headers[.location] == "/de/publications/\(record.id)/\(asked)")
        old.isMerged = nil
        let gone = try TestSite(Catalogue(records: [record, old], vocabularies: [], pages: []))
        #expect(try await gone.get("/de/publications/old-plan/\(asked)").status == .gone)
    }

    @Test func anEmptyShopHasNoRecommendations() async throws {
        let site = try TestSite(.empty)
        for path in ["landscape/recommendations", "landscape/recommendations.atom", "landscape/recommendations.csv"] {
            #expect(try await site.get("/nl/\(path)").status == .ok, "\(path)")
        }
    }
}
