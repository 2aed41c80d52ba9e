import Catalogue
import Testing

@testable import Mapping

/// The groups that are found are those that the definition asks for.
@Suite struct SynergySearchTests {
    @Test(arguments: UInt64(1)...20)
    func findsWhatComparingEverybodyWithEverybodyFinds(seed: UInt64) throws {
        var random = RandomOffers(seed: seed)
        try agrees(random.catalogue(of: 160))
    }

    /// So many have a theme in common that only words lead from one to the other.
    @Test(arguments: UInt64(101)...104)
    func rareWordsAloneLeadToAllThatAreAlike(seed: UInt64) throws {
        var random = RandomOffers(seed: seed, kinds: [.resource], themes: 3, patterns: 90, words: 900)
        let catalogue = random.catalogue(of: 330)
        let offers = ComparableOffers(catalogue)
        let crowd = (0..<offers.count).filter { offers.themes.shared(by: [$0, 0]).isEmpty == false }
        #expect(crowd.count > AlikePairs.mostCompanions)
        try agrees(catalogue)
    }

    /// Many of few patterns, so that groups would be bigger than they may be.
    @Test(arguments: UInt64(201)...206)
    func crowdsComeApartTheSameWay(seed: UInt64) throws {
        var random = RandomOffers(seed: seed, kinds: [.resource, .channel], patterns: 12, isSteady: true)
        let catalogue = random.catalogue(of: 150)
        try agrees(catalogue)
        #expect(Synergies(catalogue).groups.contains { $0.members.count > SynergyGroup.most / 2 })
    }

    private func agrees(_ catalogue: Catalogue) throws {
        let slow = SlowSynergies(catalogue)
        let found = Synergies(catalogue)
        #expect(found.compared == slow.offers.count)
        try #require(!slow.groups.isEmpty)
        let expected = Set(slow.groups.map { $0.map { slow.offers[$0].id } })
        #expect(Set(found.groups.map { $0.members.map(\.id) }) == expected)

        let places = Dictionary(uniqueKeysWithValues: slow.offers.enumerated().map { ($0.element.id, $0.offset) })
        for group in found.groups {
            let members = group.members.compactMap { places[$0.id] }
            #expect((2...8).contains(members.count))
            let among = members.flatMap { one in
                members.filter { $0 > one }.map { slow.pair(one, $0) }
            }
            let pairs = among.compactMap { $0 }
            #expect(pairs.count == among.count, "all are alike with all")
            #expect(Int((group.likeness * 10_000).rounded()) == pairs.map(\.likeness.total).min())
            #expect(Set(group.advice.map(\.suggestion)) == Set(pairs.map(\.suggestion)))
            #expect(Set(members.map { slow.offers[$0].kind }) == [group.kind])
        }
        #expect(found.groups.flatMap(\.members).count == Set(found.groups.flatMap(\.members).map(\.id)).count)
        #expect(found.groups.map(\.likeness) == found.groups.map(\.likeness).sorted(by: >))
    }
}
