import Catalogue
import Foundation
import Mapping
import Testing

@Suite struct GapTests {
    private let areas: [(String, Language)] = [
        ("flanders", .nl), ("brussels", .nl), ("brussels", .fr), ("wallonia", .fr), ("german-speaking-community", .de),
    ]

    /// The gaps as the formula in words says, slowly.
    private func byHand(_ catalogue: Catalogue, _ weights: GapWeights, searches: [Language: [ConceptID: Int]] = [:])
        -> [GapUnit: (score: Double, offers: Int)]
    {
        let byHand = CountedByHand(catalogue: catalogue)
        let mostSearches = Double(searches.values.flatMap(\.values).max() ?? 0)
        var gaps: [GapUnit: (Double, Int)] = [:]
        for theme in catalogue[.themes].concepts where catalogue[.themes].narrower(theme.id).isEmpty {
            for audience in catalogue[.audiences].concepts where audience.weight != nil {
                if let ages = theme.ages, let others = audience.ages, !ages.overlaps(others) { continue }
                for (place, language) in areas {
                    guard let place = ConceptID(place) else { continue }
                    let offers = byHand.offers.filter { record in
                        record.themes.contains(theme.id)
                            && byHand.serves(record, [audience.id.description], on: .audience)
                            && byHand.serves(record, [place.description], on: .territory)
                            && byHand.serves(record, [language.rawValue], on: .language)
                    }
                    let supply = offers.reduce(0.0) { sum, record in
                        var worth = 1.0
                        if record.verified == nil { worth *= Double(weights.unverified) / 100 }
                        if record.cost?.description != "free" { worth *= Double(weights.notFree) / 100 }
                        if record.contact?.address == nil && record.contact?.phones.isEmpty ?? true {
                            worth *= Double(weights.onlineOnly) / 100
                        }
                        if !record.audiences.contains(audience.id) { worth *= Double(weights.wider) / 100 }
                        return sum + worth
                    }
                    let searched = Double(searches[language]?[theme.id] ?? 0)
                    let parts = [
                        (weights.theme, Double(theme.weight ?? 3) / 5),
                        (weights.audience, Double(audience.weight ?? 3) / 5),
                        (weights.people, 0),
                        (weights.searches, mostSearches > 0 ? (searched / mostSearches).squareRoot() : 0),
                        (weights.guides, 0),
                    ]
                    let sum = Double(parts.reduce(0) { $0 + $1.0 })
                    let need = sum == 0 ? 0 : parts.reduce(0.0) { $0 + Double($1.0) * $1.1 } / sum
                    let unit = GapUnit(theme: theme.id, audience: audience.id, place: place, language: language)
                    gaps[unit] = (need / (1 + supply), offers.count)
                }
            }
        }
        return gaps
    }

    @Test(arguments: [1, 2, 3, 4]) func everyScoreIsWhatTheFormulaSays(seed: Int) throws {
        var random = RandomCatalogue(seed: UInt64(seed))
        let catalogue = random.catalogue(of: 300)
        var weights = GapWeights()
        if seed > 2 { (weights.theme, weights.people, weights.unverified, weights.onlineOnly) = (9, 0, 10, 100) }
        let searches: [Language: [ConceptID: Int]] = [
            .nl: [try #require(ConceptID("red-1")): 40], .de: [try #require(ConceptID("lonely")): 10],
        ]
        let gaps = Gaps(GapTable(catalogue, searches: searches), weights: weights)
        let expected = byHand(catalogue, weights, searches: searches)
        #expect(gaps.ranked.count == expected.count)
        for gap in gaps.ranked {
            let (score, offers) = try #require(expected[gap.unit])
            #expect(abs(gap.score - score) < 1e-9)
            #expect(gap.offers == offers)
            #expect(gap.offers >= max(gap.verified, gap.free, gap.offline))
        }
        #expect(gaps.ranked.map(\.rank) == Array(1...gaps.ranked.count))
        #expect(zip(gaps.ranked, gaps.ranked.dropFirst()).allSatisfy { $0.score >= $1.score })
    }

    @Test func themesOfOtherAgesAreNotLookedAt() {
        var random = RandomCatalogue(seed: 9)
        let units = Gaps(GapTable(random.catalogue(of: 10))).ranked.map(\.unit)
        // The blue ones concern those of 9 to 17.
        #expect(!units.contains { $0.theme.description == "blue-1" && $0.audience.description == "young-children" })
        #expect(units.contains { $0.theme.description == "blue-1" && $0.audience.description == "parents" })
        #expect(!units.contains { $0.theme.description == "blue" }, "groups of themes are no themes of their own")
        #expect(!units.contains { $0.audience.description == "teachers" }, "audiences without weight")
    }

    @Test func moreWeightForNothingButSearchesPutsSearchesFirst() throws {
        var random = RandomCatalogue(seed: 5)
        let catalogue = random.catalogue(of: 0)
        var weights = GapWeights()
        (weights.theme, weights.audience, weights.people, weights.guides) = (0, 0, 0, 0)
        let theme = try #require(ConceptID("green-3"))
        let gaps = Gaps(GapTable(catalogue, searches: [.fr: [theme: 5]]), weights: weights)
        #expect(gaps.ranked.prefix(8).allSatisfy { $0.unit.theme == theme && $0.unit.language == .fr && $0.score == 1 })
        #expect(gaps.ranked.dropFirst(8).allSatisfy { $0.score == 0 })
        // Nothing else has a weight, so no other weighting moves them.
        #expect(gaps.ranked.prefix(8).allSatisfy { $0.stays == 1 })
    }

    @Test func noWeightAtAllIsNoNeed() {
        var random = RandomCatalogue(seed: 6)
        var weights = GapWeights()
        for path in GapWeights.needs { weights[keyPath: path] = 0 }
        #expect(Gaps(GapTable(random.catalogue(of: 50)), weights: weights).ranked.allSatisfy { $0.score == 0 })
    }

    @Test func theSamePageSaysTheSameTwice() {
        var random = RandomCatalogue(seed: 7)
        let catalogue = random.catalogue(of: 200)
        #expect(Gaps(GapTable(catalogue)).ranked == Gaps(GapTable(catalogue)).ranked)
    }

    @Test func theFirstTenOfEveryWeightingAreTen() {
        var random = RandomCatalogue(seed: 8)
        let gaps = Gaps(GapTable(random.catalogue(of: 200)))
        let places = gaps.ranked.reduce(0) { $0 + $1.stays }
        #expect(abs(places - Double(Gaps.first)) < 1e-9)
    }

    @Test(arguments: [1, 2, 3]) func whatIsNearestLacksWhatItIsSaidToLack(seed: Int) {
        var random = RandomCatalogue(seed: UInt64(seed))
        let catalogue = random.catalogue(of: 200)
        let (nearest, byHand) = (NearestOffers(catalogue), CountedByHand(catalogue: catalogue))
        for gap in Gaps(GapTable(catalogue)).ranked.prefix(40) {
            let near = nearest.nearest(to: gap.unit, most: 1_000)
            for offer in near {
                guard let record = catalogue[offer.id] else {
                    Issue.record("\(offer.id) is not shown")
                    continue
                }
                var lacks: [NearOffer.Lack] = []
                if record.status != .active { lacks.append(.known) }
                if !byHand.serves(record, [gap.unit.language.rawValue], on: .language) { lacks.append(.language) }
                if !byHand.serves(record, [gap.unit.place.description], on: .territory) { lacks.append(.place) }
                if !byHand.serves(record, [gap.unit.audience.description], on: .audience) { lacks.append(.audience) }
                #expect(offer.lacks == lacks && (1...2).contains(lacks.count))
                #expect(record.themes.contains(gap.unit.theme) && record.status != .ended)
            }
            #expect(zip(near, near.dropFirst()).allSatisfy { $0.lacks.count <= $1.lacks.count })
            #expect(Set(near.map(\.id)).count == near.count)
        }
    }
}
