import Catalogue
import Hummingbird

/// The shortlist and the pages of running text.
struct AboutRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/shortlist") { request, context in
            site.answer(ShortlistPage(context: try page(request, context, .shortlist)), to: request)
        }
        router.get(":lang/:id") { request, context in
            let id = try context.identifier()
            let page = try page(request, context, .page(id))
            guard let text = page.catalogue.page(id.description) else { throw HTTPError(.notFound) }
            return site.answer(TextPage(context: page, page: text), to: request)
        }
    }

    private func page(_ request: Request, _ context: SiteRequestContext, _ address: Address) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: address)
    }
}
