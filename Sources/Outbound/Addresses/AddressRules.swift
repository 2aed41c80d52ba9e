/// Which machines may be asked: those on the public internet only, so that nobody who writes an address into a record
/// can make us ask our own network.
package struct AddressRules: Sendable {
    private let exempt: Set<IPAddress>

    /// - Parameter exempt: servers of tests. Empty in the program.
    package init(exempt: Set<IPAddress> = []) { self.exempt = exempt }

    /// Why no request may go there; nil if it is public.
    package func refusal(of address: IPAddress) -> Refusal? {
        guard !exempt.contains(address) else { return nil }
        if let network = Network.special.first(where: { $0.contains(address) }) {
            return .network(address, is: network.purpose)
        }
        if case .v6 = address, !Network.handedOut.contains(address) { return .network(address, is: "reserved") }
        return nil
    }

    /// All addresses of one name, checked. One that isn't public is enough to refuse the name: an honest site has none.
    package func check(_ addresses: [IPAddress]) throws(Refusal) -> [PublicAddress] {
        for address in addresses {
            if let refusal = refusal(of: address) { throw refusal }
        }
        return addresses.map(PublicAddress.init)
    }
}

/// An address that ``AddressRules`` let through. A connection is made to nothing else.
package struct PublicAddress: Hashable, Sendable {
    package let address: IPAddress

    fileprivate init(_ address: IPAddress) { self.address = address }
}

/// Why a request is not made at all.
package enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// No absolute address of a host with a full name.
    case unreadable
    case scheme(String)
    /// A name or a password stands before the host.
    case credentials
    case port(Int)
    case network(IPAddress, is: String)

    package var description: String {
        switch self {
        case .unreadable: "it is no address of a public website"
        case .scheme(let scheme): "‘\(scheme)’ is neither http nor https"
        case .credentials: "a name or a password stands in it"
        case .port(let port): "port \(port) is not for websites"
        case .network(let address, let purpose): "\(address) is \(purpose)"
        }
    }
}
