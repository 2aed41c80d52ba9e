import Foundation

/// Where a request goes, with a text that passed the rules. Whether the host leads into our own network shows only
/// when its name is looked up: ``AddressRules``.
package struct Destination: Hashable, Sendable {
    package enum Host: Hashable, Sendable {
        case name(String)
        case address(IPAddress)
    }

    /// With small letters in the host and without fragment, so that every reader of it reads the same host.
    package let url: URL
    package let host: Host
    /// What the server is asked for: path and query, percent-encoded, beginning with `/`.
    package let target: String
    private let scheme: String
    private let port: Int

    /// Longer ones are not followed. RFC 9110, section 4.1, asks for 8,000 at least.
    static let longest = 8_000

    /// - Parameters:
    ///   - text: an absolute address, or one that is relative to `base`.
    ///   - base: the page that led there.
    package init(_ text: String, from base: Destination? = nil) throws(Refusal) {
        // Spaces are encoded; a backslash is read as a slash by some.
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0x5C }),
            let given = URL(string: text, relativeTo: base?.url),
            let parts = URLComponents(url: given.absoluteURL, resolvingAgainstBaseURL: true)
        else { throw .unreadable }
        let scheme = (parts.scheme ?? "").lowercased()
        guard let usual = ["http": 80, "https": 443][scheme] else { throw .scheme(scheme) }
        guard parts.percentEncodedUser == nil, parts.percentEncodedPassword == nil else { throw .credentials }
        let host = try Self.host(parts.encodedHost ?? "")
        let port = parts.port ?? usual
        guard Self.isForWebsites(port) else { throw .port(port) }
        let path = parts.percentEncodedPath.hasPrefix("/") ? parts.percentEncodedPath : "/" + parts.percentEncodedPath
        try self.init(
            scheme: scheme, host: host, port: port, target: path + (parts.percentEncodedQuery.map { "?" + $0 } ?? ""))
    }

    private init(scheme: String, host: Host, port: Int, target: String) throws(Refusal) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.target = target
        guard let url = URL(string: Self.site(scheme, host, port) + target) else { throw .unreadable }
        self.url = url
    }

    /// The host as it stands in the address.
    package var hostText: String { Self.text(host) }

    /// What one `robots.txt` is for: scheme, host and port.
    var site: String { Self.site(scheme, host, port) }

    /// The `robots.txt` that speaks for it (RFC 9309, section 2.3).
    func robots() throws(Refusal) -> Destination {
        try Destination(scheme: scheme, host: host, port: port, target: "/robots.txt")
    }

    private static func text(_ host: Host) -> String {
        switch host {
        case .name(let name): name
        case .address(let address): address.host
        }
    }

    private static func site(_ scheme: String, _ host: Host, _ port: Int) -> String {
        let usual = scheme == "https" ? 443 : 80
        return "\(scheme)://\(text(host))" + (port == usual ? "" : ":\(port)")
    }
}

extension Destination {
    private static func host(_ text: String) throws(Refusal) -> Host {
        var text = text.lowercased()
        if text.hasPrefix("["), text.hasSuffix("]") {
            guard let address = IPAddress(String(text.dropFirst().dropLast())) else { throw .unreadable }
            return .address(address)
        }
        if let address = IPAddress(text) { return .address(address) }
        if text.hasSuffix(".") { text.removeLast() }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        // A name that ends in a number is an address in disguise (`127.1`, `0x7f.0.0.1`).
        guard text.utf8.count <= 253, labels.count >= 2, labels.allSatisfy(isLabel),
            let last = labels.last, last.first?.isNumber == false
        else { throw .unreadable }
        return .name(text)
    }

    private static func isLabel(_ text: Substring) -> Bool {
        (1...63).contains(text.utf8.count) && text.first != "-" && text.last != "-"
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }

    /// The ports of http and https, and those from 1024 on that browsers open too: a link that no browser opens helps
    /// nobody, and other services should get no request of ours.
    private static func isForWebsites(_ port: Int) -> Bool {
        port == 80 || port == 443 || ((1_024...65_535).contains(port) && !forOtherServices.contains(port))
    }

    /// Source: https://fetch.spec.whatwg.org/#port-blocking, those from 1024 on.
    private static let forOtherServices: Set<Int> = [
        1_719, 1_720, 1_723, 2_049, 3_659, 4_045, 4_190, 5_060, 5_061, 6_000, 6_566, 6_665, 6_666, 6_667, 6_668, 6_669,
        6_679, 6_697, 10_080,
    ]
}
