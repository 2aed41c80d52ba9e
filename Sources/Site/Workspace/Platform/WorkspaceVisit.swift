import Editorial
import Foundation
import HTTPTypes
import Hummingbird

extension SiteEnvironment {
    private var sessionCookieName: String { security.isSecure ? "__Host-session" : "session" }

    /// Who is signed in; nil: nobody, or no longer.
    func visit(_ request: Request) async throws -> Workspace.Visit? {
        guard let secret = sessionSecret(request) else { return nil }
        return try await workspace.visit(secret)
    }

    func sessionSecret(_ request: Request) -> String? { request.cookie(sessionCookieName) }

    func sessionCookie(_ token: SecretToken) -> String {
        cookie(token.text, age: Int(AccountSession.longest))
    }

    var noSessionCookie: String { cookie("", age: 0) }

    private func cookie(_ secret: String, age: Int) -> String {
        "\(sessionCookieName)=\(secret); Path=/; Max-Age=\(age); HttpOnly; SameSite=Lax"
            + (security.isSecure ? "; Secure" : "")
    }
}

extension Request {
    func cookie(_ name: String) -> String? {
        headers[values: .cookie].flatMap { $0.split(separator: ";") }
            .map { $0.trimmingPrefix(while: \.isWhitespace) }
            .first { $0.hasPrefix(name + "=") }
            .map { String($0.dropFirst(name.count + 1)) }
    }

    /// The browser in a word or two, such as `Firefox, Linux`, for the list of sessions.
    var device: String {
        let agent = headers[.userAgent] ?? ""
        func first(_ names: [(sign: String, name: String)]) -> String? { names.first { agent.contains($0.sign) }?.name }
        let browser = first([
            ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
        ])
        let system = first([
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"),
            ("Linux", "Linux"),
        ])
        return [browser, system].compactMap { $0 }.joined(separator: ", ")
    }
}
