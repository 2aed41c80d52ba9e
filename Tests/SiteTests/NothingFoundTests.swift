import Catalogue
import Search
import Testing

@testable import Site

/// What a search that found nothing offers instead.
@Suite struct NothingFoundTests {
    private let site = TestSite.shipped
    private let now = BrusselsTime(TestSite.noon)

    /// The lesson may cost something or be in another language; it stays about disinformation.
    @Test func whatComesCloseKeepsTheTheme() throws {
        let request = SearchRequest(
            QueryItems(parsing: "theme=disinformation&language=de&format=lesson&cost=free&age=3"))
        #expect(site.snapshot.search(request, language: .nl, now: now).results.total == 0)
        let near = site.snapshot.nearby(request, language: .nl, now: now)
        let theme = try #require(ConceptID("disinformation"))
        let themes = site.snapshot.catalogue[.themes]
        #expect(!near.isEmpty)
        for record in near {
            #expect(record.themes.contains { $0 == theme || themes.ancestors(of: $0).contains(theme) }, "\(record.id)")
        }
    }

    @Test func choicesAreGivenUpOneByOneAndTheThemeNever() {
        let request = SearchRequest(QueryItems(parsing: "q=les&theme=gaming&cost=free&age=3&open=now"))
        #expect(
            request.looser.map { QueryItems($0.query).print() } == [
                "?q=les", "?theme=gaming&cost=free&age=3&open=now", "?theme=gaming&cost=free&age=3",
                "?theme=gaming&age=3", "?theme=gaming",
            ])
        #expect(SearchRequest(.theme, "gaming").looser.isEmpty && SearchRequest(text: "les").looser.isEmpty)
    }
}
