import Hummingbird

/// The page about the API for people who write programs.
struct APIPageRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/open-data/api") { request, context in
            let page = site.context(for: request, edition: try context.edition, address: .openData(.api))
            return site.answer(APIPage(context: page), to: request)
        }
    }
}
