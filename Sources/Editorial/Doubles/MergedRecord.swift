import Catalogue

/// That a record went up in another one: its address leads there.
package struct MergedRecord: Hashable, Codable, Sendable {
    package let from: RecordID
    package let into: RecordID
    package let on: CivilDay

    package init(from: RecordID, into: RecordID, on day: CivilDay) {
        self.from = from
        self.into = into
        on = day
    }
}

extension Sequence<MergedRecord> {
    /// Where the address of `id` leads in the end, over several merges if need be. Nil if it was not merged, or if the
    /// merges lead round in a circle.
    package func destination(of id: RecordID) -> RecordID? {
        let next = Dictionary(map { ($0.from, $0.into) }, uniquingKeysWith: { _, newer in newer })
        var seen: Set = [id]
        var place = id
        while let into = next[place] {
            guard seen.insert(into).inserted else { return nil }
            place = into
        }
        return place == id ? nil : place
    }
}
