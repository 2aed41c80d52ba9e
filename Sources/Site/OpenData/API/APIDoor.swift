import Exchange
import HTTPTypes
import Hummingbird

/// What the open addresses say to methods other than reading: what they know (RFC 9110, section 9), and what scripts of
/// other sites may ask (https://fetch.spec.whatwg.org/#http-cors-protocol).
struct APIDoor: Sendable {
    let site: SiteEnvironment

    /// Below these everything is only read, and by anybody.
    private static let openSteps: Set<Substring> = [
        "hsds", "oai", "records", "vocabularies", "amb", "vocabulary.ttl", "dataset.ttl", "dataset.jsonld",
        "sitemap.xml",
    ]

    /// Bytes of path and query.
    static let longestAddress = SiteResponder<RouterResponder<SiteRequestContext>>.longestAddress

    /// Nil: the request goes on.
    func answer(to request: Request) -> Response? {
        let path = request.uri.path
        guard let methods = Self.methods(at: path) else { return nil }
        let names = (methods + [.options]).map(\.rawValue).joined(separator: ", ")
        if request.method == .options {
            var headers: HTTPFields = [.allow: names]
            if methods.contains(.get) {
                headers[.accessControlAllowOrigin] = "*"
                headers[.accessControlAllowMethods] = methods.map(\.rawValue).joined(separator: ", ")
                headers[.accessControlAllowHeaders] = "Accept, Accept-Language, If-Modified-Since, If-None-Match"
                headers[.accessControlMaxAge] = "86400"
            }
            return Response(status: .noContent, headers: headers)
        }
        // Other addresses say themselves what they don't know.
        guard path.hasPrefix("/api/"), !methods.contains(request.method) else { return nil }
        var response = site.problem(
            APIFault(status: .methodNotAllowed, key: .problemMethod, values: [names]), to: request)
        response.headers[.allow] = names
        return response
    }

    private static func methods(at path: String) -> [HTTPRequest.Method]? {
        if path.hasPrefix("/api/") { return API.methods(at: path) }
        guard let first = path.split(separator: "/").first, openSteps.contains(first) else { return nil }
        return [.get, .head]
    }

    /// Whether only programs ask there, so that an error is data too.
    static func isForPrograms(_ path: String) -> Bool {
        ["/api/", "/hsds/", "/data/"].contains { path.hasPrefix($0) }
    }

    /// What went wrong at an address for programs.
    ///
    /// - Parameter code: under which the keepers of the site find it in their log.
    func failure(_ status: HTTPResponse.Status, _ request: Request, code: String? = nil) -> Response {
        let fault: APIFault =
            switch status {
            case .notFound: APIFault(status: status, key: .problemNoAddress)
            case .methodNotAllowed: APIFault(status: status, key: .problemMethod, values: ["GET, HEAD, OPTIONS"])
            case .uriTooLong:
                APIFault(
                    status: status, key: .problemAddressTooLong,
                    values: [String(Self.longestAddress)])
            default: APIFault(status: status, key: .problemTrouble)
            }
        var response = site.problem(
            fault, members: code.map { [JSON.Field("code", .text($0))] } ?? [], to: request)
        if status == .methodNotAllowed { response.headers[.allow] = "GET, HEAD, OPTIONS" }
        return response
    }
}
