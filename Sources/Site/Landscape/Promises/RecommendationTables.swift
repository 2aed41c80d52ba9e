import Catalogue
import Mapping

/// The figures about recommendations as tables.
struct RecommendationTables: Sendable {
    let recommendations: [PublishedRecommendation]
    let context: PageContext

    private var texts: Texts { context.texts }
    private var tally: RecommendationTally { RecommendationTally(recommendations) }

    /// A row a recommendation.
    var whole: FigureTable {
        let keys: [TextKey] = [
            .promiseOne, .promisePublication, .promiseTo, .promiseAsked, .factThemes, .promiseState, .promiseMeasures,
            .promiseNewest, .promiseNextCheck, .promiseSource, .promiseAddress,
        ]
        return FigureTable(
            file: .recommendations, caption: texts(.promiseAll), header: keys.map { texts($0) },
            rows: recommendations.map(row))
    }

    private func row(_ promise: PublishedRecommendation) -> [FigureCell] {
        let recommendation = promise.recommendation
        let evidence = (recommendation.evidence + recommendation.measures.flatMap(\.evidence)).newest()
        let publication = promise.publication
        return [
            .text(context.text(of: recommendation)),
            .link(context.title(of: publication.id), to: context.link(.record(.publication, publication.id))),
            .text(recommendation.to.all.map { context.title(of: $0) }.joined(separator: ", ")),
            date(promise.asked),
            .text(recommendation.themes.map { context.label($0, in: .themes) }.joined(separator: ", ")),
            .text(texts(recommendation.state.label)), .number(recommendation.measures.count), date(evidence?.on),
            date(recommendation.nextLook), .text(recommendation.source.description),
            .text(
                context.settings.publicAddress
                    + Address.recommendation(publication.id, recommendation.id).print(in: context.edition)),
        ]
    }

    /// As in ISO 8601, which every spreadsheet knows.
    private func date(_ date: PartialDate?) -> FigureCell { date.map { .text($0.description) } ?? .none }

    var states: FigureTable {
        let counts = tally.now
        return FigureTable(
            file: .recommendations, caption: texts(.promiseStatesTitle),
            header: [texts(.promiseState), texts(.promiseNumber)],
            rows: RecommendationState.allCases.map { [.text(texts($0.label)), .number(counts[$0])] })
    }

    /// At the end of each year.
    var years: FigureTable {
        FigureTable(
            file: .recommendationYears, caption: texts(.promiseTimeTitle),
            header: [texts(.promiseYear)] + counted,
            rows: tally.years(until: context.now.day).map { [.text("\($0.year)")] + cells($0.counts) })
    }

    var addressees: FigureTable {
        FigureTable(
            caption: texts(.promiseByTitle), header: [texts(.promiseTo)] + counted,
            rows: tally.addressees.map { group in
                let to = RecommendationRequest(to: group.addressee.key)
                return [.link(context.title(of: group.addressee), to: context.link(.landscape(.recommendations(to))))]
                    + cells(group.counts)
            })
    }

    private var counted: [String] { RecommendationState.allCases.map { texts($0.label) } + [texts(.promiseTotal)] }

    private func cells(_ counts: RecommendationCounts) -> [FigureCell] {
        RecommendationState.allCases.map { .number(counts[$0]) } + [.number(counts.total)]
    }
}
