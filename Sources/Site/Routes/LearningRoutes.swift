import Catalogue
import Hummingbird

/// The pages of the learning routes.
struct LearningRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/routes") { request, context in
            site.answer(RoutesPage(context: try page(request, context, .routes)), to: request)
        }
        router.get(":lang/routes/:id", use: route)
    }

    @Sendable private func route(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let id = context.parameters.get("id").flatMap { RecordID($0) }
        let page = try page(request, context, id.map { .record(.route, $0) } ?? .routes)
        if let away = id.flatMap({ site.answer(inPlaceOf: $0, page, to: request) }) { return away }
        guard let record = id.flatMap({ page.catalogue[$0] }), let route = record.route else {
            return site.redirect(toNearest: .routes, page)
        }
        return site.answer(RoutePage(context: page, record: record, route: route), to: request)
    }

    private func page(_ request: Request, _ context: SiteRequestContext, _ address: Address) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: address)
    }
}
