/// A range of addresses: all that begin with the same bits.
struct Network: Sendable {
    private let first: IPAddress
    private let bits: Int
    /// What the range is for, in words that go after "is".
    let purpose: String

    init(v4 a: UInt8, _ b: UInt8 = 0, _ c: UInt8 = 0, _ d: UInt8 = 0, bits: Int, _ purpose: String) {
        first = .v4([a, b, c, d].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        self.bits = bits
        self.purpose = purpose
    }

    /// - Parameter groups: the first of the eight groups; the others are zero.
    init(v6 groups: UInt16..., bits: Int, _ purpose: String) {
        let begin = groups.prefix(8).reduce(UInt128(0)) { $0 << 16 | UInt128($1) }
        first = .v6(begin << (16 * (8 - groups.prefix(8).count)))
        self.bits = bits
        self.purpose = purpose
    }

    func contains(_ address: IPAddress) -> Bool {
        switch (first, address) {
        case (.v4(let first), .v4(let address)): (first ^ address) >> (32 - bits) == 0
        case (.v6(let first), .v6(let address)): (first ^ address) >> (128 - bits) == 0
        default: false
        }
    }
}

extension Network {
    /// No website for everybody stands here.
    ///
    /// Sources: https://www.iana.org/assignments/iana-ipv4-special-registry and
    /// https://www.iana.org/assignments/iana-ipv6-special-registry.
    /// Ranges that the registry calls globally reachable but that serve machines only are left out too.
    static let special: [Network] = [
        Network(v4: 0, bits: 8, "this network"),
        Network(v4: 10, bits: 8, "a private network"),
        Network(v4: 100, 64, bits: 10, "shared by a provider's customers"),
        Network(v4: 127, bits: 8, "this machine"),
        Network(v4: 169, 254, bits: 16, "link-local, where clouds keep their secrets"),
        Network(v4: 172, 16, bits: 12, "a private network"),
        Network(v4: 192, 0, 0, bits: 24, "for protocols"),
        Network(v4: 192, 0, 2, bits: 24, "for examples in documents"),
        Network(v4: 192, 31, 196, bits: 24, "for protocols"),
        Network(v4: 192, 52, 193, bits: 24, "for protocols"),
        Network(v4: 192, 88, 99, bits: 24, "a relay to IPv6"),
        Network(v4: 192, 168, bits: 16, "a private network"),
        Network(v4: 192, 175, 48, bits: 24, "for protocols"),
        Network(v4: 198, 18, bits: 15, "for measuring networks"),
        Network(v4: 198, 51, 100, bits: 24, "for examples in documents"),
        Network(v4: 203, 0, 113, bits: 24, "for examples in documents"),
        Network(v4: 224, bits: 4, "for many receivers"),
        Network(v4: 240, bits: 4, "reserved"),
        // Looks public, but inside Azure it is the platform
        // (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16).
        Network(v4: 168, 63, 129, 16, bits: 32, "a cloud's own"),

        Network(v6: 0, 0, 0, 0, 0, 0, 0, 0, bits: 128, "no address"),
        Network(v6: 0, 0, 0, 0, 0, 0, 0, 1, bits: 128, "this machine"),
        Network(v6: 0, 0, 0, 0, 0, 0xFFFF, bits: 96, "IPv4 written as IPv6"),
        Network(v6: 0, bits: 96, "IPv4 written as IPv6"),
        Network(v6: 0x64, 0xFF9B, bits: 96, "IPv4 written as IPv6"),
        Network(v6: 0x64, 0xFF9B, 1, bits: 48, "IPv4 written as IPv6"),
        Network(v6: 0x100, bits: 64, "to be discarded"),
        Network(v6: 0x2001, bits: 32, "a tunnel (Teredo)"),
        Network(v6: 0x2001, bits: 23, "for protocols"),
        Network(v6: 0x2001, 0xDB8, bits: 32, "for examples in documents"),
        Network(v6: 0x2002, bits: 16, "a tunnel (6to4)"),
        Network(v6: 0x3FFF, bits: 20, "for examples in documents"),
        Network(v6: 0xFC00, bits: 7, "a private network"),
        Network(v6: 0xFE80, bits: 10, "link-local"),
        Network(v6: 0xFEC0, bits: 10, "a private network"),
        Network(v6: 0xFF00, bits: 8, "for many receivers"),
    ]

    /// The only part of IPv6 from which sites get addresses
    /// (https://www.iana.org/assignments/ipv6-address-space).
    static let handedOut = Network(v6: 0x2000, bits: 3, "public")
}
