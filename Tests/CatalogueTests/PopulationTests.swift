import Foundation
import Testing

@testable import Catalogue

/// How many people of an age live somewhere.
@Suite struct PopulationTests {
    @Test func countsWholeBandsExactly() throws {
        let population = try Self.population([(0, 5, 700), (6, 11, 600), (12, 120, 10_001)])
        #expect(population.total == 11_301)
        #expect(population.people(aged: try Self.ages(0, 5)) == 700)
        #expect(population.people(aged: try Self.ages(0, 11)) == 1_300)
        #expect(population.people(aged: try Self.ages(0, 120)) == population.total)
    }

    @Test func cutsABandInProportionToItsYears() throws {
        let population = try Self.population([(0, 2, 300), (3, 5, 90), (6, 8, 33), (9, 120, 1_120)])
        #expect(population.people(aged: try Self.ages(3, 6)) == 90 + 11)
        #expect(population.people(aged: try Self.ages(2, 4)) == 100 + 60)
        #expect(population.people(aged: try Self.ages(7, 7)) == 11)
        #expect(population.people(aged: try Self.ages(8, 9)) == 11 + 10)
    }

    /// The same, age by age, for any bands and any question.
    @Test func agreesWithCountingYearByYear() throws {
        var random = Lottery(state: 2_020)
        for _ in 0..<300 {
            var bands: [(Int, Int, Int)] = []
            while let from = Optional(bands.last.map { $0.1 + 1 } ?? 0), from <= Population.oldest {
                let to = min(Population.oldest, from + Int.random(in: 0...30, using: &random))
                bands.append((from, to, Int.random(in: 0...500_000, using: &random)))
            }
            let population = try Self.population(bands)
            let from = Int.random(in: 0...Population.oldest, using: &random)
            let to = Int.random(in: from...Population.oldest, using: &random)
            let people = (from...to).reduce(0.0) { sum, age in
                sum
                    + bands.reduce(0.0) {
                        $0 + (($1.0...$1.1).contains(age) ? Double($1.2) / Double($1.1 - $1.0 + 1) : 0)
                    }
            }
            #expect(abs(Double(population.people(aged: try Self.ages(from, to))) - people) <= 0.501, "\(from)…\(to)")
        }
    }

    @Test(arguments: [
        [], [(1, 120, 5)], [(0, 119, 5)], [(0, 5, 5), (7, 120, 5)], [(0, 5, 5), (5, 120, 5)], [(0, 120, -1)],
        [(0, 60, 5), (61, 120, Population.mostPeople + 1)],
    ])
    func takesNoTableInWhichAnAgeIsMissingOrStandsTwice(_ bands: [(Int, Int, Int)]) throws {
        #expect(try Self.table(bands) == nil)
    }

    // MARK: Kept and read back

    @Test func isKeptWithItsTerritory() throws {
        var concept = Concept(id: try #require(ConceptID("liege")), label: LocalisedText([.en: "Liège"]))
        concept.population = try Self.population([(0, 17, 225_532), (18, 120, 884_268)])
        concept.speech = [.fr]
        concept.place = LocalisedText([.en: "in the province of Liège"])
        concept.weight = 4
        let kept = try JSONDecoder().decode(Concept.self, from: JSONEncoder().encode(concept))
        #expect(kept == concept)
        #expect(kept.population?.on.description == "2020-01-01")
    }

    @Test func aConceptThatWasKeptBeforeReadsWithoutThem() throws {
        let concept = try JSONDecoder().decode(
            Concept.self, from: Data(#"{"id": "gaming", "label": {"en": "Gaming"}}"#.utf8))
        #expect(concept.population == nil && concept.place == nil && concept.weight == nil && concept.speech == [])
    }

    @Test func aKeptTableWithAGapIsRefused() throws {
        let table = #"""
            {"on": "2020-01-01", "source": "https://example.be", "says": "a table",
             "bands": [{"ages": {"from": 0, "to": 5}, "people": 1}, {"ages": {"from": 7, "to": 120}, "people": 1}]}
            """#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Population.self, from: Data(table.utf8)) }
    }

    // MARK: Fixtures

    private static func ages(_ from: Int, _ to: Int) throws -> AgeRange { try #require(AgeRange(from: from, to: to)) }

    private static func population(_ bands: [(Int, Int, Int)]) throws -> Population {
        try #require(try table(bands))
    }

    private static func table(_ bands: [(Int, Int, Int)]) throws -> Population? {
        let day = try #require(PartialDate("2020-01-01"))
        let source = try #require(WebAddress("https://example.be"))
        let bands = try bands.map { Population.Band(ages: try ages($0.0, $0.1), people: $0.2) }
        return Population(on: day, source: source, says: "a table", bands: bands)
    }
}

/// The same numbers in every run.
private struct Lottery: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
