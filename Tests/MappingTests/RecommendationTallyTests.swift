import Catalogue
import Foundation
import Mapping
import Testing

/// Every figure about recommendations is the one that counting by hand gives.
@Suite struct RecommendationTallyTests {
    @Test func everyYearIsCountedAsByHand() throws {
        var dice = Dice(state: 20_261_127)
        for _ in 0..<60 {
            let promises = try Self.promises(count: Int.random(in: 0...12, using: &dice), using: &dice)
            let today = CivilDay(year: 2026, month: Int.random(in: 1...12, using: &dice), day: 15)
            let years = RecommendationTally(promises).years(until: today)
            let asked = promises.compactMap(\.asked?.year)
            #expect(years.map(\.year) == (asked.min().map { Array($0...2026) } ?? []))
            for year in years {
                let day = year.year == 2026 ? today : CivilDay(year: year.year, month: 12, day: 31)
                for state in RecommendationState.allCases {
                    let slow = promises.filter { promise in
                        guard let asked = promise.asked?.year, asked <= year.year else { return false }
                        return Self.state(of: promise.recommendation, on: day) == state
                    }
                    #expect(year.counts[state] == slow.count, "\(year.year) \(state)")
                }
                #expect(year.counts.total == asked.count { $0 <= year.year })
            }
        }
    }

    @Test func everyAddresseeIsCountedAsByHand() throws {
        var dice = Dice(state: 7)
        for _ in 0..<40 {
            let promises = try Self.promises(count: 10, using: &dice)
            let groups = RecommendationTally(promises).addressees
            for group in groups {
                let slow = promises.filter { $0.recommendation.to.all.contains { $0.key == group.addressee.key } }
                #expect(group.counts.total == slow.count)
                for state in RecommendationState.allCases {
                    #expect(group.counts[state] == slow.count { $0.recommendation.state == state })
                }
            }
            #expect(
                groups.map(\.addressee.key).sorted()
                    == Set(promises.flatMap { $0.recommendation.to.all.map(\.key) }).sorted())
            #expect(groups.map(\.counts.total) == groups.map(\.counts.total).sorted(by: >))
        }
    }

    @Test func othersAreOneByTheirName() throws {
        let schools = LocalisedText([.en: "Schools", .fr: "Écoles"])
        let addressees = Addressees(
            organisations: [try #require(Identifier("child-focus"))],
            others: [schools, LocalisedText([.en: "Schools"]), LocalisedText([.nl: "Ouders"])])
        #expect(addressees.all.map(\.key.description) == ["child-focus", "schools", "ouders"])
    }

    // MARK: The slow way

    /// Straight from the words of the rule.
    private static func state(of recommendation: Recommendation, on day: CivilDay) -> RecommendationState {
        func last(_ evidence: [Evidence]) -> RecommendationState {
            var best: Evidence?
            for candidate in evidence {
                guard let date = candidate.on?.lastDay, date <= day else { continue }
                if let known = best?.on?.lastDay, date < known { continue }
                best = candidate
            }
            return best?.state ?? .open
        }
        let whole = last(recommendation.evidence)
        if whole != .open { return whole }
        for measure in recommendation.measures where [.begun, .done].contains(last(measure.evidence)) { return .begun }
        return .open
    }

    private static func promises(count: Int, using dice: inout Dice) throws -> [PublishedRecommendation] {
        let dates = ["2019", "2021-05", "2022-03-04", "2023", "2024-02", "2025-01-01", "2026-01-26", ""]
        let source = try #require(WebAddress("https://a.example.be"))
        func evidence() -> [Evidence] {
            (0..<Int.random(in: 0...3, using: &dice)).map { _ in
                Evidence(
                    on: PartialDate(dates.randomElement(using: &dice) ?? ""), says: LocalisedText(), source: source,
                    state: RecommendationState.allCases.randomElement(using: &dice) ?? .open)
            }
        }
        return try (0..<count).map { number in
            let name = try #require(Identifier("r-\(number)"))
            var publication = Record(
                id: name, kind: .publication, title: LocalisedText(), summary: LocalisedText(), status: .active)
            publication.founded = [2018, 2020, nil].randomElement(using: &dice) ?? nil
            let others = ["Schools", "Platforms", "Policy makers"].shuffled(using: &dice).prefix(2)
            var recommendation = Recommendation(
                id: name, text: LocalisedText(), source: source,
                to: Addressees(others: others.map { LocalisedText([.en: $0]) }))
            recommendation.asked = PartialDate(dates.randomElement(using: &dice) ?? "")
            recommendation.evidence = evidence()
            recommendation.measures = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
                let evidence = evidence()
                return Measure(
                    id: name, text: LocalisedText(), state: evidence.newest()?.state ?? .open, evidence: evidence)
            }
            return PublishedRecommendation(publication: publication, recommendation: recommendation)
        }
    }

    /// Numbers from a seed (a linear congruential generator with Knuth's constants), so that a failure comes back.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 31
        }
    }
}
