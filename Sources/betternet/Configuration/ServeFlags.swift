import ArgumentParser
import Configuration

/// The settings of ``ServeCommand`` as they may stand on the command line. What each means, and what is usual, is said
/// once: in ``Setting``.
struct ServeFlags: ParsableArguments {
    @Option(help: .of(.host)) var host: String?
    @Option(help: .of(.port)) var port: Int?
    @Flag(inversion: .prefixedNo, help: .of(.sharePort)) var sharePort: Bool?
    @Option(help: .of(.certificate)) var certificate: String?
    @Option(help: .of(.certificateKey)) var certificateKey: String?
    @Flag(inversion: .prefixedNo, help: .of(.http2)) var http2: Bool?
    @Option(help: .of(.redirectPort)) var redirectPort: Int?
    @Flag(inversion: .prefixedNo, help: .of(.behindProxy)) var behindProxy: Bool?
    @Option(help: .of(.trustedProxies)) var trustedProxies: [String] = []
    @Option(help: .of(.maxConnections)) var maxConnections: Int?
    @Option(help: .of(.maxConnectionsPerSource)) var maxConnectionsPerSource: Int?
    @Option(help: .of(.finishWithin)) var finishWithin: Int?

    @Option(help: .of(.url)) var url: String?
    @Option(help: .of(.fill)) var fill: [String] = []
    @Option(help: .of(.mostReports)) var mostReports: Int?

    @Option(help: .of(.keepClosed)) var keepClosed: Int?
    @Option(help: .of(.verifyChannels)) var verifyChannels: Int?
    @Option(help: .of(.verifyOthers)) var verifyOthers: Int?
    @Option(help: .of(.hideUnverified)) var hideUnverified: String?

    @Option(help: .of(.mail)) var mail: String?
    @Option(help: .of(.mailFrom)) var mailFrom: String?

    @Flag(inversion: .prefixedNo, help: .of(.checkLinks)) var checkLinks: Bool?
    @Flag(inversion: .prefixedNo, help: .of(.harvest)) var harvest: Bool?
    @Option(help: .of(.allowPrivate)) var allowPrivate: [String] = []

    @Option(help: .of(.mostWaiting)) var mostWaiting: Int?
    @Option(help: .of(.longestWait)) var longestWait: Int?
    @Option(help: .of(.mostSearches)) var mostSearches: Int?

    @Option(help: .of(.logFormat)) var logFormat: String?
    @Option(help: .of(.logLevel)) var logLevel: String?
    @Option(help: .of(.metricsTokenFile)) var metricsTokenFile: String?
    @Option(help: .of(.metricsFrom)) var metricsFrom: [String] = []

    /// What the command line says.
    var given: [Setting: ConfigContent] {
        let texts: [Setting: String?] = [
            .host: host, .certificate: certificate, .certificateKey: certificateKey, .url: url,
            .hideUnverified: hideUnverified, .mail: mail, .mailFrom: mailFrom, .logFormat: logFormat,
            .logLevel: logLevel, .metricsTokenFile: metricsTokenFile,
        ]
        let numbers: [Setting: Int?] = [
            .port: port, .redirectPort: redirectPort, .maxConnections: maxConnections,
            .maxConnectionsPerSource: maxConnectionsPerSource, .finishWithin: finishWithin, .mostReports: mostReports,
            .keepClosed: keepClosed, .verifyChannels: verifyChannels,
            .verifyOthers: verifyOthers, .mostWaiting: mostWaiting, .longestWait: longestWait,
            .mostSearches: mostSearches,
        ]
        let switches: [Setting: Bool?] = [
            .sharePort: sharePort, .http2: http2, .behindProxy: behindProxy, .checkLinks: checkLinks, .harvest: harvest,
        ]
        let lists: [Setting: [String]] = [
            .trustedProxies: trustedProxies, .fill: fill, .allowPrivate: allowPrivate, .metricsFrom: metricsFrom,
        ]
        return texts.compactMapValues { $0.map { .string($0) } }
            .merging(numbers.compactMapValues { $0.map { .int($0) } }) { first, _ in first }
            .merging(switches.compactMapValues { $0.map { .bool($0) } }) { first, _ in first }
            .merging(lists.compactMapValues { $0.isEmpty ? nil : .stringArray($0) }) { first, _ in first }
    }
}

extension ArgumentHelp {
    static func of(_ setting: Setting) -> ArgumentHelp {
        let usual = setting.usual == "none" ? "" : " (usual: \(setting.usual))"
        return ArgumentHelp("\(setting.meaning.capitalisedAtStart)\(usual).", valueName: setting.kind.valueName)
    }
}

extension Setting.Kind {
    fileprivate var valueName: String? {
        switch self {
        case .text, .secret: nil
        case .number: "n"
        case .yesNo: nil
        case .choice(let words): words.joined(separator: "|")
        case .list: "item"
        }
    }
}

extension String {
    fileprivate var capitalisedAtStart: String { prefix(1).uppercased() + dropFirst() }
}
