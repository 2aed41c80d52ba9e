import Catalogue

/// Where a record is, for whoever asks for its address.
enum Whereabouts: Sendable {
    case here(Record)
    /// Something else is the same thing now.
    case moved(to: Record)
    /// Taken out of the shop; the second is what to look at instead.
    case withdrawn(Record, successor: Record?)
    /// Not shown until somebody verifies it.
    case setAside(Record)
    case unknown
}

extension Catalogue {
    func whereabouts(of id: RecordID) -> Whereabouts {
        if let record = self[id] { return .here(record) }
        guard let gone = any(id) else { return .unknown }
        if gone.withdrawn == nil { return .setAside(gone) }
        if let end = end(of: gone, through: { $0.withdrawn != nil && $0.isMerged == true }) { return .moved(to: end) }
        let successor = end(of: gone) { $0.withdrawn != nil }
        return .withdrawn(gone, successor: successor.flatMap { $0.isShown ? $0 : nil })
    }

    /// Where the successors of a record lead, over as many records as `isPassed` says; nil where they lead nowhere, or
    /// round in a circle.
    private func end(of record: Record, through isPassed: (Record) -> Bool) -> Record? {
        var seen: Set = [record.id]
        var place = record
        while isPassed(place) {
            guard let next = place.successor.flatMap(any), seen.insert(next.id).inserted else { return nil }
            place = next
        }
        return place.id == record.id ? nil : place
    }
}
