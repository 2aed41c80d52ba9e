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
        if wanted.page == 1, request.method == .get {
            site.counter.note(
                wanted.text, found: found, index: context.snapshot.index, language: context.language,
                day: context.now.day)
        }
        return site.answer(SearchPage(context: context, request: wanted, found: found), to: request)
    }
}
