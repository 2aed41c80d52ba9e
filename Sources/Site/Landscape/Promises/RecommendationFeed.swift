import Catalogue
import Exchange
import Foundation

/// What was asked and what became of it, for a feed reader: every dated step, newest first.
struct RecommendationFeed {
    /// Steps in it.
    static let length = 50

    let context: PageContext

    var atom: AtomFeed {
        AtomFeed(
            id: address(context.address), title: context.texts(.promiseFeedTitle), author: context.texts(.siteName),
            language: context.language.rawValue,
            address: address(.landscape(.recommendations(RecommendationRequest()))),
            ownAddress: address(context.address), updated: moment(context.now.day),
            entries: steps.prefix(Self.length).map(entry))
    }

    /// One step on the way of a recommendation.
    private struct Step {
        let promise: PublishedRecommendation
        /// Nil: the recommendation as a whole.
        let measure: Measure?
        /// Nil: it was asked.
        let evidence: Evidence?
        let day: CivilDay
        /// Unique among the steps of the recommendation, and the same for ever.
        let name: String
    }

    private var steps: [Step] {
        context.catalogue.recommendations.flatMap(steps).sorted { left, right in
            (right.day, left.promise.id, left.name) < (left.day, right.promise.id, right.name)
        }
    }

    private func steps(of promise: PublishedRecommendation) -> [Step] {
        let recommendation = promise.recommendation
        let asked = recommendation.asked.map { date in
            [Step(promise: promise, measure: nil, evidence: nil, day: day(date), name: "asked")]
        }
        return (asked ?? []) + steps(recommendation.evidence, of: promise, measure: nil)
            + recommendation.measures.flatMap { steps($0.evidence, of: promise, measure: $0) }
    }

    private func steps(_ evidence: [Evidence], of promise: PublishedRecommendation, measure: Measure?) -> [Step] {
        var numbers: [String: Int] = [:]
        return evidence.inOrder.compactMap { evidence in
            guard let on = evidence.on else { return nil }
            let name = "\(measure.map { "\($0.id)" } ?? "whole")-\(on)-\(evidence.state.rawValue)"
            let number = numbers[name, default: 0]
            numbers[name] = number + 1
            return Step(
                promise: promise, measure: measure, evidence: evidence, day: day(on),
                name: number == 0 ? name : "\(name)-\(number + 1)")
        }
    }

    /// The last day that a date may mean, unless that is still to come: no step is of the future.
    private func day(_ date: PartialDate) -> CivilDay {
        let first = CivilDay(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
        return date.lastDay <= context.now.day ? date.lastDay : first
    }

    private func entry(_ step: Step) -> AtomFeed.Entry {
        let place = Address.recommendation(step.promise.publication.id, step.promise.recommendation.id)
        let asks = context.text(of: step.promise.recommendation)
        let what = step.measure?.text.text(for: context.edition)?.text ?? asks
        let state = context.texts(step.evidence.map(\.state.label) ?? .promiseAskedEntry)
        let says = step.evidence?.says.text(for: context.edition)?.text
        return AtomFeed.Entry(
            id: address(place) + "#" + step.name, title: "\(state): \(what)", updated: moment(step.day),
            address: address(place),
            summary: [
                says, step.measure == nil ? nil : asks, context.title(of: step.promise.publication.id),
                (step.evidence?.source ?? step.promise.recommendation.source).description,
            ].compactMap { $0 }.joined(separator: " · "))
    }

    /// The middle of the day by the clock of UTC: the same day everywhere in Europe.
    private func moment(_ day: CivilDay) -> Date {
        Date(timeIntervalSince1970: (Double(day.daysSinceEpoch) + 0.5) * 86_400)
    }

    private func address(_ address: Address) -> String {
        context.settings.publicAddress + address.print(in: context.edition)
    }
}
