import Catalogue
import Guidance
import Hummingbird

/// Help: what happened, a question, and the people and steps that it leads to.
struct HelpRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/help", use: help)
        router.get(":lang/help/:id", use: start)
        router.get(":lang/help/:id/:node", use: node)
        router.get(":lang/guides") { request, context in
            Response.redirect(
                to: Address.help.print(in: try context.edition, carrying: Carried(request.query)), type: .found)
        }
    }

    @Sendable private func help(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let edition = try context.edition
        guard let who = request.query.first("who") else {
            return site.answer(
                HelpPage(context: site.context(for: request, edition: edition, address: .help), audience: nil),
                to: request)
        }
        let audience = ConceptID(who).flatMap { HelpPage.audiences.contains($0) ? $0 : nil }
        let page = site.context(for: request, edition: edition, address: audience.map { .helpFor($0) } ?? .help)
        guard let audience else { return site.redirect(toNearest: .help, page) }
        return site.answer(HelpPage(context: page, audience: audience), to: request)
    }

    @Sendable private func start(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        try answer(request, context, node: nil)
    }

    @Sendable private func node(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        try answer(request, context, node: context.parameters.get("node"))
    }

    /// A guide that is gone leads to all of them, an answer that is gone to the question.
    private func answer(_ request: Request, _ context: SiteRequestContext, node name: String?) throws -> Response {
        let id = context.parameters.get("id").flatMap { RecordID($0) }
        let node = name.flatMap { Identifier($0) }
        let address: Address = id.map { id in node.map { .guide(id, node: $0) } ?? .record(.guide, id) } ?? .help
        let page = site.context(for: request, edition: try context.edition, address: address)
        if let id, let away = site.answer(inPlaceOf: id, page, to: request) { return away }
        guard let id, let guide = page.catalogue[id], let tree = guide.guide else {
            return site.redirect(toNearest: .help, page)
        }
        let start = Address.record(.guide, id)
        if name != nil, node == nil { return site.redirect(toNearest: start, page) }
        if name != nil, node == tree.start { return .redirect(to: page.link(start), type: .found) }
        switch tree[node ?? tree.start] {
        case .question(let question):
            return site.answer(
                QuestionPage(context: page, guide: guide, tree: tree, question: question), to: request)
        case .end(let end):
            return site.answer(EndPage(context: page, guide: guide, tree: tree, end: end), to: request)
        case nil:
            return site.redirect(toNearest: start, page)
        }
    }
}
