// How far things are, as far as evidence shows.

extension [Evidence] {
    /// The newest, or (with a day) the newest that is no later. Where a source names only a year or a month, its last
    /// day counts. What has no date is older than what has one, and says nothing about a day in the past.
    package func newest(by day: CivilDay? = nil) -> Evidence? {
        guard let day else { return sorted { $0.precedes($1) }.last }
        return filter { ($0.on?.lastDay).map { $0 <= day } ?? false }.sorted { $0.precedes($1) }.last
    }

    /// Oldest first; undated ones before all others.
    package var inOrder: [Evidence] { sorted { $0.precedes($1) } }
}

extension Evidence {
    fileprivate func precedes(_ other: Evidence) -> Bool {
        switch (on?.lastDay, other.on?.lastDay) {
        case (let mine?, let theirs?): mine < theirs
        case (nil, .some): true
        default: false
        }
    }
}

extension Measure {
    /// How far it was at the end of `day`.
    package func state(on day: CivilDay) -> RecommendationState { evidence.newest(by: day)?.state ?? .open }
}

extension Recommendation {
    /// How far it is.
    ///
    /// Done or dropped is what somebody showed of the whole of it, with evidence of its own. Short of that, one measure
    /// that was begun or done makes it begun: a measure is seldom all that was asked.
    package var state: RecommendationState { Self.state(whole: evidence.newest()?.state, parts: measures.map(\.state)) }

    /// How far it was at the end of `day`, by what is dated.
    package func state(on day: CivilDay) -> RecommendationState {
        Self.state(whole: evidence.newest(by: day)?.state, parts: measures.map { $0.state(on: day) })
    }

    private static func state(whole: RecommendationState?, parts: [RecommendationState]) -> RecommendationState {
        switch whole {
        case .done, .dropped, .begun: whole ?? .open
        case .open, nil: parts.contains { $0 == .begun || $0 == .done } ? .begun : .open
        }
    }

    /// The first day on which somebody should have looked again and that is past; nil where nothing is overdue.
    package func overdue(on day: CivilDay) -> PartialDate? {
        ([nextCheck] + measures.map(\.nextCheck)).compactMap { $0 }.filter { $0.lastDay < day }.min()
    }

    /// When somebody should look next.
    package var nextLook: PartialDate? { ([nextCheck] + measures.map(\.nextCheck)).compactMap { $0 }.min() }
}

/// A recommendation with the publication that holds it.
package struct PublishedRecommendation: Hashable, Sendable, Identifiable {
    package let publication: Record
    package let recommendation: Recommendation

    package init(publication: Record, recommendation: Recommendation) {
        self.publication = publication
        self.recommendation = recommendation
    }

    package var id: RecommendationID {
        RecommendationID(publication: publication.id, recommendation: recommendation.id)
    }

    /// When it was asked; else the year of its publication.
    package var asked: PartialDate? { recommendation.asked ?? publication.founded.flatMap { PartialDate("\($0)") } }
}

extension Record {
    /// Its recommendations, each with it.
    package var publishedRecommendations: [PublishedRecommendation] {
        (recommendations ?? []).map { PublishedRecommendation(publication: self, recommendation: $0) }
    }
}

extension Catalogue {
    /// Every recommendation of every publication that readers find, in the order of their publications.
    package var recommendations: [PublishedRecommendation] { records.flatMap(\.publishedRecommendations) }

    package subscript(id: RecommendationID) -> PublishedRecommendation? {
        self[id.publication]?.publishedRecommendations.first { $0.recommendation.id == id.recommendation }
    }
}
