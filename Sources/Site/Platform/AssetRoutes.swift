import Hummingbird

/// Serves what comes with the program, from memory. No file of the machine can be reached.
struct AssetRoutes: Sendable {
    private let pages: [(path: String, page: ReadyPage)]
    private let byPath: [String: ReadyPage]

    init() {
        pages = Asset.all.map { asset in
            let page = ReadyPage(mediaType: asset.mediaType, bytes: asset.bytes, freshness: .forever)
            let codings = ContentCoding.allCases + [ContentCoding?.none]
            return (asset.path, codings.reduce(page) { $0.prepared(for: $1, thoroughly: true) })
        }
        byPath = Dictionary(pages.map { ($0.path, $0.page) }, uniquingKeysWith: { first, _ in first })
    }

    /// The finished answer at a path.
    func page(at path: String) -> ReadyPage? { byPath[path] }

    func addRoutes(to router: SiteRouter) {
        for (path, page) in pages {
            router.get(RouterPath(path)) { request, _ in page.response(to: request) }
        }
        if let icon = pages.last?.page {
            router.get("favicon.ico") { request, _ in icon.response(to: request) }
        }
    }
}
