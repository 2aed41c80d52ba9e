import Catalogue
import Hummingbird
import Search

/// The search page.
struct FindingRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/search", use: search)
    }

    @Sendable private func search(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let wanted = SearchRequest(request.query)
        let context = site.context(for: request, edition: try context.edition, address: .search(wanted))
        let found = context.snapshot.search(wanted, language: context.language, now: context.now) { query in
            query.counted = context.snapshot.openChannels(at: context.now)
        }
        var page = SearchPage(context: context, request: wanted, found: found)
        if wanted.page == 1, request.method == .get {
            let known = site.counter.note(
                wanted.text, found: found, index: context.snapshot.index, language: context.language,
                day: context.now.day)
            // Under one address only, whatever else somebody writes behind it.
            if context.link(.search(wanted)) == request.uri.string { page.known = known }
        }
        return site.answer(page, to: request)
    }
}

extension SiteEnvironment {
    /// Counts the search that a ready page answers once more, if it answers one.
    func countSearch(of page: ReadyPage) {
        guard case .known(let search) = page.freshness else { return }
        counter.count(search, on: BrusselsTime(clock()).day)
    }
}
