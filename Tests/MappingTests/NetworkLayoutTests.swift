import Catalogue
import Foundation
import Testing

@testable import Mapping

@Suite struct NetworkLayoutTests {
    /// The catalogue that ships.
    private static let shipped: Catalogue = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("catalogue").path
        return CatalogueReader().read([folder]).catalogue
    }()

    @Test(arguments: [Network.usualKinds, Network.allKinds])
    func noTwoStandOnOneAnother(_ kinds: Set<Kind>) throws {
        let network = Network(Self.shipped, kinds: kinds)
        let layout = NetworkLayout(network)
        #expect(layout.nodes.count > 40 && layout.nodes.count <= 80)
        for (number, node) in layout.nodes.enumerated() {
            #expect((0...1).contains(node.place.x) && (0...1).contains(node.place.y))
            for other in layout.nodes.dropFirst(number + 1) {
                #expect(node.place.distance(to: other.place) >= NetworkLayout.leastDistance, "\(node.id) \(other.id)")
            }
        }
        #expect(NetworkLayout(network).nodes == layout.nodes)
    }

    @Test func partnersStandNearerThanOthers() throws {
        let layout = NetworkLayout(Network(Self.shipped))
        let places = Dictionary(uniqueKeysWithValues: layout.nodes.map { ($0.id, $0.place) })
        let tied = layout.ties.compactMap { tie in
            places[tie.left].flatMap { left in places[tie.right].map { left.distance(to: $0) } }
        }
        var all: [Double] = []
        for left in layout.nodes {
            for right in layout.nodes where left.id < right.id { all.append(left.place.distance(to: right.place)) }
        }
        let mean = { (distances: [Double]) in distances.reduce(0, +) / Double(distances.count) }
        #expect(mean(tied) < 0.6 * mean(all))
    }

    /// Each organisation with one partner is left out in turn: the others stay about where they are.
    @Test func oneOrganisationMoreTurnsNothingAround() throws {
        let catalogue = Self.shipped
        let network = Network(catalogue)
        let before = Dictionary(uniqueKeysWithValues: NetworkLayout(network).nodes.map { ($0.id, $0.place) })
        for actor in network.tied where actor.degree == 1 {
            let less = Catalogue(
                records: catalogue.records.filter { $0.id != actor.id }, vocabularies: [], pages: [])
            let after = NetworkLayout(Network(less)).nodes
            let moved = after.compactMap { node in before[node.id].map { $0.distance(to: node.place) } }
            #expect(moved.reduce(0, +) / Double(max(moved.count, 1)) < 0.12, "\(actor.id)")
        }
    }

    @Test func theStrongestAreDrawn() throws {
        let network = Network(Self.shipped)
        let layout = NetworkLayout(network, most: 20)
        #expect(Set(layout.nodes.map(\.id)).isSubset(of: network.tied.prefix(20).map(\.id)))
        let tied = Set(layout.ties.flatMap { [$0.left, $0.right] })
        #expect(tied == Set(layout.nodes.map(\.id)))
    }

    @Test func nothingIsDrawnOfNothing() {
        #expect(NetworkLayout(Network(.empty)).nodes.isEmpty)
    }
}
