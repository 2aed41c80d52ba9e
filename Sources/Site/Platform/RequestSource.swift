import Foundation

/// What counts as one source: an address, or for IPv6 its network (the first 64 bits, the least that a line has: RFC 6177).
enum RequestSource {
    /// Of who comes by a socket file of this machine.
    static let unknown = "unknown"

    /// The source of an address as a proxy may write it: with a port, in brackets.
    static func name(of address: some StringProtocol) -> String {
        let text = bare(String(address.filter { !$0.isWhitespace }))
        var address = in6_addr()
        guard inet_pton(AF_INET6, text, &address) == 1 else { return text }
        let bytes = withUnsafeBytes(of: address) { Array($0) }
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xff, bytes[11] == 0xff {
            return bytes.suffix(4).map(String.init).joined(separator: ".")
        }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The network that a source is in: the first 48 bits of an address of IPv6, the first 16 of one of IPv4. What follows
    /// a slash is left aside.
    static func network(of source: String) -> String {
        let address = source.prefix { $0 != "/" }
        let parts = address.split { $0 == "." || $0 == ":" }
        return parts.prefix(address.contains(".") ? 2 : 3).joined(separator: ":")
    }

    /// Whether it is this machine: its keeper, or a proxy that does not say whom it speaks for, so that a limit would hit
    /// everybody.
    static func isLocal(_ source: String) -> Bool {
        source.hasPrefix("127.") || source == "0:0:0:0:0:0:0:0" || source == unknown
    }

    /// Without port and brackets.
    static func bare(_ text: String) -> String {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            return String(text[text.index(after: text.startIndex)..<end])
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 ? String(parts[0]) : text
    }
}
