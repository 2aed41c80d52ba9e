import Catalogue
import Exchange
import HTTPTypes
import Hummingbird

/// Feeds of everything, of a theme, of an organisation and of any search, and the page that explains them.
struct FeedRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/feed.atom") { try answer(.all, $0, $1) }
        router.get(":lang/themes/{id}.atom", use: theme)
        router.get(":lang/organisations/{id}.atom", use: organisation)
        router.get(":lang/search.atom") { try answer(.search(SearchRequest($0.query)), $0, $1) }
        router.get(":lang/open-data/feeds", use: page)
        CalendarRoutes(site: site).addRoutes(to: router)
        SearchDescriptionRoutes(site: site).addRoutes(to: router)
    }

    @Sendable private func theme(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let id = try context.identifier()
        guard site.snapshots.current.catalogue[.themes][id] != nil else { throw HTTPError(.notFound) }
        return try answer(.theme(id), request, context)
    }

    @Sendable private func organisation(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let id = try context.identifier()
        let page = site.context(
            for: request, edition: try context.edition, address: .record(.organisation, id))
        switch page.catalogue.whereabouts(of: id) {
        case .here(let record) where record.kind == .organisation:
            return try answer(.organisation(id), request, context)
        case .moved(let record) where record.kind == .organisation:
            return .redirect(to: Address.feed(.organisation(record.id)).print(in: page.edition), type: .found)
        case .withdrawn, .setAside:
            return site.answer(inPlaceOf: id, page, to: request) ?? Response(status: .gone)
        default: throw HTTPError(.notFound)
        }
    }

    private func answer(
        _ feed: FeedAddress, _ request: Request, _ context: SiteRequestContext
    ) throws -> Response {
        let asked = request.query.first(FeedAddress.before)
        let before = asked.flatMap { Int($0) }
        guard asked == nil || before.map({ $0 > 0 }) ?? false else {
            return site.problem(.badRequest, .problemBefore, to: request)
        }
        let page = site.context(
            for: request, edition: try context.edition, address: .feed(feed, before: before))
        return site.open(
            CatalogueFeed(feed: feed, before: before, context: page).atom.bytes, AtomFeed.mediaType, to: request,
            context: page, language: page.edition.description, freshness: freshness(of: feed))
    }

    /// What somebody typed is kept by nobody; what is open now is true for a minute.
    private func freshness(of feed: FeedAddress) -> ReadyPage.Freshness {
        guard case .search(let request) = feed else { return .snapshot }
        if !request.text.isEmpty { return .personal }
        return request.isOpenNow ? .minute : .snapshot
    }

    @Sendable private func page(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let wanted = FeedsPage.request(in: request.query)
        let page = site.context(
            for: request, edition: try context.edition, address: .openData(wanted.map { .feed($0) } ?? .feeds))
        return site.answer(FeedsPage(context: page, wanted: wanted), to: request)
    }
}
