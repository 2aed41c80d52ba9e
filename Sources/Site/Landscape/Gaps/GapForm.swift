import Catalogue
import HTML
import Mapping

/// Which gaps, and how much each figure counts.
struct GapForm: HTML {
    let request: GapRequest
    let context: PageContext

    var body: some HTML {
        form(
            .class("choices"), .action(Address.landscape(.gaps(GapRequest())).print(in: context.edition)),
            .method("get")
        ) {
            PickOne(
                name: "theme", words: context.texts(.coverageAxisTheme), options: options(themes, .themes),
                chosen: request.theme?.description ?? "")
            PickOne(
                name: "audience", words: context.texts(.coverageAxisAudience), options: options(audiences, .audiences),
                chosen: request.audience?.description ?? "")
            PickOne(
                name: "territory", words: context.texts(.coverageAxisTerritory), options: options(places, .territories),
                chosen: request.place?.description ?? "")
            PickOne(
                name: "language", words: context.texts(.coverageAxisLanguage),
                options: [everything]
                    + Language.allCases.map { PickOption($0.rawValue, context.wording.name(of: LanguageTag($0))) },
                chosen: request.language?.rawValue ?? "")
            details(.class("more")) {
                summary { context.texts(.gapWeights) }
                p(.class("quiet")) { context.texts(.gapWeightsHint, String(GapWeights.mostNeed)) }
                for (dial, key) in zip(GapRequest.needDials, Self.needKeys) { field(dial, key) }
                p(.class("quiet")) { context.texts(.gapWorthHint) }
                for (dial, key) in zip(GapRequest.worthDials, Self.worthKeys) { field(dial, key) }
            }
            .attributes(.open, when: request.weights != GapWeights())
            for item in context.carried.query { input(.type("hidden"), .name(item.name), .value(item.value)) }
            p {
                button(.type("submit")) { context.texts(.coverageShow) }
                if request.weights != GapWeights() {
                    " "
                    a(.href(context.link(.landscape(.gaps(usual))))) { context.texts(.gapUsual) }
                }
            }
        }
    }

    private func field(_ dial: GapRequest.Dial, _ key: TextKey) -> some HTML {
        div(.class("group")) {
            label(.for(dial.name)) { context.texts(key) }
            input(
                .type("number"), .id(dial.name), .name(dial.name), .min(0), .max(dial.most),
                .value(String(request.weights[keyPath: dial.path])))
        }
    }

    private static let needKeys: [TextKey] = [
        .gapWeightTheme, .gapWeightAudience, .gapWeightPeople, .gapWeightSearches, .gapWeightGuides,
    ]
    private static let worthKeys: [TextKey] = [
        .gapWeightUnverified, .gapWeightNotFree, .gapWeightOnlineOnly, .gapWeightWider,
    ]

    private var usual: GapRequest {
        var copy = request
        copy.weights = GapWeights()
        copy.page = 1
        return copy
    }

    private var everything: PickOption { PickOption("", context.texts(.coverageAll)) }

    private func options(_ concepts: [Concept], _ name: VocabularyName) -> [PickOption] {
        [everything] + concepts.map { PickOption($0.id.description, context.label($0.id, in: name)) }
    }

    private var themes: [Concept] {
        context.catalogue[.themes].concepts.filter { context.catalogue[.themes].narrower($0.id).isEmpty }
    }
    private var audiences: [Concept] { context.catalogue[.audiences].concepts.filter { $0.weight != nil } }
    private var places: [Concept] { context.catalogue[.territories].concepts.filter { !$0.speech.isEmpty } }
}
