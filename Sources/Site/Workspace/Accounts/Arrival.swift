import Editorial
import HTTPTypes
import Hummingbird

/// What somebody sees who just signed in, wholly or half.
struct Arrival: Sendable {
    let site: SiteEnvironment
    let page: PageContext
    let request: Request

    /// Goes on to what is wanted first, to a form that was kept, or to where it was to go. `token`: that of the session,
    /// where it is a new one.
    func answer(_ visit: Workspace.Visit, _ onward: Onward, token: SecretToken? = nil) async throws -> Response {
        var response = try await next(visit, onward)
        if let token { response.set(cookie: site.sessionCookie(token)) }
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func next(_ visit: Workspace.Visit, _ onward: Onward) async throws -> Response {
        guard let kept = onward.kept else {
            let wanted = visit.wants.map { page.link($0.address, asking: onward.query) }
            return .redirect(
                to: wanted ?? onward.next?.description ?? page.link(.workspace(.home)), type: .normal)
        }
        // A form that was kept travels in the page: it is too large for an address.
        switch visit.wants {
        case .code:
            return site.answer(
                CodePage(context: page.at(.workspace(.code)), visit: visit, onward: onward), to: request)
        case .secondFactor:
            let secret = try await site.workspace.pendingSecondFactor(of: visit)
            return site.answer(
                SecondFactorPage(
                    context: page.at(.workspace(.secondFactor)), visit: visit, secret: secret, onward: onward),
                to: request)
        case nil:
            return site.answer(
                SendAgainPage(context: page, visit: visit, fields: kept.fields, path: kept.path.description),
                to: request)
        }
    }
}

extension Response {
    /// Beside other cookies that are set.
    mutating func set(cookie: String) { headers.append(HTTPField(name: .setCookie, value: cookie)) }

    /// Says when to come back, in seconds.
    mutating func set(retryAfter pause: Int) { headers[.retryAfter] = "\(pause)" }
}
