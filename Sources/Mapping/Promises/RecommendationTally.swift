import Catalogue

/// How many recommendations are how far.
package struct RecommendationCounts: Hashable, Sendable {
    private var counts: [RecommendationState: Int] = [:]

    package init(_ states: some Sequence<RecommendationState> = []) {
        for state in states { counts[state, default: 0] += 1 }
    }

    package subscript(state: RecommendationState) -> Int { counts[state] ?? 0 }

    package var total: Int { counts.values.reduce(0, +) }
}

/// How far recommendations are: now, year by year, and by those whom they ask.
package struct RecommendationTally: Sendable {
    package struct Year: Hashable, Sendable {
        package let year: Int
        package let counts: RecommendationCounts
    }

    package struct Group: Sendable {
        package let addressee: AskedParty
        package let counts: RecommendationCounts
    }

    private let promises: [PublishedRecommendation]

    package init(_ promises: [PublishedRecommendation]) { self.promises = promises }

    /// As they are now.
    package var now: RecommendationCounts { RecommendationCounts(promises.map(\.recommendation.state)) }

    /// From the year in which the first was asked until `today`, each at the end of its last day; the present year at
    /// the end of `today`. A recommendation counts from the year in which it was asked; one whose year nobody knows
    /// counts nowhere.
    package func years(until today: CivilDay) -> [Year] {
        let dated = promises.compactMap { promise in promise.asked.map { (promise.recommendation, since: $0.year) } }
        guard let first = dated.map(\.since).min(), first <= today.year else { return [] }
        return (first...today.year).map { year in
            let day = min(CivilDay(year: year, month: 12, day: 31), today)
            return Year(
                year: year, counts: RecommendationCounts(dated.filter { $0.since <= year }.map { $0.0.state(on: day) }))
        }
    }

    /// By those whom they ask: most recommendations first, then by key. What asks several counts for each.
    package var addressees: [Group] {
        var states: [AskedParty: [RecommendationState]] = [:]
        for promise in promises {
            for addressee in promise.recommendation.to.all {
                states[addressee, default: []].append(promise.recommendation.state)
            }
        }
        return states.map { Group(addressee: $0.key, counts: RecommendationCounts($0.value)) }
            .sorted { ($1.counts.total, $0.addressee.key) < ($0.counts.total, $1.addressee.key) }
    }
}
