import Catalogue

/// What a reader keeps, in the order of keeping. It lives in the address and nowhere else.
package struct Shortlist: Hashable, Sendable {
    /// Longer addresses than this many records make are refused by some programs.
    package static let capacity = 30

    package private(set) var ids: [RecordID] = []

    package init(_ ids: [RecordID] = []) {
        for id in ids.prefix(200) where !self.ids.contains(id) && self.ids.count < Self.capacity { self.ids.append(id) }
    }

    /// Reads `keep=one,two`.
    package init(_ query: QueryItems) {
        self.init(query.all("keep").flatMap { $0.split(separator: ",").compactMap { RecordID($0) } })
    }

    package var isEmpty: Bool { ids.isEmpty }
    package var isFull: Bool { ids.count >= Self.capacity }

    package func contains(_ id: RecordID) -> Bool { ids.contains(id) }
    package func adding(_ id: RecordID) -> Shortlist { Shortlist(ids + [id]) }
    package func removing(_ id: RecordID) -> Shortlist { Shortlist(ids.filter { $0 != id }) }

    package var query: [QueryItem] {
        isEmpty ? [] : [QueryItem("keep", ids.map(\.description).joined(separator: ","))]
    }
}
