import Catalogue
import Hummingbird
import Logging

/// The outermost layer: refuses what is too large, answers from the ready pages before the router is asked,
/// lets the others in by turns, turns every error into a page, gives every answer the security headers, and counts.
struct SiteResponder<Inner: HTTPResponder>: HTTPResponder where Inner.Context == SiteRequestContext {
    /// Bytes of path and query.
    static var longestAddress: Int { 4_096 }

    let site: SiteEnvironment
    let inner: Inner

    @Sendable func respond(to request: Request, context: SiteRequestContext) async throws -> Response {
        let begin = ContinuousClock.now
        let kind = RequestKind(request)
        let ready = site.readyPage(for: request)
        if let ready { site.countSearch(of: ready) }
        var response =
            if let ready { ready.response(to: request) } else { await answer(to: request, kind, context: context) }
        site.security.add(to: &response.headers)
        site.note(kind, status: response.status.code, from: begin, isReady: ready != nil)
        if request.method == .get || request.method == .head { site.times.note(from: begin) }
        site.walks.note(
            request, answered: response.status, in: site.snapshots.current.catalogue,
            on: BrusselsTime(site.clock()).day)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(to request: Request, _ kind: RequestKind, context: SiteRequestContext) async -> Response {
        guard request.uri.string.utf8.count <= Self.longestAddress else { return failure(.uriTooLong, request) }
        if let answer = APIDoor(site: site).answer(to: request) { return answer }
        guard [.get, .head, .post].contains(request.method) else { return failure(.methodNotAllowed, request) }
        do {
            let response = try await site.inTurn(request, context, kind: kind) {
                try await inner.respond(to: asGet(request), context: context)
            }
            // The router has turned errors into bare answers by now: those get a page.
            guard response.status.code >= 400, response.headers[.contentType] == nil else { return response }
            let isRefused = response.status == .notFound && request.method == .post
            return failure(isRefused ? .methodNotAllowed : response.status, request)
        } catch {
            if let pause = StorePause(error) { return site.paused(pause, request, because: error) }
            // The same code in the log and for whoever asked, so that one leads to the other.
            let code = String(UInt32.random(in: .min ... .max), radix: 36)
            // Never the query: it may hold what somebody typed.
            site.logger.error(
                "request failed", metadata: ["code": "\(code)", "path": "\(request.uri.path)", "error": "\(error)"])
            return failure(.internalServerError, request, code: code)
        }
    }

    /// HEAD is answered by whoever answers GET; the body is taken off at the end.
    private func asGet(_ request: Request) -> Request {
        guard request.method == .head else { return request }
        var head = request.head
        head.method = .get
        return Request(head: head, body: request.body)
    }

    private func failure(_ status: HTTPResponse.Status, _ request: Request, code: String? = nil) -> Response {
        if APIDoor.isForPrograms(request.uri.path) { return APIDoor(site: site).failure(status, request, code: code) }
        let edition =
            Edition(path: request.uri.path) ?? Edition(.preferred(in: request.headers[.acceptLanguage]))
        let page = ErrorPage(
            context: site.context(for: request, edition: edition, address: .home), status: status, code: code)
        var response = site.answer(page, to: request, status: status)
        if status == .methodNotAllowed { response.headers[.allow] = "GET, HEAD" }
        return response
    }
}
