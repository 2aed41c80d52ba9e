import Catalogue
import Exchange
import Foundation
import HTTPTypes
import Hummingbird

/// `/oai`: the catalogue for harvesters. Errors of the protocol are answers like others, with status 200.
struct OAIRoutes: Sendable {
    let site: SiteEnvironment

    /// Bytes of a sent request. The longest that makes sense is a tenth of it.
    private static let longestForm = 8 << 10

    func addRoutes(to router: SiteRouter) {
        router.get("oai") { request, _ in answer(to: request.uri.query ?? "", request) }
        router.post("oai", use: post)
        let schema = ReadyPage(
            mediaType: "application/xml; charset=utf-8", bytes: Array(OAIRepository.ownSchema.utf8),
            freshness: .snapshot, isShared: true)
        router.get("oai/betternet.xsd") { request, _ in schema.response(to: request) }
    }

    /// As a form of whatever site: nothing is changed by it (OAI-PMH 2.0, section 3.1.1.2).
    @Sendable private func post(_ request: Request, _: SiteRequestContext) async throws -> Response {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") ?? false else {
            throw HTTPError(.unsupportedMediaType)
        }
        let body = try await request.body(upTo: Self.longestForm)
        let form = String(validating: body.readableBytesView, as: UTF8.self)
        let parts = [request.uri.query, form ?? "%"].compactMap { $0 }.filter { !$0.isEmpty }
        return answer(to: parts.joined(separator: "&"), request)
    }

    /// Never kept: it says when it was made, and a whole harvest would push out all pages of readers.
    private func answer(to query: String, _ request: Request) -> Response {
        let snapshot = site.snapshots.current
        let repository = OAIRepository(
            snapshot.catalogue, log: snapshot.log, addresses: site.settings.addresses,
            name: Texts.of(.en)(.siteName), email: site.settings.sender,
            codings: ContentCoding.allCases.map(\.rawValue))
        let bytes = repository.answer(to: Self.arguments(of: query), at: site.clock())
        return ReadyPage(mediaType: OAIRepository.mediaType, bytes: bytes, freshness: .never, isShared: true)
            .response(to: request)
    }

    /// Nil where one of them can't be decoded: left out, it would change what is asked.
    private static func arguments(of query: String) -> [(name: String, value: String)]? {
        let items = QueryItems(parsing: query).items
        guard items.count == query.split(separator: "&").count else { return nil }
        return items.map { ($0.name, $0.value) }
    }
}
