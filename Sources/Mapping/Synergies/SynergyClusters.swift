/// Offers put together by complete linkage: those that are most alike first, and only where every one is alike with
/// every other.
///
/// Pairs are walked from the most alike to the least. Two clusters become one at the pair with which all pairs
/// between them were walked: the likeness of that pair is their linkage. A cluster that would be bigger than
/// ``SynergyGroup/most`` is not made, so what is too big comes apart at its weakest likenesses.
struct SynergyClusters: Sendable {
    /// Of two offers and more, by their numbers, ascending; with the ranks of the pairs among them.
    private(set) var clusters: [Cluster] = []

    struct Cluster: Sendable {
        let members: [Int]
        let ranks: [Int]
    }

    init(_ pairs: AlikePairs) {
        let ranked = pairs.ranked
        let ranks = Ranks(ranked, offers: pairs.offers)
        // By the offer: the number of its cluster.
        var home = Array(0..<Int32(pairs.offers))
        // By the number of the cluster; nil for one offer alone.
        var members: [[Int32]?] = Array(repeating: nil, count: pairs.offers)
        for (rank, pair) in ranked.enumerated() {
            let first = home[Int(pair.one)]
            let second = home[Int(pair.other)]
            guard first != second else { continue }
            let left = members[Int(first)] ?? [first]
            let right = members[Int(second)] ?? [second]
            guard left.count + right.count <= SynergyGroup.most else { continue }
            let isComplete = left.allSatisfy { one in
                right.allSatisfy { other in ranks[one, other].map { $0 <= rank } ?? false }
            }
            guard isComplete else { continue }
            for member in right { home[Int(member)] = first }
            members[Int(first)] = left + right
            members[Int(second)] = nil
        }
        clusters = members.compactMap { $0?.sorted() }.map { members in
            let among = members.indices.flatMap { place in
                members[(place + 1)...].compactMap { ranks[members[place], $0] }
            }
            return Cluster(members: members.map(Int.init), ranks: among)
        }
    }
}

/// The rank of a pair, by its offers.
private struct Ranks {
    private let starts: [Int]
    /// By the lower offer: the higher ones, ascending, with their ranks.
    private let others: [(offer: Int32, rank: Int32)]

    init(_ ranked: [(one: Int32, other: Int32)], offers: Int) {
        var starts = Array(repeating: 0, count: offers + 1)
        for pair in ranked { starts[Int(pair.one) + 1] += 1 }
        for offer in 0..<offers { starts[offer + 1] += starts[offer] }
        var ends = starts
        var others: [(offer: Int32, rank: Int32)] = Array(repeating: (0, 0), count: ranked.count)
        for (rank, pair) in ranked.enumerated() {
            others[ends[Int(pair.one)]] = (pair.other, Int32(rank))
            ends[Int(pair.one)] += 1
        }
        for offer in 0..<offers where starts[offer + 1] - starts[offer] > 1 {
            others[starts[offer]..<starts[offer + 1]].sort { $0.offer < $1.offer }
        }
        self.starts = starts
        self.others = others
    }

    /// Nil where the two are not alike.
    subscript(one: Int32, other: Int32) -> Int? {
        let lower = min(one, other)
        let higher = max(one, other)
        var low = starts[Int(lower)]
        var high = starts[Int(lower) + 1]
        while low < high {
            let middle = (low + high) / 2
            if others[middle].offer < higher { low = middle + 1 } else { high = middle }
        }
        guard low < starts[Int(lower) + 1], others[low].offer == higher else { return nil }
        return Int(others[low].rank)
    }
}
