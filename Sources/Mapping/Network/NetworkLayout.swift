import Catalogue

/// Where the organisations of a network stand in a drawing.
///
/// The same network always gives the same picture, and one organisation more doesn't turn it around: each has an anchor
/// that follows from its id, is drawn from there, and is held to it a little.
package struct NetworkLayout: Sendable {
    /// Both coordinates 0 to 1, to the right and downwards.
    package struct Place: Hashable, Sendable {
        package var x: Double
        package var y: Double

        package func distance(to other: Place) -> Double {
            ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
        }
    }

    package struct Node: Hashable, Sendable, Identifiable {
        package let id: RecordID
        package let place: Place
    }

    /// No two nodes are nearer to one another, of up to 80.
    package static let leastDistance = 0.05

    /// In the order of their ids.
    package let nodes: [Node]
    /// The ties between those that are drawn.
    package let ties: [Network.Tie]

    /// - Parameter most: the strongest so many are drawn; of these, those that keep a tie among them.
    package init(_ network: Network, most: Int = 80) {
        let chosen = Set(network.tied.prefix(most).map(\.id))
        ties = network.ties.filter { chosen.contains($0.left) && chosen.contains($0.right) }
        let ids = Set(ties.flatMap { [$0.left, $0.right] }).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
        let edges = ties.compactMap { tie -> Graph.Edge? in
            guard let left = places[tie.left], let right = places[tie.right] else { return nil }
            return Graph.Edge(left: left, right: right, weight: tie.weight)
        }
        let springs = Springs(
            Graph(count: ids.count, edges: edges), anchors: ids.map { Self.anchor(of: $0) })
        nodes = zip(ids, springs.places(leastDistance: Self.leastDistance)).map { Node(id: $0, place: $1) }
    }

    /// A place that follows from the id alone.
    private static func anchor(of id: RecordID) -> Place {
        let hash = StableHash(id.description).value
        let most = Double(UInt32.max)
        return Place(x: Double(hash >> 32) / most, y: Double(hash & 0xffff_ffff) / most)
    }
}
