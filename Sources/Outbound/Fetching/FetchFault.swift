/// Why an address could not be fetched.
package enum FetchFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing was asked: it leads into our own network, or to something that is no website.
    case refused(Refusal)
    /// The site doesn't want it to be asked (`robots.txt`).
    case forbiddenByRobots
    /// The site wants some rest first; seconds.
    case later(seconds: Int)
    /// More bytes than this came.
    case tooLarge(limit: Int)
    /// The answer is packed although we asked for none that is: what it unpacks to could be anything.
    case packed(String)
    case failed(LinkAnswer.Failure)

    package var description: String {
        switch self {
        case .refused(let refusal): "not asked: \(refusal)"
        case .forbiddenByRobots: "not asked: its robots.txt says not to"
        case .later(let seconds): "it asks to be left alone for \(seconds) seconds"
        case .tooLarge(let limit): "the answer has more than \(limit) bytes"
        case .packed(let encoding): "the answer is packed (\(encoding.prefix(40))), which nobody asked for"
        case .failed(let failure): "\(failure)"
        }
    }
}
