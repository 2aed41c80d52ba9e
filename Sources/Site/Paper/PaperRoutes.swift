import Catalogue
import HTTPTypes
import Hummingbird

/// Posters, and the codes on printed pages.
struct PaperRoutes: Sendable {
    /// Characters of an address in a code: longer ones make dots too small for an old camera.
    static let longestAddress = 400

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/territories/:id/poster", use: poster)
        router.get(":lang/qr.svg", use: code)
    }

    @Sendable private func poster(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let id = try context.identifier()
        let page = site.context(for: request, edition: try context.edition, address: .poster(id))
        guard let place = page.catalogue[.territories][id] else { throw HTTPError(.notFound) }
        return site.answer(PosterPage(context: page, place: place), to: request)
    }

    /// A code for a page of this site; for no other.
    @Sendable private func code(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let path = request.query.first("of") ?? ""
        guard path.hasPrefix("/"), !path.hasPrefix("//"), Edition(path: path) != nil,
            path.utf8.count <= Self.longestAddress,
            let code = QRCode(site.settings.publicAddress + path)
        else { throw HTTPError(.notFound) }
        return ReadyPage(
            mediaType: "image/svg+xml; charset=utf-8", bytes: Array(code.drawing.utf8), freshness: .snapshot
        )
        .response(to: request)
    }
}
