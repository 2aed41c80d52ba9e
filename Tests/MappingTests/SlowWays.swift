import Catalogue

@testable import Mapping

/// Who reaches whom, found by trying every vertex as a stop between every two others (Floyd and Warshall).
struct SlowWays {
    private let ids: [RecordID]
    private var distances: [[Int?]]
    private var ways: [[Int]]

    init(_ network: Network) { self.init(network.actors.map(\.id), network.ties) }

    init(_ network: Network, without id: RecordID) { self.init(network, without: [id]) }

    init(_ network: Network, without gone: Set<RecordID>) {
        self.init(
            network.actors.map(\.id).filter { !gone.contains($0) },
            network.ties.filter { !gone.contains($0.left) && !gone.contains($0.right) })
    }

    init(_ network: Network, without tie: Network.Tie) {
        self.init(network.actors.map(\.id), network.ties.filter { $0 != tie })
    }

    private init(_ ids: [RecordID], _ ties: [Network.Tie]) {
        self.ids = ids
        let all = ids.indices
        var distances = all.map { row in all.map { $0 == row ? 0 : Int?.none } }
        for tie in ties {
            guard let left = ids.firstIndex(of: tie.left), let right = ids.firstIndex(of: tie.right) else { continue }
            distances[left][right] = 1
            distances[right][left] = 1
        }
        let steps = distances
        for stop in all {
            for left in all {
                for right in all {
                    guard let first = distances[left][stop], let second = distances[stop][right] else { continue }
                    distances[left][right] = min(distances[left][right] ?? .max, first + second)
                }
            }
        }
        self.distances = distances
        // The number of shortest ways, by their last step.
        var ways = all.map { row in all.map { $0 == row ? 1 : 0 } }
        for length in 1..<max(ids.count, 2) {
            for left in all {
                for right in all where distances[left][right] == length {
                    for last in all where steps[last][right] == 1 && distances[left][last] == length - 1 {
                        ways[left][right] += ways[left][last]
                    }
                }
            }
        }
        self.ways = ways
    }

    func distance(_ left: RecordID, _ right: RecordID) -> Int? {
        guard let row = ids.firstIndex(of: left), let column = ids.firstIndex(of: right) else { return nil }
        return distances[row][column]
    }

    func betweenness(_ id: RecordID) -> Double {
        guard let here = ids.firstIndex(of: id) else { return 0 }
        var sum = 0.0
        for left in ids.indices where left != here {
            for right in ids.indices where right > left && right != here {
                guard let all = distances[left][right], let first = distances[left][here],
                    let second = distances[here][right], first + second == all
                else { continue }
                sum += Double(ways[left][here] * ways[here][right]) / Double(ways[left][right])
            }
        }
        return sum
    }

    /// Into how many parts these fall.
    func parts(of some: Set<RecordID>) -> Int {
        Set(
            ids.indices.filter { some.contains(ids[$0]) }
                .map { row in ids.indices.filter { distances[row][$0] != nil } }
        ).count
    }
}

/// Who spent time with whom outside a club of karate (Zachary, "An information flow model for conflict and fission in
/// small groups", Journal of Anthropological Research 33, 1977).
enum KarateClub {
    static let edges: [(Int, Int)] = [
        (1, 2), (1, 3), (2, 3), (1, 4), (2, 4), (3, 4), (1, 5), (1, 6), (1, 7), (5, 7), (6, 7), (1, 8), (2, 8), (3, 8),
        (4, 8), (1, 9), (3, 9), (3, 10), (1, 11), (5, 11), (6, 11), (1, 12), (1, 13), (4, 13), (1, 14), (2, 14),
        (3, 14), (4, 14), (6, 17), (7, 17), (1, 18), (2, 18), (1, 20), (2, 20), (1, 22), (2, 22), (24, 26), (25, 26),
        (3, 28), (24, 28), (25, 28), (3, 29), (24, 30), (27, 30), (2, 31), (9, 31), (1, 32), (25, 32), (26, 32),
        (29, 32), (3, 33), (9, 33), (15, 33), (16, 33), (19, 33), (21, 33), (23, 33), (24, 33), (30, 33), (31, 33),
        (32, 33), (9, 34), (10, 34), (14, 34), (15, 34), (16, 34), (19, 34), (20, 34), (21, 34), (23, 34), (24, 34),
        (27, 34), (28, 34), (29, 34), (30, 34), (31, 34), (32, 34), (33, 34),
    ]
}
