import Catalogue
import HTML
import Mapping

/// Which recommendations to see: by state, by those whom they ask, by theme.
struct RecommendationForm: HTML {
    let request: RecommendationRequest
    let context: PageContext

    var body: some HTML {
        let promises = context.catalogue.recommendations
        form(.class("choices"), .action(action), .method("get")) {
            fieldset {
                legend { context.texts(.promiseFilter) }
                PickOne(
                    name: "state", words: context.texts(.promiseState),
                    options: any
                        + RecommendationState.allCases.map { PickOption($0.rawValue, context.texts($0.label)) },
                    chosen: request.state?.rawValue ?? "")
                PickOne(
                    name: "to", words: context.texts(.promiseTo), options: any + addressees(of: promises),
                    chosen: request.to?.description ?? "")
                PickOne(
                    name: "theme", words: context.texts(.promiseTheme), options: any + themes(of: promises),
                    chosen: request.theme?.description ?? "")
            }
            for item in context.carried.query { input(.type("hidden"), .name(item.name), .value(item.value)) }
            button(.type("submit")) { context.texts(.promiseShow) }
            if !request.isEmpty {
                " "
                a(.href(context.link(.landscape(.recommendations(RecommendationRequest()))))) {
                    context.texts(.promiseAll)
                }
            }
        }
    }

    private var action: String {
        Address.landscape(.recommendations(RecommendationRequest())).print(in: context.edition)
    }

    private var any: [PickOption] { [PickOption("", context.texts(.promiseAny))] }

    private func addressees(of promises: [PublishedRecommendation]) -> [PickOption] {
        RecommendationTally(promises).addressees.map { group in
            PickOption(group.addressee.key.description, context.title(of: group.addressee))
        }
    }

    /// Only themes that something is about, in the order of the vocabulary.
    private func themes(of promises: [PublishedRecommendation]) -> [PickOption] {
        let themes = context.catalogue[.themes]
        let used = Set(promises.flatMap(\.recommendation.themes).flatMap { [$0] + themes.ancestors(of: $0) })
        return themes.concepts.filter { used.contains($0.id) }.map { theme in
            PickOption(theme.id.description, context.label(theme.id, in: .themes))
        }
    }
}
