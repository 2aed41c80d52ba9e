import Catalogue
import Exchange
import Hummingbird

/// The state of the catalogue, as a page and as a table.
struct StateRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/landscape/state") { request, context in
            site.answer(try page(request, context, .state), to: request)
        }
        router.get(":lang/landscape/state.csv") { request, context in
            let page = try page(request, context, .table(.state, of: .state))
            let table = ReadyPage(
                mediaType: CSVWriter.mediaType, language: page.context.language.rawValue,
                bytes: Array(page.tables.whole.csv(in: page.context.language)), freshness: .minute, isShared: true)
            return site.answer(table, to: request, keeping: true, context: page.context)
        }
    }

    private func page(
        _ request: Request, _ context: SiteRequestContext, _ address: LandscapeAddress
    ) throws -> StatePage {
        StatePage(
            context: site.context(for: request, edition: try context.edition, address: .landscape(address)),
            sight: site.lookout.sight, times: site.times)
    }
}
