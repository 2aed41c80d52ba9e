import Catalogue
import Hummingbird

/// The pages for children.
struct KidsRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/kids") { request, context in
            site.answer(KidsPage(context: try page(request, context, .kids)), to: request)
        }
        router.get(":lang/kids/:id", use: choice)
    }

    @Sendable private func choice(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let name = context.parameters.get("id") ?? ""
        if let fun = KidsFun(rawValue: name) {
            return site.answer(KidsFunPage(context: try page(request, context, .kidsFun(fun)), fun: fun), to: request)
        }
        let id = RecordID(name)
        let page = try page(request, context, id.map { .kidsGuide($0) } ?? .kids)
        guard let guide = id.flatMap({ page.catalogue[$0] }), let tree = guide.guide, tree.childDoor != nil,
            let end = ConceptID("children").flatMap({ tree.end(for: $0) })
        else { return site.redirect(toNearest: .kids, page) }
        return site.answer(KidsEndPage(context: page, guide: guide, end: end), to: request)
    }

    private func page(_ request: Request, _ context: SiteRequestContext, _ address: Address) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: address)
    }
}
