import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Who may read the figures of the site.
package struct MetricsAccess: Sendable {
    /// Whoever says it in `Authorization: Bearer …` may, from wherever; nil: nobody may by a word.
    package var token: String?
    /// Networks that may without a word, beside this machine itself.
    package var networks = TrustedProxies.none

    package init() {}

    /// The fewest characters of a token: what is shorter can be guessed.
    package static let shortestToken = 16
}

/// `/metrics`: how the site is doing, for Prometheus and what understands its format. Figures only, of nobody.
struct MetricsDoor: Sendable {
    static let path = "metrics"

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) { router.get(RouterPath(Self.path), use: answer) }

    @Sendable private func answer(_ request: Request, _ context: SiteRequestContext) -> Response {
        guard mayRead(request, context) else {
            var response = plain(
                .forbidden,
                "The figures are for the keepers of this site: ask from its own machine, or with the token.\n")
            response.headers[.wwwAuthenticate] = "Bearer"
            return response
        }
        return plain(.ok, site.figures.text, Figures.mediaType)
    }

    private func mayRead(_ request: Request, _ context: SiteRequestContext) -> Bool {
        let access = site.settings.metrics
        if let token = access.token, let said = request.headers[.authorization], said.hasPrefix("Bearer ") {
            return Self.isSame(String(said.dropFirst("Bearer ".count)), token)
        }
        // What says that it was handed on came from elsewhere, also where no proxy is believed.
        let isHandedOn = ["X-Forwarded-For", "Forwarded", "Via"].contains { name in
            HTTPField.Name(name).map { request.headers[$0] != nil } ?? false
        }
        // By a proxy that is not believed: nobody knows from where, though the proxy may stand in one of the networks.
        if isHandedOn, !site.settings.proxies.trust(context.peer) { return false }
        if access.networks.trust(site.origin(of: request, context)) { return true }
        return !isHandedOn && RequestSource.isLocal(site.source(of: request, context))
    }

    /// In the same time, however much of it is right.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        SHA256.hash(data: Data(one.utf8)) == SHA256.hash(data: Data(other.utf8))
    }

    private func plain(
        _ status: HTTPResponse.Status, _ text: String, _ mediaType: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: mediaType, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
