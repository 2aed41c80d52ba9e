import Catalogue
import Hummingbird

/// The shortlist and the pages of running text.
struct AboutRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/shortlist") { request, context in
            site.answer(ShortlistPage(context: try page(request, context, .shortlist)), to: request)
        }
        let run = ReadyPage(
            mediaType: "application/json", bytes: Array(Embedded.accessRunJson.utf8), freshness: .snapshot,
            isShared: true)
        router.get("accessibility.json") { request, _ in run.response(to: request) }
        SecurityContact(site: site).addRoutes(to: router)
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
