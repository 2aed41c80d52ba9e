import Catalogue
import HTML
import Search

/// Searching and browsing: words, choices, counts, results.
struct SearchPage: SitePage {
    let context: PageContext
    let request: SearchRequest
    let found: Found

    var title: String {
        request.text.isEmpty ? context.texts(.searchTitle) : context.texts(.searchTitleFor, request.text)
    }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { request.text.isEmpty ? .minute : .personal }

    var content: some HTML {
        h1 { title }
        form(.role("search"), .action("/\(context.language)/search"), .method("get")) {
            for item in context.shortlist.query { input(.type("hidden"), .name(item.name), .value(item.value)) }
            SearchBox(context: context, text: request.text)
            p(.class("total"), .role("status")) { context.texts(.resultsFound, count: results.total) }
            ChosenChips(context: context, request: request)
            div(.class("columns")) {
                if results.total > 0 || request.isNarrowed {
                    FacetColumnView(context: context, request: request, results: results, openCount: results.counted)
                }
                div(.class("results")) {
                    if results.total == 0 { NothingFound(context: context, request: request, results: results) }
                    for (record, hit) in hits {
                        RecordCard(record: record, context: context, why: why(record, hit))
                    }
                    Pager(context: context, request: request, total: results.total)
                }
            }
        }
    }

    private var results: Results { found.results }

    private var hits: [(Record, Hit)] {
        results.hits.compactMap { hit in
            Identifier(hit.id).flatMap { context.catalogue[$0] }.map { ($0, hit) }
        }
    }

    private func why(_ record: Record, _ hit: Hit) -> String? {
        request.text.isEmpty ? nil : Reasons(context: context).sentence(for: hit, record: record)
    }
}

/// What stands where nothing was found: never a dead end.
private struct NothingFound: HTML {
    let context: PageContext
    let request: SearchRequest
    let results: Results

    var body: some HTML {
        div(.class("note")) {
            if let suggestion = results.suggestion {
                p {
                    context.texts(.didYouMean) + " "
                    a(.href(context.link(.search(request.changing { $0.text = suggestion })))) { suggestion }
                    "?"
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
        }
    }
}

/// The choices that narrow the search, each with a way out.
private struct ChosenChips: HTML {
    let context: PageContext
    let request: SearchRequest

    var body: some HTML {
        if request.isNarrowed {
            ul(.class("chips")) {
                for facet in SearchRequest.Facet.allCases {
                    for value in request.chosen[facet] ?? [] {
                        Chip(
                            choice: context.label(value, of: facet), context: context,
                            without: request.without(value, in: facet))
                    }
                }
                if let ages = request.ages {
                    Chip(
                        choice: ages.from == ages.to
                            ? context.texts(.ageOne, "\(ages.from)")
                            : context.texts(.agesLong, "\(ages.from)", "\(ages.to)"),
                        context: context, without: request.changing { $0.ages = nil })
                }
                if request.isOpenNow {
                    Chip(
                        choice: context.texts(.openNowFilter), context: context,
                        without: request.changing { $0.isOpenNow = false })
                }
                li {
                    a(.class("quiet"), .href(context.link(.search(SearchRequest(text: request.text))))) {
                        context.texts(.clearAll)
                    }
                }
            }
        }
    }
}

private struct Chip: HTML {
    let choice: String
    let context: PageContext
    let without: SearchRequest

    var body: some HTML {
        li {
            a(.class("chip"), .href(context.link(.search(without)))) {
                span(.class("away")) { context.texts(.removeChoice) + " " }
                choice
                Icon("close")
            }
        }
    }
}

/// Earlier and later results.
private struct Pager: HTML {
    let context: PageContext
    let request: SearchRequest
    let total: Int

    var body: some HTML {
        if total > SearchRequest.pageLength {
            nav(.class("pager"), .ariaLabel(context.texts(.pagerLabel))) {
                if request.page > 1 {
                    a(.href(link(request.page - 1)), .rel("prev")) {
                        Icon("back")
                        context.texts(.pagerPrevious)
                    }
                }
                span { context.texts(.pagerPosition, "\(request.page)", "\(last)") }
                if request.page < last {
                    a(.href(link(request.page + 1)), .rel("next")) {
                        context.texts(.pagerNext)
                        Icon("next")
                    }
                }
            }
        }
    }

    private var last: Int { (total + SearchRequest.pageLength - 1) / SearchRequest.pageLength }

    private func link(_ page: Int) -> String { context.link(.search(request.changing { $0.page = page })) }
}
