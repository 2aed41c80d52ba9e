import Hummingbird
import Mapping

/// The network of organisations, and the same as a table.
struct NetworkRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/landscape/network", use: page)
        router.get(":lang/landscape/network.csv", use: table)
    }

    @Sendable private func page(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let address = address(for: request)
        let page = site.context(for: request, edition: try context.edition, address: .landscape(address))
        return site.answer(NetworkPage(context: page, network: network(at: address, page)), to: request)
    }

    @Sendable private func table(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let address = address(for: request)
        let page = site.context(
            for: request, edition: try context.edition, address: .landscape(.table(.network, of: address)))
        let table = NetworkTable(network(at: address, page), context: page).whole
        return site.answer(csvResponse(table, language: page.language), to: request, keeping: true, context: page)
    }

    private func network(at address: LandscapeAddress, _ page: PageContext) -> Network {
        address == .networkOfAll ? Network(page.catalogue, kinds: Network.allKinds) : page.snapshot.landscape.network
    }

    private func address(for request: Request) -> LandscapeAddress {
        request.query.first("kinds") == "all" ? .networkOfAll : .network
    }
}
