import Catalogue

/// What a check of an outgoing address found.
package enum LinkResult: Hashable, Codable, Sendable {
    /// The page is there.
    case alive(status: Int)
    /// The page is there (status 200) at another address.
    case moved(to: WebAddress, permanently: Bool)
    case broken(LinkFailure)
    /// The site doesn't want programs to ask for it.
    case forbiddenByRobots
    /// It was not asked for.
    case refused(LinkRefusal)
    /// The site wants to be asked later; seconds.
    case later(seconds: Int)
}

/// Why there was no page.
package enum LinkFailure: Hashable, Codable, Sendable {
    case nameNotFound, connectionRefused, unreachable, untrusted, timeout, closed, unreadable
    case status(Int)
    case tooManyRedirects, redirectToNowhere

    /// Whether the site itself was not reached: that may be its fault, or that of our own connection.
    package var isOfTheLine: Bool {
        switch self {
        case .nameNotFound, .connectionRefused, .unreachable, .timeout: true
        case .untrusted, .closed, .unreadable, .status, .tooManyRedirects, .redirectToNowhere: false
        }
    }
}

/// Why an address is none that the program asks for.
package enum LinkRefusal: String, Codable, CaseIterable, Sendable {
    /// It leads into a network that is not public.
    case network
    case port, credentials, scheme, unreadable
}
