import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// What the server asks for the answer to one request.
struct Answering<Responder: HTTPResponder>: Sendable where Responder.Context == SiteRequestContext {
    let site: SiteEnvironment
    let responder: Responder
    let beginnings: AnswerBeginnings

    func answer(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
        if comesUnsafely(request, from: channel) { return try await sendOn(request, writer) }
        let context = SiteRequestContext(source: .init(channel: channel, logger: site.logger))
        try await write(try await responder.respond(to: request, context: context), writer)
    }

    /// Sends a reader on to the same page at the public address of the site.
    func sendOn(_ request: Request, _ writer: consuming ResponseWriter) async throws {
        let place = request.uri.string
        // What stands behind the public address begins with a slash, or it would change the address itself.
        let path = place.hasPrefix("/") && place.utf8.count <= SiteResponder<Responder>.longestAddress ? place : "/"
        var response = Response.redirect(to: site.settings.publicAddress + path, type: .permanent)
        site.security.add(to: &response.headers)
        try await write(response, writer)
    }

    private func write(_ response: Response, _ writer: consuming ResponseWriter) async throws {
        var head = response.head
        head.headerFields[.date] = beginnings.date
        // What can have no body says no length of one (RFC 9110, section 8.6).
        if response.status == .notModified || response.status == .noContent { head.headerFields[.contentLength] = nil }
        try await writer.write(response: head, body: response.body)
    }

    /// Whether a proxy that is believed says that the reader came by plain HTTP to a site that is reached by HTTPS.
    private func comesUnsafely(_ request: Request, from channel: any Channel) -> Bool {
        guard site.security.isSecure, let name = HTTPField.Name("X-Forwarded-Proto"),
            let scheme = request.headers[name],
            site.settings.proxies.trust(channel.remoteAddress?.ipAddress)
        else { return false }
        return scheme == "http"
    }
}
