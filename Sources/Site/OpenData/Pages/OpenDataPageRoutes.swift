import Hummingbird

/// The overview of the open data, and what other people's tools say of it.
struct OpenDataPageRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/open-data") { request, context in
            site.answer(OpenDataPage(context: try page(request, context, .overview)), to: request)
        }
        router.get(":lang/open-data/conformance") { request, context in
            site.answer(ConformancePage(context: try page(request, context, .conformance)), to: request)
        }
        let run = ReadyPage(
            mediaType: "application/json", bytes: Array(Embedded.conformanceRunJson.utf8), freshness: .snapshot,
            isShared: true)
        router.get("conformance.json") { request, _ in run.response(to: request) }
    }

    private func page(
        _ request: Request, _ context: SiteRequestContext, _ address: OpenDataAddress
    ) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: .openData(address))
    }
}
