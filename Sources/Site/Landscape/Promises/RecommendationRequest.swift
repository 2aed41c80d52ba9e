import Catalogue
import Mapping

/// Which recommendations a reader wants to see.
package struct RecommendationRequest: Hashable, Sendable {
    package var state: RecommendationState?
    /// The key of an ``AskedParty``.
    package var to: Identifier?
    package var theme: ConceptID?

    package init(state: RecommendationState? = nil, to: Identifier? = nil, theme: ConceptID? = nil) {
        self.state = state
        self.to = to
        self.theme = theme
    }

    /// Reads `state=begun&to=child-focus&theme=sexting`; what makes no sense is left out.
    package init(_ query: QueryItems) {
        self.init(
            state: query.first("state").flatMap { RecommendationState(rawValue: $0) },
            to: query.first("to").flatMap { Identifier($0) }, theme: query.first("theme").flatMap { ConceptID($0) })
    }

    var query: [QueryItem] {
        [
            state.map { QueryItem("state", $0.rawValue) }, to.map { QueryItem("to", $0.description) },
            theme.map { QueryItem("theme", $0.description) },
        ].compactMap { $0 }
    }

    package var isEmpty: Bool { self == RecommendationRequest() }

    /// Those that fit. A broad theme finds what is about a narrower one too.
    package func recommendations(in catalogue: Catalogue) -> [PublishedRecommendation] {
        let themes = theme.map { Set([$0] + catalogue[.themes].descendants(of: $0)) }
        return catalogue.recommendations.filter { promise in
            (state == nil || promise.recommendation.state == state)
                && (to == nil || promise.recommendation.to.all.contains { $0.key == to })
                && (themes?.isDisjoint(with: promise.recommendation.themes) != true)
        }
    }
}
