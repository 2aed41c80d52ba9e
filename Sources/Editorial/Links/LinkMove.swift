import Catalogue
import Foundation

/// A change of address that a site itself asks for, as it is proposed to an editor.
package struct LinkMove: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The same page over https.
        case secured
        /// The same path on another host.
        case renamed
        case elsewhere
        /// From a page to the front page: more often the end of a page than its move. To be looked at first.
        case sentHome
    }

    package let old: WebAddress
    package let new: WebAddress
    package let kind: Kind

    /// Nil if there is nothing to change: only the query differs (a visit's number, a language), or the page would lose
    /// its protection.
    package init?(from old: WebAddress, to target: WebAddress) {
        guard let before = URLComponents(string: old.description), var after = URLComponents(string: target.description)
        else { return nil }
        let wasSecure = before.scheme?.lowercased() == "https"
        let isSecure = after.scheme?.lowercased() == "https"
        let isSameHost = before.host?.lowercased() == after.host?.lowercased() && before.port == after.port
        let isSamePath = Self.path(before) == Self.path(after)
        guard isSecure || !wasSecure, !(isSameHost && isSamePath && isSecure == wasSecure) else { return nil }
        // A redirect keeps the place within the page (RFC 9110, section 10.2.2).
        if after.fragment == nil { after.percentEncodedFragment = before.percentEncodedFragment }
        guard let new = after.string.flatMap({ WebAddress($0) }), new != old else { return nil }
        self.old = old
        self.new = new
        if Self.isFrontPage(after), !Self.isFrontPage(before) {
            kind = .sentHome
        } else if isSamePath {
            kind = isSameHost ? .secured : .renamed
        } else {
            kind = .elsewhere
        }
    }

    private static func path(_ address: URLComponents) -> String {
        address.percentEncodedPath.isEmpty ? "/" : address.percentEncodedPath
    }

    /// The front page, or that of one language (`/nl`, `/nl-be/`).
    private static func isFrontPage(_ address: URLComponents) -> Bool {
        let steps = path(address).lowercased().split(separator: "/")
        guard let step = steps.first else { return address.percentEncodedQuery == nil }
        let languages = Language.allCases.map(\.rawValue)
        return steps.count == 1 && languages.contains { step == $0 || step == "\($0)-be" || step == "\($0)_be" }
    }
}
