import Catalogue

/// What an offer has that makes it count in full, as bits: verified, free, reachable without internet, and made for the
/// audience that is asked about.
struct Soundness: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let verified = Soundness(rawValue: 1)
    static let free = Soundness(rawValue: 2)
    static let offline = Soundness(rawValue: 4)
    static let addressed = Soundness(rawValue: 8)

    /// How many there are.
    static let count = 16

    init(rawValue: Int) { self.rawValue = rawValue }

    /// Of one of many records, without the audience, which is not the offer's alone.
    init(of records: [Record], at place: Int) {
        let (verified, cost, contact) = (records[place].verified, records[place].cost, records[place].contact)
        var bits: Soundness = []
        if verified != nil { bits.insert(.verified) }
        if cost == Self.noCost { bits.insert(.free) }
        if let contact, contact.isReachableWithoutInternet { bits.insert(.offline) }
        self = bits
    }

    private static let noCost = ConceptID("free")
}

extension Record {
    /// Whether somebody without internet gets to it: by phone, or at an address.
    package var isReachableWithoutInternet: Bool { contact?.isReachableWithoutInternet ?? false }
}

extension Contact {
    fileprivate var isReachableWithoutInternet: Bool { !phones.isEmpty || address != nil }
}
