import Catalogue
import Editorial
import Foundation
import Hummingbird

/// What programs ask for: health, the map of the site, rules for crawlers.
struct MachinePages: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get("health", use: health)
        router.get("robots.txt", use: robots)
        router.get("sitemap.xml", use: sitemap)
    }

    /// 200 while the site answers and its store can be read; 503 says what is wrong.
    @Sendable private func health(_ request: Request, _: SiteRequestContext) async -> Response {
        let snapshot = site.snapshots.current
        var isStoreReadable = true
        do { try await site.store.probe() } catch { isStoreReadable = false }
        let report = Health(
            status: isStoreReadable ? "ok" : "store unreadable", records: snapshot.catalogue.records.count,
            revision: snapshot.revision)
        let body = (try? JSONEncoder().encode(report)) ?? Data()
        return Response(
            status: isStoreReadable ? .ok : .serviceUnavailable,
            headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    private struct Health: Encodable {
        let status: String
        let records: Int
        let revision: Int
    }

    @Sendable private func robots(_ request: Request, _: SiteRequestContext) -> Response {
        let text = """
            User-agent: *
            Disallow: /*/search
            Disallow: /*/shortlist
            Disallow: /*?beside=
            Disallow: /*&beside=
            Disallow: /*/offline.zip
            Disallow: /*?keep=
            Disallow: /*&keep=
            Sitemap: \(site.settings.publicAddress)/sitemap.xml

            """
        return ReadyPage(mediaType: "text/plain; charset=utf-8", bytes: Array(text.utf8), freshness: .snapshot)
            .response(to: request)
    }

    @Sendable private func sitemap(_ request: Request, _: SiteRequestContext) -> Response {
        let context = site.context(for: request, edition: Edition(.nl), address: .home)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">

            """
        for address in Address.listed(in: context.catalogue) {
            for language in Language.allCases {
                text += "<url><loc>\(absolute(address, language))</loc>"
                for other in Language.allCases {
                    text += "<xhtml:link rel=\"alternate\" hreflang=\"\(other)\" href=\"\(absolute(address, other))\"/>"
                }
                text += "</url>\n"
            }
        }
        text += "</urlset>\n"
        let page = ReadyPage(mediaType: "application/xml; charset=utf-8", bytes: Array(text.utf8), freshness: .snapshot)
        return site.answer(page, to: request, keeping: true, context: context)
    }

    /// Addresses are made of identifiers, so nothing in them needs escaping in XML.
    private func absolute(_ address: Address, _ language: Language) -> String {
        site.settings.publicAddress + address.print(in: language)
    }
}

extension Address {
    /// Every page that search engines may list.
    package static func listed(in catalogue: Catalogue) -> [Address] {
        [
            .home, .help, .report(nil), .reportReturn, .kids, .plan(nil), .routes, .themes, .territories, .events,
            .news,
            .glossary, .offline, .suggest,
            .landscape(.overview), .landscape(.gaps(GapRequest())), .landscape(.synergies(SynergyRequest())),
            .landscape(.labs), .landscape(.campaigns), .landscape(.state),
        ]
            + KidsFun.allCases.map { .kidsFun($0) }
            + catalogue.records.flatMap(ofGuide)
            + catalogue.pages.map { .page($0.id) }
            + catalogue[.themes].concepts.map { .theme($0.id) }
            + catalogue[.audiences].concepts.map { .audience($0.id) }
            + catalogue[.territories].concepts.map { .territory($0.id) }
            + catalogue.records.map { .record($0.kind, $0.id) }
            + catalogue.recommendations.map { .recommendation($0.publication.id, $0.recommendation.id) }
    }

    /// The questions and ends of a guide, but its start, which is the record itself.
    private static func ofGuide(_ guide: Record) -> [Address] {
        guard let tree = guide.guide else { return [] }
        let nodes = tree.questions.map(\.id) + tree.ends.map(\.id)
        return nodes.filter { $0 != tree.start }.map { .guide(guide.id, node: $0) }
            + (tree.childDoor == nil ? [] : [.kidsGuide(guide.id)])
    }
}
