import Catalogue
import Foundation
import HTTPTypes
import Hummingbird

/// Reading without network: the page that offers it, what a browser keeps, the files for a USB stick, and what makes the
/// site installable.
struct OfflineRoutes: Sendable {
    let site: SiteEnvironment
    private let bundles = KeptBundles()

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/offline") { request, context in
            site.answer(
                OfflinePage(context: site.context(for: request, edition: try context.edition, address: .offline)),
                to: request)
        }
        router.get(":lang/offline.pack") { request, context in
            try await bundle(.pack, request, context)
        }
        router.get(":lang/offline.zip") { request, context in
            let name = "betternet-\(try context.edition)-\(BrusselsTime(site.clock()).day).zip"
            var response = try await bundle(.archive, request, context)
            response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
            return response
        }
        router.get(":lang/site.webmanifest") { request, context in
            let page = site.context(for: request, edition: try context.edition, address: .home)
            let bytes = try JSONEncoder().encode(WebManifest(page))
            return ReadyPage(mediaType: "application/manifest+json", bytes: Array(bytes), freshness: .snapshot)
                .response(to: request)
        }
        let worker = ReadyPage(
            mediaType: Asset.worker.mediaType, bytes: Asset.worker.bytes, freshness: .snapshot)
        router.get("worker.js") { request, _ in worker.response(to: request) }
    }

    private func bundle(
        _ kind: KeptBundles.Kind, _ request: Request, _ context: SiteRequestContext
    ) async throws -> Response {
        try await bundles.bundle(
            kind, of: site.snapshots.current, edition: try context.edition, on: BrusselsTime(site.clock()).day,
            settings: site.settings
        ).response(to: request)
    }
}

/// What a phone needs to put the site among its apps (https://www.w3.org/TR/appmanifest/).
private struct WebManifest: Encodable {
    struct Icon: Encodable {
        let src: String
        let sizes: String
        let type: String
        let purpose: String
    }

    let name: String
    let lang: String
    let dir = "ltr"
    let start_url: String
    let scope = "/"
    let display = "minimal-ui"
    let background_color = "#fffdf8"
    let theme_color = "#0b6e4f"
    let description: String
    let icons: [Icon]

    init(_ context: PageContext) {
        name = context.texts(.siteName)
        lang = context.edition.description
        start_url = Address.home.print(in: context.edition)
        description = context.texts(.homeDescription)
        icons = ["any", "maskable"].map {
            Icon(src: Asset.icon.path, sizes: "any", type: "image/svg+xml", purpose: $0)
        }
    }
}
