import Catalogue

extension Kind {
    /// Kinds that people use themselves. Organisations, publications and our own guides and routes are no offers: they
    /// stand behind offers, write about them, or lead to them.
    package static let offers: [Kind] = [.initiative, .resource, .channel, .event]
}

extension Record {
    /// Whether the landscape counts it: something that people use, shown, and known to go on.
    package var isActiveOffer: Bool { isShown && status == .active && Kind.offers.contains(kind) }
}

extension Catalogue {
    /// The places of active offers among the records, which are all shown. Places, because taking a record out of the list
    /// copies all of it.
    var activeOffers: [Int] {
        let records = records
        return records.indices.filter { records[$0].status == .active && Kind.offers.contains(records[$0].kind) }
    }
}
