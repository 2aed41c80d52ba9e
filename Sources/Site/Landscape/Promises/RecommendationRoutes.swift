import Catalogue
import Exchange
import Hummingbird

/// Recommendations: all of them, one of them, as tables and as a feed.
struct RecommendationRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/landscape/recommendations", use: all)
        router.get(":lang/landscape/recommendations.atom", use: feed)
        router.get(":lang/landscape/recommendations.csv") { try table(.recommendations, $0, $1) }
        router.get(":lang/landscape/recommendation-years.csv") { try table(.recommendationYears, $0, $1) }
        router.get(":lang/publications/:id/:recommendation", use: one)
    }

    @Sendable private func all(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let chosen = RecommendationRequest(request.query)
        let page = try page(.landscape(.recommendations(chosen)), request, context)
        return site.answer(RecommendationsPage(context: page, request: chosen), to: request)
    }

    @Sendable private func one(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let publication = try context.identifier()
        let id = try context.identifier("recommendation")
        let page = try page(.recommendation(publication, id), request, context)
        // What became one with another publication took its recommendations along.
        if case .moved(let record) = page.catalogue.whereabouts(of: publication),
            record.publishedRecommendations.contains(where: { $0.recommendation.id == id })
        {
            return .redirect(to: page.link(.recommendation(record.id, id)), type: .found)
        }
        if let away = site.answer(inPlaceOf: publication, page, to: request) { return away }
        let name = RecommendationID(publication: publication, recommendation: id)
        guard let promise = page.catalogue[name] else { throw HTTPError(.notFound) }
        return site.answer(RecommendationPage(context: page, promise: promise), to: request)
    }

    private func table(_ table: LandscapeTable, _ request: Request, _ context: SiteRequestContext) throws -> Response {
        let chosen = RecommendationRequest(request.query)
        let page = try page(.landscape(.table(table, of: .recommendations(chosen))), request, context)
        let tables = RecommendationTables(recommendations: chosen.recommendations(in: page.catalogue), context: page)
        let figures = table == .recommendations ? tables.whole : tables.years
        return site.answer(csvResponse(figures, language: page.language), to: request, keeping: true, context: page)
    }

    @Sendable private func feed(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let page = try page(.landscape(.recommendationFeed), request, context)
        return site.answer(
            ReadyPage(
                mediaType: AtomFeed.mediaType, language: page.language.rawValue,
                bytes: Array(RecommendationFeed(context: page).atom.text.utf8), freshness: .minute, isShared: true),
            to: request, keeping: true, context: page)
    }

    private func page(_ address: Address, _ request: Request, _ context: SiteRequestContext) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: address)
    }
}
