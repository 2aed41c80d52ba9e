import Site

// Where and how `betternet serve` listens. What is usual comes from where it is decided.
extension Setting {
    private static let usualListening = Listening()

    static let host = Setting(
        name: "host", kind: .text("an address of this machine"), usual: usualListening.host,
        meaning: "the address to listen on")
    static let port = Setting(
        name: "port", kind: .number(1...65_535), usual: "\(usualListening.port)", meaning: "the port to listen on")
    static let sharePort = Setting(
        name: "share-port", kind: .yesNo, usual: "\(usualListening.sharesPort)",
        meaning: "let the next program listen at the same port before this one ends")

    static let certificate = Setting(
        name: "certificate", kind: .text("a file (PEM)"), usual: "none",
        meaning: "the certificate of the site, with those behind it: the site speaks TLS itself")
    static let certificateKey = Setting(
        name: "certificate-key", kind: .text("a file (PEM)"), usual: "none", meaning: "the key of the certificate")
    static let http2 = Setting(
        name: "http2", kind: .yesNo, usual: "\(usualListening.offersHTTP2)",
        meaning: "offer HTTP/2 where there is a certificate")
    static let redirectPort = Setting(
        name: "redirect-port", kind: .number(1...65_535), usual: "none",
        meaning: "a second, plain port that only sends readers on to the public address")

    static let behindProxy = Setting(
        name: "behind-proxy", kind: .yesNo, usual: "false",
        meaning: "believe proxies on this machine and in private networks when they say where a request comes from")
    static let trustedProxies = Setting(
        name: "trusted-proxies", kind: .list("an address, or a network such as 10.0.0.0/8"), usual: "none",
        meaning: "other proxies that are believed")

    static let maxConnections = Setting(
        name: "max-connections", kind: .number(1...1_000_000), usual: "\(usualListening.limits.connections)",
        meaning: "connections that are held open at once")
    static let maxConnectionsPerSource = Setting(
        name: "max-connections-per-source", kind: .number(1...1_000_000),
        usual: "\(usualListening.limits.connectionsOfOneSource)", meaning: "connections of one source among them")
    static let finishWithin = Setting(
        name: "finish-within", kind: .number(0...3_600),
        usual: "\(usualListening.deadlines.finishing.components.seconds)",
        meaning: "seconds that requests which were begun have when the site closes")

    static let listening = [
        host, port, sharePort, certificate, certificateKey, http2, redirectPort, behindProxy, trustedProxies,
        maxConnections, maxConnectionsPerSource, finishWithin,
    ]
}
