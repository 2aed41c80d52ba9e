import Catalogue

/// Which organisations the same records name.
struct SharedRecords {
    /// Two organisations, and a record that names both.
    private struct Pair {
        let left: Int
        let right: Int
        /// The place of the record in ``Catalogue/records``.
        let record: Int
    }

    /// All organisations in the order of their ids.
    let organisations: [RecordID]
    /// For each organisation, how many records name it.
    private(set) var named: [Int]
    private(set) var ties: [Network.Tie] = []
    private(set) var edges: [Graph.Edge] = []
    /// Records that name more than may be tied.
    private(set) var wide: [RecordID] = []

    init(_ catalogue: Catalogue, kinds: Set<Kind>, mostNamed: Int) {
        let records = catalogue.records
        var ids: [RecordID] = []
        // By their places: taking a record out of the list copies all of it.
        for number in records.indices where records[number].kind == .organisation && ids.last != records[number].id {
            ids.append(records[number].id)
        }
        organisations = ids
        named = [Int](repeating: 0, count: ids.count)
        let places = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
        var pairs: [Pair] = []
        for number in records.indices where kinds.contains(records[number].kind) {
            let actors = Set(records[number].organisations.compactMap { places[$0] }).sorted()
            for actor in actors { named[actor] += 1 }
            if actors.count > mostNamed {
                wide.append(records[number].id)
                continue
            }
            for (rank, left) in actors.enumerated() {
                for right in actors[(rank + 1)...] { pairs.append(Pair(left: left, right: right, record: number)) }
            }
        }
        pairs.sort { ($0.left, $0.right, $0.record) < ($1.left, $1.right, $1.record) }
        collect(pairs, of: catalogue)
    }

    private mutating func collect(_ pairs: [Pair], of catalogue: Catalogue) {
        var start = 0
        while start < pairs.count {
            let first = pairs[start]
            var end = start
            while end < pairs.count, pairs[end].left == first.left, pairs[end].right == first.right { end += 1 }
            let records = pairs[start..<end].map { catalogue.records[$0.record].id }
            ties.append(
                Network.Tie(left: organisations[first.left], right: organisations[first.right], records: records))
            edges.append(Graph.Edge(left: first.left, right: first.right, weight: records.count))
            start = end
        }
    }
}
