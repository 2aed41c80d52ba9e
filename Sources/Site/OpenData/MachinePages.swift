import Catalogue
import Editorial
import Exchange
import Foundation
import HTTPTypes
import Hummingbird

/// What programs ask for: health, the map of the site, rules for crawlers, the list of services.
struct MachinePages: Sendable {
    static let sitemap = "/sitemap.xml"

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get("health", use: health)
        router.get("health/ready", use: readiness)
        router.get("robots.txt", use: robots)
        router.get("sitemap.xml", use: sitemap)
        router.get("sitemaps/{number}.xml", use: sitemapFile)
        router.get(".well-known/api-catalog", use: catalog)
    }

    // MARK: Health

    /// 200 while everything works; 503 where the store can't be read, so that nothing can be kept.
    @Sendable private func health(_ request: Request, _: SiteRequestContext) async -> Response {
        let isStoreReadable = site.standing.isAway ? false : await site.probe.isReadable(site.store)
        return answer(
            isStoreReadable ? "ok" : "store unreadable", isOnDuty: await site.store.isOnDuty(),
            status: isStoreReadable ? .ok : .serviceUnavailable)
    }

    /// 200 while pages can be read, with the store or without: for proxies that choose between several programs.
    @Sendable private func readiness(_ request: Request, _: SiteRequestContext) async -> Response {
        answer(site.standing.isAway ? "reading only" : "ok", isOnDuty: await site.store.isOnDuty(), status: .ok)
    }

    private func answer(_ words: String, isOnDuty: Bool, status: HTTPResponse.Status) -> Response {
        let snapshot = site.snapshots.current
        let report = Health(
            status: words, records: snapshot.catalogue.records.count, revision: snapshot.revision, onDuty: isOnDuty)
        let body = (try? JSONEncoder().encode(report)) ?? Data()
        return Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    private struct Health: Encodable {
        let status: String
        let records: Int
        let revision: Int
        /// Whether this program, of all that share the store, does what only one may do.
        let onDuty: Bool
    }

    // MARK: Crawlers

    /// Pages without end are left out: searches, lists of somebody's own, two editions beside one another, and the
    /// choices of forms. What harvesters fetch stays open to them (RFC 9309: the longest rule wins).
    @Sendable private func robots(_ request: Request, _: SiteRequestContext) -> Response {
        let text = """
            User-agent: *
            Allow: /*/search.atom
            Disallow: /*/search
            Disallow: /*/shortlist
            Disallow: /*/workspace
            Disallow: /*?beside=
            Disallow: /*&beside=
            Disallow: /*/offline.zip
            Disallow: /*?keep=
            Disallow: /*&keep=
            Disallow: /*/landscape/*?
            Disallow: /*/open-data/*?
            Disallow: /*/plan?
            Disallow: /*/plan.ics?
            Sitemap: \(site.settings.publicAddress + Self.sitemap)

            """
        return ReadyPage(mediaType: "text/plain; charset=utf-8", bytes: Array(text.utf8), freshness: .snapshot)
            .response(to: request)
    }

    /// The whole map, or where one file can't hold it the list of its files.
    @Sendable private func sitemap(_ request: Request, _: SiteRequestContext) -> Response {
        let context = site.context(for: request, edition: Edition(.nl), address: .home)
        let map = ListedPages(context: context)
        guard map.files > 1 else {
            guard map.count <= ListedPages.mostKept else { return file(1, of: map, context, to: request) }
            return site.open(map.file(1).flatMap { $0 }, Sitemap.mediaType, to: request, context: context)
        }
        let files = (1...map.files).map { "\(site.settings.publicAddress)/sitemaps/\($0).xml" }
        return site.open(
            Sitemap.index(of: files, modified: context.snapshot.madeAt), Sitemap.mediaType, to: request,
            context: context)
    }

    @Sendable private func sitemapFile(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let number = try context.number("number")
        let page = site.context(for: request, edition: Edition(.nl), address: .home)
        let map = ListedPages(context: page)
        guard map.files > 1, (1...map.files).contains(number) else { throw HTTPError(.notFound) }
        return file(number, of: map, page, to: request)
    }

    private func file(_ number: Int, of map: ListedPages, _ context: PageContext, to request: Request) -> Response {
        site.stream(Sitemap.mediaType, to: request, context: context) { map.file(number) }
    }

    // MARK: Services

    /// Whoever asks for its head only learns where it is, too (RFC 9727, section 3).
    @Sendable private func catalog(_ request: Request, _: SiteRequestContext) -> Response {
        let context = site.context(for: request, edition: Edition(.en), address: .home)
        // Not kept ready: what is kept has no headers of its own.
        let catalog = ReadyPage(
            mediaType: APICatalog.mediaType, bytes: context.serviceCatalog.json.bytes, freshness: .snapshot,
            isShared: true, modified: context.snapshot.madeAt)
        var response = catalog.response(to: request)
        if let link = HTTPField.Name("Link") {
            response.headers[link] = "<\(site.settings.publicAddress)\(APICatalog.path)>; rel=\"api-catalog\""
        }
        return response
    }
}
