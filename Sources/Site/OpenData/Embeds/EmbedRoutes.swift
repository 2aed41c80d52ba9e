import Catalogue
import HTML
import Hummingbird

/// What other sites show of the shop in frames, and the page on which a webmaster composes one.
struct EmbedRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/embed/help", use: help)
        router.get(":lang/embed/themes/:id", use: theme)
        router.get(":lang/embed/search", use: search)
        router.get(":lang/open-data/embed", use: composer)
    }

    @Sendable private func help(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let (page, frame) = try asked(.help, request, context)
        return answer(
            EmbedDocument(frame.title(in: page), frame.size, page) { EmbedHelp(context: page, size: frame.size) },
            page, to: request, freshness: .minute)
    }

    @Sendable private func theme(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let id = try context.identifier()
        let (page, frame) = try asked(.theme(id), request, context)
        guard page.catalogue[.themes][id] != nil else {
            let gone = EmbedDocument(page.texts(.embedGoneTitle), frame.size, page) {
                p { page.texts(.embedGone) }
                p(.class("more")) { EmbedLink(.themes, page) { page.texts(.embedThemes) } }
            }
            return answer(gone, page, to: request, status: .notFound)
        }
        let document = EmbedDocument(frame.title(in: page), frame.size, page) {
            EmbedTheme(context: page, size: frame.size, theme: id)
        }
        return answer(document, page, to: request)
    }

    @Sendable private func search(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let (page, frame) = try asked(.search, request, context)
        return answer(
            EmbedDocument(frame.title(in: page), frame.size, page) { EmbedSearch(context: page) }, page, to: request)
    }

    @Sendable private func composer(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let choice = EmbedChoice(request.query)
        let page = site.context(
            for: request, edition: try context.edition, address: .openData(.composed(choice)))
        return site.answer(EmbedComposerPage(context: page, choice: choice), to: request)
    }

    private func asked(
        _ content: EmbedFrame.Content, _ request: Request, _ context: SiteRequestContext
    ) throws -> (PageContext, EmbedFrame) {
        let size = request.query.first("size").flatMap(EmbedFrame.Size.init) ?? .large
        let frame = EmbedFrame(content, size)
        let edition = try context.edition
        return (site.context(for: request, edition: edition, address: .openData(.frame(frame))), frame)
    }

    private func answer(
        _ document: some HTMLDocument, _ context: PageContext, to request: Request,
        status: HTTPResponse.Status = .ok, freshness: ReadyPage.Freshness = .snapshot
    ) -> Response {
        let page = ReadyPage(
            status: status, language: context.edition.description, bytes: document.renderBytes(),
            freshness: freshness, framing: .shown)
        return site.answer(page, to: request, keeping: true, context: context)
    }
}
