import Foundation

/// What became of asking for an address.
package enum LinkAnswer: Hashable, Sendable {
    /// The page is there, at this address or behind a detour. The status is 200 to 299.
    case alive(status: Int)
    /// The page is there (status 200) at another address: where permanent redirects led, or if the first was a detour
    /// only, where the page was found.
    case moved(to: URL, permanently: Bool)
    case broken(Failure)
    case forbiddenByRobots
    /// Nothing was asked: it leads into our own network, or to something that is no website.
    case refused(Refusal)
    /// The site asks for some rest first; seconds.
    case later(seconds: Int)

    /// Why there was no page.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case nameNotFound
        case connectionRefused
        case unreachable
        /// No connection that can be trusted: certificate or protocol of TLS.
        case untrusted
        case timeout
        /// The connection ended before the answer.
        case closed
        /// What came is not HTTP.
        case unreadable
        /// 400 and more, or another status that shows no page.
        case status(Int)
        case tooManyRedirects
        /// A redirect without an address that can be read.
        case redirectToNowhere

        package var description: String {
            switch self {
            case .nameNotFound: "its name is not found"
            case .connectionRefused: "the connection is refused"
            case .unreachable: "it can't be reached"
            case .untrusted: "no trusted connection"
            case .timeout: "no answer in time"
            case .closed: "the connection was closed"
            case .unreadable: "the answer is not HTTP"
            case .status(let status): "status \(status)"
            case .tooManyRedirects: "too many redirects"
            case .redirectToNowhere: "a redirect without address"
            }
        }
    }
}

/// The site wants to be left alone for so many seconds.
struct Rest: Error, Hashable, Sendable {
    let seconds: Int
}
