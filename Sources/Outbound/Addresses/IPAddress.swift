import Foundation

/// An address of a machine on the internet, as a number.
package enum IPAddress: Hashable, Sendable, CustomStringConvertible {
    case v4(UInt32)
    case v6(UInt128)

    /// Nil unless `text` is written in the standard way: four decimal numbers without leading zeros, or IPv6 without
    /// brackets and without a zone. Short, octal and hexadecimal forms of IPv4 are not taken.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ Self.letters.contains($0) }) else { return nil }
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self = .v4(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(six)
        } else {
            return nil
        }
    }

    private init(_ six: in6_addr) {
        self = .v6(withUnsafeBytes(of: six) { bytes in bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) } })
    }

    /// Nil unless it is an address of the internet.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            self = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                .v4(UInt32(bigEndian: $0.pointee.sin_addr.s_addr))
            }
        case AF_INET6:
            self = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { IPAddress($0.pointee.sin6_addr) }
        default:
            return nil
        }
    }

    /// The standard way to write it: `192.0.2.1`, `2001:db8::1` (RFC 5952).
    package var description: String {
        switch self {
        case .v4(let number):
            return [24, 16, 8, 0].map { String(number >> $0 & 0xFF) }.joined(separator: ".")
        case .v6(let number):
            var six = in6_addr()
            withUnsafeBytes(of: number.bigEndian) { from in
                withUnsafeMutableBytes(of: &six) { $0.copyMemory(from: from) }
            }
            var letters = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
            inet_ntop(AF_INET6, &six, &letters, socklen_t(letters.count))
            return String(decoding: letters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    /// How it stands in an address of the web.
    var host: String {
        switch self {
        case .v4: description
        case .v6: "[\(description)]"
        }
    }

    private static let letters = Set("0123456789abcdefABCDEF:.".utf8)
}
