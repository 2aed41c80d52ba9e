import Hummingbird
import Mapping

/// The overview, the coverage, and the gaps.
struct CoverageRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/landscape", use: overview)
        router.get(":lang/landscape/places.csv", use: places)
        router.get(":lang/landscape/coverage", use: coverage)
        router.get(":lang/landscape/coverage.csv", use: coverageTable)
        router.get(":lang/landscape/offers", use: offers)
        router.get(":lang/landscape/gaps", use: gaps)
        router.get(":lang/landscape/gaps.csv", use: gapTable)
    }

    @Sendable private func overview(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let page = try page(.overview, request, context)
        return site.answer(LandscapeOverviewPage(context: page, demand: demand(page)), to: request)
    }

    @Sendable private func places(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let page = try page(.overview, request, context)
        let figures = OverviewFigures(census: page.snapshot.landscape.census, context: page)
        return answer(figures.places, page, to: request)
    }

    @Sendable private func coverage(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let choice = choice(request)
        return site.answer(
            CoveragePage(context: try page(.coverage(choice), request, context), request: choice), to: request)
    }

    @Sendable private func coverageTable(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let choice = choice(request)
        let page = try page(.coverage(choice), request, context)
        return answer(
            CoverageTable(choice, census: page.snapshot.landscape.census, context: page).figures, page, to: request)
    }

    @Sendable private func offers(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let choice = choice(request)
        return site.answer(
            CoverageOffersPage(context: try page(.offers(choice), request, context), request: choice), to: request)
    }

    @Sendable private func gaps(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let choice = GapRequest(request.query)
        let page = try page(.gaps(choice), request, context)
        return site.answer(GapsPage(context: page, request: choice, demand: demand(page)), to: request)
    }

    @Sendable private func gapTable(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let choice = GapRequest(request.query)
        let page = try page(.gaps(choice), request, context)
        let gaps = page.snapshot.landscape.gaps(choice, demand(page))
        return answer(GapFigures(gaps: gaps.ranked, context: page).table, page, to: request)
    }

    private func page(_ address: LandscapeAddress, _ request: Request, _ context: SiteRequestContext) throws
        -> PageContext
    {
        site.context(for: request, edition: try context.edition, address: .landscape(address))
    }

    /// What the address chose, without values that the catalogue doesn't know.
    private func choice(_ request: Request) -> CoverageRequest {
        CoverageRequest(request.query).known(to: site.snapshots.current.landscape.census)
    }

    private func demand(_ page: PageContext) -> GapDemand { GapDemand(site.demand, in: page.catalogue) }

    private func answer(_ table: FigureTable, _ page: PageContext, to request: Request) -> Response {
        site.answer(csvResponse(table, language: page.language), to: request, keeping: true, context: page)
    }
}
