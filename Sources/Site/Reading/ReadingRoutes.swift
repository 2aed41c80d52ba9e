import Catalogue
import Hummingbird

/// The glossary.
struct ReadingRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/glossary") { request, context in
            site.answer(
                GlossaryPage(context: site.context(for: request, edition: try context.edition, address: .glossary)),
                to: request)
        }
    }
}
