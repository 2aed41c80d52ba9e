import Foundation

@testable import Catalogue

extension RandomNumberGenerator {
    mutating func recommendations() -> [Recommendation] {
        ids().compactMap { id in
            guard let source = address() else { return nil }
            var recommendation = Recommendation(id: id, text: text(), source: source, to: addressees())
            recommendation.asked = date()
            recommendation.themes = ids()
            recommendation.nextCheck = date()
            recommendation.evidence = several { $0.evidence() }
            recommendation.measures = ids().map { measure in
                let evidence = several { $0.evidence() }
                return Measure(
                    id: measure, text: text(), state: evidence.newest()?.state ?? .open, responsible: addressees(),
                    nextCheck: date(), evidence: evidence)
            }
            return recommendation
        }
    }

    private mutating func addressees() -> Addressees {
        Addressees(organisations: ids(), others: several { $0.text() })
    }

    private mutating func evidence() -> Evidence? {
        address().map {
            Evidence(
                on: date(), says: text(), source: $0, state: pick(RecommendationState.allCases, otherwise: .open))
        }
    }
}
