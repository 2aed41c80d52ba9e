/// What a site asks of programs that visit it, as far as it concerns us (RFC 9309).
package struct Robots: Hashable, Sendable {
    /// The name under which a site may address us.
    package static let name = "Betternet"
    /// Bytes that are read; what comes after is ignored. RFC 9309, section 2.5, asks for 500 KiB at least.
    package static let longest = 500 * 1_024
    /// A longer pattern than this many bytes is ignored: no address that we ask for is matched by it.
    static let longestPattern = 2_048

    struct Rule: Hashable, Sendable {
        let allows: Bool
        let pattern: RobotsPattern
    }

    let rules: [Rule]
    /// Seconds that a site wishes between two requests. Not in the RFC, but widely used.
    package let delay: Double?

    init(rules: [Rule] = [], delay: Double? = nil) {
        self.rules = rules
        self.delay = delay
    }

    /// How we call ourselves: with the page that says who we are.
    static func agent(of publicAddress: String) -> String {
        let home = publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress
        return "\(name)/1 (+\(home)/en/about)"
    }

    /// Nothing is asked: for sites without the file.
    package static let none = Robots()

    /// Whether the site lets us ask for `target` (path and query, percent-encoded): the longest pattern that fits
    /// decides, and of two as long the one that allows.
    package func allows(_ target: String) -> Bool {
        let target = RobotsPattern.comparable(target)
        var longest: (length: Int, allows: Bool) = (-1, true)
        for rule in rules where rule.pattern.length >= longest.length && rule.pattern.fits(target) {
            let isTie = rule.pattern.length == longest.length
            longest = (rule.pattern.length, isTie ? longest.allows || rule.allows : rule.allows)
        }
        return longest.allows
    }
}
