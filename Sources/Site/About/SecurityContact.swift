import Catalogue
import Hummingbird

/// Whom to tell of a hole in the site: `/.well-known/security.txt` (RFC 9116).
struct SecurityContact: Sendable {
    /// The standard wants less than a year, so that nobody follows a note that is forgotten.
    private static let holdsDays = 180

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(".well-known/security.txt") { request, _ in
            ReadyPage(mediaType: "text/plain; charset=utf-8", bytes: Array(text.utf8), freshness: .snapshot)
                .response(to: request)
        }
    }

    private var text: String {
        let home = site.settings.publicAddress
        let expires = BrusselsTime(site.clock()).day.adding(days: Self.holdsDays)
        let languages = Language.allCases.map(\.rawValue).joined(separator: ", ")
        return """
            Contact: \(home)/en/contact
            Expires: \(expires)T00:00:00Z
            Preferred-Languages: \(languages)
            Canonical: \(home)/.well-known/security.txt

            """
    }
}
