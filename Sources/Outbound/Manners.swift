/// How we behave towards other sites. Bounds, so that neither side can be kept busy by the other.
package struct Manners: Sendable {
    /// How long one answer may take, from the connection to the last byte.
    package var patience = Duration.seconds(10)
    /// How long one machine of several behind a name may take to connect.
    package var connecting = Duration.seconds(4)
    /// How many machines behind one name are tried.
    package var machines = 3
    /// Hosts that are asked at the same time; each of them for one thing only.
    package var hostsAtOnce = 4
    /// Between two requests to a host.
    package var pause = Duration.seconds(1)
    /// A site may wish for a longer pause, up to this one.
    package var longestPause = Duration.seconds(30)
    /// RFC 9309, section 2.3.1.2, asks for five at least.
    package var redirects = 5
    /// For a site that asks for rest without saying how long; seconds.
    package var usualRest = 3_600
    /// A site may wish for a longer rest, up to this one; seconds.
    package var longestRest = 7 * 86_400

    package init() {}

    /// The pause that a site gets which wishes for `seconds`.
    func pause(wished seconds: Double?) -> Duration {
        guard let seconds else { return pause }
        // Clamped first: a wish may be too large for a duration.
        return max(pause, min(.seconds(min(seconds, 86_400)), longestPause))
    }
}
