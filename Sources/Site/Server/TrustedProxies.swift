import Foundation
import HTTPTypes

/// The proxies that are believed when they say where a request comes from. What anybody else says of that is not read.
package struct TrustedProxies: Hashable, Sendable {
    /// Why a network can't be understood.
    package struct Fault: Error, Hashable, CustomStringConvertible {
        let text: String

        package var description: String {
            "‘\(text)’ is neither an address nor a network: write 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32"
        }
    }

    /// The first bits of addresses, of IPv6 or of IPv4 written as IPv6.
    private struct Network: Hashable, Sendable {
        let bytes: [UInt8]
        let bits: Int

        func holds(_ address: [UInt8]) -> Bool {
            let whole = bits / 8
            guard address.count == bytes.count, address.prefix(whole).elementsEqual(bytes.prefix(whole)) else {
                return false
            }
            guard bits % 8 > 0 else { return true }
            let mask = UInt8(truncatingIfNeeded: 0xff00 >> (bits % 8))
            return address[whole] & mask == bytes[whole] & mask
        }
    }

    /// Those that were named.
    private let networks: [Network]
    private let areNearby: Bool

    private init(networks: [Network], areNearby: Bool) {
        self.networks = networks
        self.areNearby = areNearby
    }

    /// Nobody is believed.
    package static let none = TrustedProxies(networks: [], areNearby: false)

    /// A proxy on this machine or in a private network around it.
    package static let nearby = TrustedProxies(networks: [], areNearby: true)

    /// Loopback, the private networks (RFC 1918, RFC 4193) and link-local addresses.
    private static let surroundings = [
        "127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "169.254.0.0/16",
        "fe80::/10",
    ].compactMap(network)

    /// - Parameter names: addresses, and networks such as `10.0.0.0/8`.
    package init(_ names: [String]) throws(Fault) {
        var networks: [Network] = []
        for name in names {
            guard let network = Self.network(name) else { throw Fault(text: name) }
            networks.append(network)
        }
        self.init(networks: networks, areNearby: false)
    }

    /// Both those of this one and those of another.
    package func and(_ others: TrustedProxies) -> TrustedProxies {
        TrustedProxies(networks: networks + others.networks, areNearby: areNearby || others.areNearby)
    }

    /// Whether a peer is one of them; nil: one without an address, which came by a socket file of this machine.
    func trust(_ peer: String?) -> Bool {
        guard let peer else { return areNearby }
        return isNamed(peer) || areNearby && Self.surroundings.contains { $0.holds(Self.bytes(of: peer) ?? []) }
    }

    private func isNamed(_ address: String) -> Bool {
        guard !networks.isEmpty, let bytes = Self.bytes(of: address) else { return false }
        return networks.contains { $0.holds(bytes) }
    }

    /// The address that a request of `peer` comes from, nil where it has none: the last of those in `X-Forwarded-For` that is
    /// none of a named proxy, since each proxy writes at the end from whom it has the request. What stands before it anybody
    /// may have written.
    func origin(peer: String?, forwardedFor lines: [String]) -> String? {
        guard trust(peer) else { return peer }
        let names = lines.flatMap { $0.split(separator: ",") }.suffix(Self.mostProxies)
        var last: String?
        for name in names.reversed() {
            let name = RequestSource.bare(String(name.filter { !$0.isWhitespace }))
            last = name
            guard isNamed(name) else { break }
        }
        return last ?? peer
    }

    /// More proxies in a row than this stand nowhere.
    private static let mostProxies = 16

    private static func network(_ name: String) -> Network? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard let bytes = parts.first.flatMap({ bytes(of: String($0)) }), parts.count <= 2 else { return nil }
        let isOld = !name.contains(":")
        guard parts.count == 2 else { return Network(bytes: bytes, bits: 128) }
        guard let bits = Int(parts[1]), (0...(isOld ? 32 : 128)).contains(bits) else { return nil }
        return Network(bytes: bytes, bits: isOld ? 96 + bits : bits)
    }

    /// Sixteen bytes; an address of IPv4 as `::ffff:a.b.c.d` (RFC 4291, section 2.5.5.2).
    private static func bytes(of text: String) -> [UInt8]? {
        var new = in6_addr()
        if inet_pton(AF_INET6, text, &new) == 1 { return withUnsafeBytes(of: new) { Array($0) } }
        var old = in_addr()
        guard inet_pton(AF_INET, text, &old) == 1 else { return nil }
        return [UInt8](repeating: 0, count: 10) + [0xff, 0xff] + withUnsafeBytes(of: old) { Array($0) }
    }
}
