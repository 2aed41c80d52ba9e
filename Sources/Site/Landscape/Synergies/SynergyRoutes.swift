import Hummingbird
import Mapping

/// Groups of offers that are alike: a page, and a table.
struct SynergyRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/landscape/synergies", use: groups)
        router.get(":lang/landscape/synergies.csv", use: table)
    }

    @Sendable private func groups(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let choice = SynergyRequest(request.query)
        let page = try page(.synergies(choice), request, context)
        return site.answer(SynergiesPage(context: page, request: choice), to: request)
    }

    /// All groups that fit, not those of one page.
    @Sendable private func table(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let choice = SynergyRequest(request.query).at(page: 1)
        let page = try page(.table(.synergies, of: .synergies(choice)), request, context)
        let table = SynergyTable(groups: choice.groups(of: page.snapshot.landscape.synergies), context: page)
        return site.answer(
            csvResponse(table.file, language: page.language), to: request, keeping: true, context: page)
    }

    private func page(_ address: LandscapeAddress, _ request: Request, _ context: SiteRequestContext) throws
        -> PageContext
    {
        site.context(for: request, edition: try context.edition, address: .landscape(address))
    }
}
