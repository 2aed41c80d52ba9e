import Catalogue

/// Organisations, tied to one another by the records that name both of them.
///
/// Only records that are shown count, those too that ended: who worked together once knows one another. What an
/// organisation says of who stands behind itself is no tie. The order of records makes no difference.
package struct Network: Sendable {
    /// What organisations do together: initiatives, events and publications.
    package static let usualKinds: Set<Kind> = [.initiative, .event, .publication]
    /// With resources and channels, which often name who paid or lent a logo too.
    package static let allKinds: Set<Kind> = [.initiative, .event, .publication, .resource, .channel]

    /// Two organisations that share records.
    package struct Tie: Hashable, Sendable {
        /// The one with the smaller id.
        package let left: RecordID
        package let right: RecordID
        /// Every record that names both, in the order of their ids.
        package let records: [RecordID]
        /// Where the component falls in two without this tie: how many organisations are on the smaller side; else 0.
        package fileprivate(set) var cutOff = 0

        package var weight: Int { records.count }

        init(left: RecordID, right: RecordID, records: [RecordID]) {
            self.left = left
            self.right = right
            self.records = records
        }

        package func partner(of id: RecordID) -> RecordID { id == left ? right : left }
    }

    /// One organisation in the network.
    package struct Actor: Hashable, Sendable, Identifiable {
        package let id: RecordID
        /// How many records name it, alone or with others.
        package let records: Int
        /// How many other organisations it is tied to.
        package let degree: Int
        /// The weights of its ties together.
        package let strength: Int
        /// Between how many pairs of other organisations it lies on the shortest way.
        package let betweenness: Double
        /// Into how many parts its component falls without it; 1 where that holds together, 0 without ties.
        package let partsWithout: Int
        /// Its place in ``Network/communities``; nil without ties.
        package fileprivate(set) var community: Int?
        /// Its place in ``Network/components``; nil without ties.
        package fileprivate(set) var component: Int?
    }

    package let kinds: Set<Kind>
    /// All organisations in the order of their ids.
    package private(set) var actors: [Actor]
    /// In the order of left and right.
    package let ties: [Tie]
    /// Groups that work together more than by chance, those with most organisations first; the strongest organisation
    /// of each stands first.
    package private(set) var communities: [[RecordID]] = []
    /// Organisations that reach one another over any number of ties, most first; the strongest of each stands first.
    package private(set) var components: [[RecordID]] = []
    /// Records that name so many organisations that they tie none of them: a list of members is no working together.
    package let wide: [RecordID]
    /// Up to so many organisations in a component, betweenness is exact.
    package let mostExact: Int
    /// From how many organisations of each large component betweenness was estimated; nil where it is exact everywhere.
    package let pivots: Int?

    private let places: [RecordID: Int]
    private let graph: Graph

    /// - Parameters:
    ///   - kinds: the records that tie; organisations among them are left out.
    ///   - mostNamed: records that name more organisations than this tie none.
    ///   - mostExact: up to so many organisations in a component, betweenness is exact.
    ///   - pivots: in larger components it is estimated from the ways of so many organisations, always the same.
    package init(
        _ catalogue: Catalogue, kinds: Set<Kind> = usualKinds, mostNamed: Int = 60, mostExact: Int = 400,
        pivots: Int = 128
    ) {
        self.kinds = kinds.subtracting([.organisation])
        let shared = SharedRecords(catalogue, kinds: self.kinds, mostNamed: mostNamed)
        let ids = shared.organisations
        let graph = Graph(count: ids.count, edges: shared.edges)
        let components = graph.components()
        let weakness = graph.weakness(of: components)
        let betweenness = graph.betweenness(in: components, mostExact: mostExact, pivots: pivots) {
            StableHash(ids[$0].description).value
        }
        var ties = shared.ties
        var strength = [Int](repeating: 0, count: ids.count)
        for (number, edge) in graph.edges.enumerated() {
            ties[number].cutOff = weakness.cutOff[number]
            strength[edge.left] += edge.weight
            strength[edge.right] += edge.weight
        }
        actors = ids.indices.map {
            Actor(
                id: ids[$0], records: shared.named[$0], degree: graph.degree($0), strength: strength[$0],
                betweenness: betweenness[$0], partsWithout: weakness.partsWithout[$0])
        }
        self.ties = ties
        self.graph = graph
        wide = shared.wide
        self.mostExact = max(mostExact, pivots)
        self.pivots = components.contains { $0.count > max(mostExact, pivots) } ? max(pivots, 1) : nil
        places = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))

        let parts = ordered(components)
        for (number, part) in parts.enumerated() { for vertex in part { actors[vertex].component = number } }
        self.components = parts.map { $0.map { ids[$0] } }
        let groups = ordered(graph.communities())
        for (number, group) in groups.enumerated() { for vertex in group { actors[vertex].community = number } }
        communities = groups.map { $0.map { ids[$0] } }
    }

    package subscript(id: RecordID) -> Actor? { places[id].map { actors[$0] } }

    /// The ties of one organisation, in the order of its partners.
    package func ties(of id: RecordID) -> [Tie] {
        guard let place = places[id] else { return [] }
        return graph.places(of: place).map { ties[graph.edgeOfNeighbour[$0]] }
    }

    /// Those with at least one tie, the strongest first; of equals the one with more partners, then the smaller id.
    package var tied: [Actor] {
        actors.filter { $0.degree > 0 }
            .sorted { ($1.strength, $1.degree, $0.id) < ($0.strength, $0.degree, $1.id) }
    }

    /// Those that share no record with another.
    package var lone: [Actor] { actors.filter { $0.degree == 0 } }

    /// Those that lie between others, the one between most pairs first.
    package var brokers: [Actor] {
        actors.filter { $0.betweenness > 0 }
            .sorted { ($1.betweenness, $0.id) < ($0.betweenness, $1.id) }
    }

    /// Ties without which at least two organisations on either side could no longer reach the others, those that cut off
    /// most first. Where a side is one organisation alone, that is known from its having one partner.
    package var bridges: [Tie] {
        ties.filter { $0.cutOff > 1 }
            .sorted { ($1.cutOff, $0.left, $0.right) < ($0.cutOff, $1.left, $1.right) }
    }

    /// Groups of more than one vertex in the order in which people see them.
    private func ordered(_ groups: [[Int]]) -> [[Int]] {
        groups.filter { $0.count > 1 || graph.degree($0[0]) > 0 }
            .map { group in
                group.sorted {
                    (actors[$1].strength, actors[$1].degree, $0) < (actors[$0].strength, actors[$0].degree, $1)
                }
            }
            .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }
}
