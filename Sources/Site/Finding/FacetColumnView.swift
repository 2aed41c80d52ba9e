import Catalogue
import HTML
import Search

extension PageContext {
    /// The label of a value of a facet.
    func label(_ value: String, of facet: SearchRequest.Facet) -> String {
        guard let vocabulary = facet.vocabulary else {
            return LanguageTag(value).map(wording.name(of:)) ?? value
        }
        return ConceptID(value).map { label($0, in: vocabulary) } ?? value
    }
}

extension SearchRequest.Facet {
    /// The vocabulary of its values; languages have none.
    var vocabulary: VocabularyName? {
        switch self {
        case .kind: .kinds
        case .need: .needs
        case .theme: .themes
        case .audience: .audiences
        case .territory: .territories
        case .language: nil
        case .format: .formats
        case .cost: .costs
        }
    }

    var title: TextKey {
        switch self {
        case .kind: .facetKind
        case .need: .facetNeed
        case .theme: .facetTheme
        case .audience: .facetAudience
        case .territory: .facetTerritory
        case .language: .facetLanguage
        case .format: .facetFormat
        case .cost: .facetCost
        }
    }
}

/// The choices: a plain form, with how many results each would bring.
struct FacetColumnView: HTML {
    let context: PageContext
    let request: SearchRequest
    let results: Results
    let openCount: Int

    var body: some HTML {
        aside(.class("facets"), .ariaLabelledBy("narrow")) {
            h2(.id("narrow")) { context.texts(.narrow) }
            for facet in SearchRequest.Facet.allCases {
                FacetGroup(context: context, facet: facet, values: values(of: facet))
            }
            div(.class("group")) {
                label(.for("age")) { context.texts(.facetAge) }
                input(.type("text"), .inputmode("numeric"), .id("age"), .name("age"), .value(age), .maxlength(7))
            }
            div(.class("group")) {
                label(.class("choice")) {
                    input(.type("checkbox"), .name("open"), .value("now")).attributes(.checked, when: request.isOpenNow)
                    context.texts(.openNowFilter) + " (\(openCount))"
                }
            }
            div(.class("group")) {
                label(.for("sort")) { context.texts(.sortLabel) }
                select(.id("sort"), .name("sort")) {
                    for (order, key) in orders {
                        option(.value(order.rawValue)) { context.texts(key) }
                            .attributes(.selected, when: order == current)
                    }
                }
            }
            button(.class("button"), .type("submit")) { context.texts(.showResults) }
        }
    }

    private let orders: [(SearchRequest.Order, TextKey)] = [
        (.relevance, .sortRelevance), (.title, .sortTitle), (.newest, .sortNewest),
    ]

    init(context: PageContext, request: SearchRequest, results: Results, openCount: Int) {
        self.context = context
        self.request = request
        self.results = results
        self.openCount = openCount
    }

    private var current: SearchRequest.Order { request.order ?? (request.text.isEmpty ? .title : .relevance) }

    private var age: String {
        request.ages.map { $0.from == $0.to ? "\($0.from)" : "\($0.from)-\($0.to)" } ?? ""
    }

    /// Values that occur or are chosen, in the order of their vocabulary.
    private func values(of facet: SearchRequest.Facet) -> [FacetGroup.Value] {
        let counts = results.facets[facet.rawValue] ?? [:]
        func value(_ id: String, _ label: @autoclosure () -> String, isNarrow: Bool = false) -> FacetGroup.Value? {
            let count = counts[id] ?? 0
            let isChosen = request.isChosen(id, in: facet)
            guard count > 0 || isChosen else { return nil }
            return .init(value: id, label: label(), count: count, isChosen: isChosen, isNarrow: isNarrow)
        }
        guard let vocabulary = facet.vocabulary else {
            return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.compactMap {
                value($0.key, context.label($0.key, of: facet))
            }
        }
        return context.catalogue[vocabulary].concepts.compactMap { concept in
            value(
                concept.id.description, concept.label.text(for: context.edition)?.text ?? concept.id.description,
                isNarrow: facet == .theme && !concept.broader.isEmpty)
        }
    }
}

private struct FacetGroup: HTML {
    struct Value: Sendable {
        let value: String
        let label: String
        let count: Int
        let isChosen: Bool
        let isNarrow: Bool
    }

    let context: PageContext
    let facet: SearchRequest.Facet
    let values: [Value]

    var body: some HTML {
        if !values.isEmpty {
            details {
                summary { context.texts(facet.title) }
                fieldset {
                    legend(.class("away")) { context.texts(facet.title) }
                    if facet == .territory { p(.class("quiet")) { context.texts(.territoryHint) } }
                    for value in values {
                        label(.class(value.isNarrow ? "choice narrow" : "choice")) {
                            input(.type("checkbox"), .name(facet.rawValue), .value(value.value))
                                .attributes(.checked, when: value.isChosen)
                            value.label + " (\(value.count))"
                        }
                    }
                }
            }
            .attributes(.open, when: values.contains(where: \.isChosen))
        }
    }
}
