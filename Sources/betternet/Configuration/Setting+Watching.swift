import Logging
import Site

// How much `betternet serve` takes on, and what it tells of itself. What is usual comes from where it is decided.
extension Setting {
    private static let limits = SiteSettings(publicAddress: "").load

    static let mostWaiting = Setting(
        name: "most-waiting", kind: .number(0...100_000), usual: "\(limits.reading.waiting)",
        meaning: "readers that may wait for their page before others are turned away with 503")
    static let longestWait = Setting(
        name: "longest-wait", kind: .number(1...60), usual: "\(limits.reading.patience.components.seconds)",
        meaning: "seconds that a reader waits for a page before being turned away with 503")
    static let mostSearches = Setting(
        name: "most-searches", kind: .number(1...1_000_000), usual: "\(limits.mostSearches)",
        meaning: "searches and landscapes that are not ready which one source may ask at once; 30 come back a second")

    static let load = [mostWaiting, longestWait, mostSearches]

    static let logFormat = Setting(
        name: "log-format", kind: .choice(SiteLog.Format.allCases.map(\.rawValue)), usual: SiteLog().format.rawValue,
        meaning: "how the log is written")
    static let logLevel = Setting(
        name: "log-level", kind: .choice(["debug", "info", "notice", "warning", "error"]),
        usual: SiteLog().level.rawValue,
        meaning: "from where on events are logged; with info a line an answer, nobody named")
    static let metricsToken = Setting(
        name: "metrics-token", kind: .secret("a word of \(MetricsAccess.shortestToken) characters or more"),
        usual: "none", meaning: "who says it in ‘Authorization: Bearer …’ may read /metrics from elsewhere")
    static let metricsTokenFile = Setting(
        name: "metrics-token-file", kind: .text("a file"), usual: "none",
        meaning: "a file whose first line is that word")
    static let metricsFrom = Setting(
        name: "metrics-from", kind: .list("an address, or a network such as 10.0.0.0/8"), usual: "none",
        meaning: "networks that may read /metrics, beside this machine")

    static let watching = [logFormat, logLevel, metricsToken, metricsTokenFile, metricsFrom]
}
