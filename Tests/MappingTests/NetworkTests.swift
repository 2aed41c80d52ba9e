import Catalogue
import Testing

@testable import Mapping

/// Every figure of the network is counted a second time here, the slow way.
@Suite struct NetworkTests {
    private func id(_ number: Int) throws -> RecordID { try #require(RecordID("o\(number)")) }

    private func record(_ name: String, _ kind: Kind, _ organisations: [RecordID] = []) throws -> Record {
        var record = Record(
            id: try #require(RecordID(name)), kind: kind, title: LocalisedText(), summary: LocalisedText(),
            status: .active)
        record.organisations = organisations
        return record
    }

    /// Up to 16 organisations and the records that name some of them.
    private func randomRecords(_ random: inout RandomCatalogue.Numbers) throws -> [Record] {
        let count = Int.random(in: 1...16, using: &random)
        var records = try (0..<count).map { try record("o\($0)", .organisation) }
        for number in 0..<Int.random(in: 0...20, using: &random) {
            let named = try (0..<Int.random(in: 0...3, using: &random)).map { _ in
                // Some that don't exist.
                try id(Int.random(in: 0..<(count + 2), using: &random))
            }
            let kind = try #require(Kind.allCases.randomElement(using: &random))
            records.append(try record("r\(number)", kind, named))
        }
        return records
    }

    private func network(_ records: [Record], _ kinds: Set<Kind> = Network.usualKinds) -> Network {
        Network(Catalogue(records: records, vocabularies: [], pages: []), kinds: kinds)
    }

    @Test func tiesAreTheRecordsThatNameBoth() throws {
        var random = RandomCatalogue.Numbers(state: 1)
        for _ in 0..<200 {
            let records = try randomRecords(&random)
            let kinds = Bool.random(using: &random) ? Network.usualKinds : Network.allKinds
            let network = network(records, kinds)
            let organisations = Set(records.filter { $0.kind == .organisation }.map(\.id))
            #expect(network.actors.map(\.id) == organisations.sorted())
            for left in organisations {
                for right in organisations where left < right {
                    let shared = records.filter {
                        kinds.contains($0.kind) && $0.organisations.contains(left) && $0.organisations.contains(right)
                    }
                    let tie = network.ties.first { $0.left == left && $0.right == right }
                    #expect((tie?.records ?? []) == shared.map(\.id).sorted())
                }
                let own = network.ties.filter { $0.left == left || $0.right == left }
                let actor = try #require(network[left])
                #expect(network.ties(of: left) == own)
                #expect(actor.degree == own.count)
                #expect(actor.strength == own.reduce(0) { $0 + $1.weight })
                #expect(
                    actor.records
                        == records.filter { kinds.contains($0.kind) && $0.organisations.contains(left) }.count)
                #expect((actor.component == nil) == own.isEmpty && (actor.community == nil) == own.isEmpty)
            }
            #expect(network.tied.count + network.lone.count == organisations.count)
        }
    }

    /// Shortest ways counted one by one (Floyd and Warshall), and components by looking who reaches whom.
    @Test func betweennessAndComponentsAreThoseOfTheSlowWay() throws {
        var random = RandomCatalogue.Numbers(state: 2)
        for _ in 0..<150 {
            let network = network(try randomRecords(&random), Network.allKinds)
            let ways = SlowWays(network)
            for actor in network.actors {
                #expect(abs(actor.betweenness - ways.betweenness(actor.id)) < 1e-9)
                let component = Set(network.actors.map(\.id).filter { ways.distance(actor.id, $0) != nil })
                let known = actor.component.map { Set(network.components[$0]) } ?? [actor.id]
                #expect(known == component)
                let parts = actor.degree == 0 ? 0 : SlowWays(network, without: actor.id).parts(of: component)
                #expect(actor.partsWithout == parts)
            }
            for tie in network.ties {
                let without = SlowWays(network, without: tie)
                let sides = [tie.left, tie.right].map { end in
                    network.actors.count { without.distance(end, $0.id) != nil }
                }
                let splits = without.distance(tie.left, tie.right) == nil
                #expect(tie.cutOff == (splits ? sides.min() : 0))
            }
            #expect(network.components.map(\.count) == network.components.map(\.count).sorted(by: >))
        }
    }

    @Test func theOrderOfRecordsMakesNoDifference() throws {
        var random = RandomCatalogue.Numbers(state: 3)
        for _ in 0..<60 {
            let records = try randomRecords(&random)
            let one = network(records, Network.allKinds)
            let other = network(records.shuffled(using: &random), Network.allKinds)
            #expect(one.actors == other.actors && one.ties == other.ties)
            #expect(one.communities == other.communities && one.components == other.components)
            #expect(NetworkLayout(one).nodes == NetworkLayout(other).nodes)
        }
    }

    @Test func communitiesAreGroupsThatHangTogether() throws {
        var random = RandomCatalogue.Numbers(state: 4)
        for _ in 0..<150 {
            let network = network(try randomRecords(&random), Network.allKinds)
            #expect(network.communities.flatMap { $0 }.sorted() == network.tied.map(\.id).sorted())
            for (number, community) in network.communities.enumerated() {
                for id in community { #expect(network[id]?.community == number) }
                let outside = Set(network.actors.map(\.id)).subtracting(community)
                #expect(SlowWays(network, without: outside).parts(of: Set(community)) == 1)
            }
        }
    }

    /// Two groups of five, each tied throughout, and one tie between them.
    @Test func twoCirclesOfFriendsAreTwoCommunitiesWithABridge() throws {
        var records = try (0..<10).map { try record("o\($0)", .organisation) }
        for group in [0..<5, 5..<10] {
            for left in group {
                for right in group where left < right {
                    records.append(try record("r\(left)-\(right)", .initiative, [try id(left), try id(right)]))
                }
            }
        }
        records.append(try record("bridge", .event, [try id(2), try id(7)]))
        let network = network(records)
        #expect(network.communities.map { $0.sorted() } == [try (0..<5).map(id), try (5..<10).map(id)])
        #expect(network.communities.map(\.first) == [try id(2), try id(7)])
        #expect(network.bridges.map(\.records) == [[try #require(RecordID("bridge"))]])
        #expect(network.bridges.map(\.cutOff) == [5])
        #expect(network.brokers.map(\.id) == [try id(2), try id(7)])
        #expect(network[try id(2)]?.betweenness == 20)
        #expect(network[try id(2)]?.partsWithout == 2)
    }

    /// The club of karate of Zachary (1977): the best grouping known has a modularity of 0.4198; random ones about 0.
    @Test func communitiesAreAsGoodAsKnownOnesForAKnownNetwork() {
        let edges = KarateClub.edges.map { Graph.Edge(left: $0.0 - 1, right: $0.1 - 1, weight: 1) }
            .sorted { ($0.left, $0.right) < ($1.left, $1.right) }
        let graph = Graph(count: 34, edges: edges)
        #expect(edges.count == 78)
        #expect(graph.modularity(of: graph.communities()) > 0.41)
        // Freeman's betweenness of the teacher, as NetworkX documents it: 0.4376 of 528 pairs.
        let betweenness = graph.betweenness(in: graph.components(), mostExact: 100, pivots: 1) { UInt64($0) }
        #expect(abs(betweenness[0] / 528 - 0.437635) < 1e-6)
    }

    @Test func aListOfMembersTiesNobody() throws {
        let ids = try (0..<61).map(id)
        var records = try ids.map { try record($0.description, .organisation) }
        records.append(try record("all", .event, ids))
        let network = network(records)
        #expect(network.ties.isEmpty)
        #expect(network.wide.map(\.description) == ["all"])
        #expect(network.lone.count == 61)
    }

    /// From a quarter of the organisations, those between most pairs are found, and the sum is nearly right.
    @Test func estimatesAreNearTheExactFigures() throws {
        var random = RandomCatalogue.Numbers(state: 5)
        var records = try (0..<400).map { try record("o\($0)", .organisation) }
        for number in 1..<400 {
            let partner = Int(Double(number) * Double.random(in: 0..<1, using: &random))
            records.append(try record("r\(number)", .initiative, [try id(number), try id(partner)]))
        }
        let catalogue = Catalogue(records: records, vocabularies: [], pages: [])
        let exact = Network(catalogue)
        let estimate = Network(catalogue, mostExact: 50, pivots: 100)
        #expect(exact.pivots == nil)
        #expect(estimate.pivots == 100)
        let sums = [exact, estimate].map { $0.actors.reduce(0) { $0 + $1.betweenness } }
        #expect(abs(sums[1] / sums[0] - 1) < 0.1)
        let first = Set(exact.brokers.prefix(10).map(\.id))
        #expect(estimate.brokers.prefix(10).count { first.contains($0.id) } >= 8)
        #expect(estimate.actors == Network(catalogue, mostExact: 50, pivots: 100).actors)
    }

    @Test func tenThousandOrganisationsInARowAreNoTrouble() throws {
        var records = try (0..<10_000).map { try record("o\($0)", .organisation) }
        for number in 1..<10_000 {
            records.append(try record("r\(number)", .event, [try id(number - 1), try id(number)]))
        }
        let network = network(records)
        #expect(network.components.map(\.count) == [10_000])
        #expect(network.ties.count == 9_999 && network.bridges.count == 9_997)
        #expect(network.ties.map(\.cutOff).max() == 5_000)
        #expect(network.pivots == 128)
    }
}
