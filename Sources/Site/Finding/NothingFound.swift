import Catalogue
import HTML
import Search

/// What stands where nothing was found: which choice hides what, what comes close, and a person. Never a dead end.
struct NothingFound: HTML {
    let context: PageContext
    let request: SearchRequest
    let results: Results

    var body: some HTML {
        div(.class("note")) {
            let hidden = hidden
            if !hidden.isEmpty {
                p { context.texts(.hiddenByChoices) }
                ul {
                    for way in hidden {
                        li { a(.href(context.link(.search(way.request)))) { text(way) } }
                    }
                }
            }
            let near = context.snapshot.nearby(request, language: context.language, now: context.now)
            if near.isEmpty {
                p { context.texts(.nothingFoundAtAll) }
            } else {
                p { context.texts(.nothingFound) }
                RecordLinks(records: near, context: context)
            }
            p { a(.href(context.link(.help))) { context.texts(.askAPerson) } }
            p { a(.href(context.link(.suggest))) { context.texts(.initiativeKnow) } }
        }
    }

    /// A choice that can be dropped, and what is found then.
    private struct Way: Sendable {
        let choice: String
        let request: SearchRequest
        let total: Int
    }

    private func text(_ way: Way) -> String { context.texts(.withoutChoice, way.choice, "\(way.total)") }

    private var hidden: [Way] {
        SearchChoice.all(in: request, context: context).compactMap { choice in
            let found = context.snapshot.search(choice.without, language: context.language, now: context.now) {
                $0.limit = 0
            }
            let total = found.results.total
            return total == 0 ? nil : Way(choice: choice.label, request: choice.without, total: total)
        }
    }
}

/// One choice that narrows a search, and the search without it.
struct SearchChoice: Sendable {
    let label: String
    let without: SearchRequest

    static func all(in request: SearchRequest, context: PageContext) -> [SearchChoice] {
        var choices: [SearchChoice] = []
        for facet in SearchRequest.Facet.allCases {
            for value in request.chosen[facet] ?? [] {
                choices.append(
                    SearchChoice(label: context.label(value, of: facet), without: request.without(value, in: facet)))
            }
        }
        if let ages = request.ages {
            let label =
                ages.from == ages.to
                ? context.texts(.ageOne, "\(ages.from)") : context.texts(.agesLong, "\(ages.from)", "\(ages.to)")
            choices.append(SearchChoice(label: label, without: request.changing { $0.ages = nil }))
        }
        if request.isOpenNow {
            choices.append(
                SearchChoice(
                    label: context.texts(.openNowFilter), without: request.changing { $0.isOpenNow = false }))
        }
        return choices
    }
}
