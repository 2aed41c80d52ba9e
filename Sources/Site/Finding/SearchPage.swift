import Catalogue
import HTML
import Search

/// Searching and browsing: words, choices, counts, results.
struct SearchPage: SitePage {
    var context: PageContext
    let request: SearchRequest
    let found: Found
    /// Nil where the page is for whoever asked alone.
    var known: KnownSearch?

    var title: String {
        // What somebody in need typed does not stand in large letters, nor in the history of the browser's titles.
        request.text.isEmpty || !found.intents.isEmpty
            ? context.texts(.searchTitle) : context.texts(.searchTitleFor, request.text)
    }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness {
        request.text.isEmpty ? .minute : known.map { .known($0) } ?? .personal
    }
    /// Somebody in need looks for a person, not for news.
    var otherForms: [OtherForm] { found.intents.isEmpty ? [context.form(of: .search(request))] : [] }

    var content: some HTML {
        h1 { title }
        form(.role("search"), .action("/\(context.edition)/search"), .method("get")) {
            for item in context.carried.query { input(.type("hidden"), .name(item.name), .value(item.value)) }
            SearchBox(context: context, text: request.text)
            if !found.intents.isEmpty, request.page == 1 {
                IntentBox(context: context, intents: found.intents, channels: found.channels)
                h2 { context.texts(.resultsHeading) }
            }
            p(.class("total"), .role("status")) { context.texts(.resultsFound, count: results.total) }
            if let suggestion = results.suggestion {
                p {
                    a(.href(context.link(.search(request.changing { $0.text = suggestion })))) {
                        context.texts(.alsoLookedFor, suggestion)
                    }
                }
            }
            ChosenChips(context: context, request: request)
            if results.total == 0 { NothingFound(context: context, request: request, results: results) }
            div(.class("columns")) {
                if results.total > 0 || request.isNarrowed {
                    FacetColumnView(context: context, request: request, results: results, openCount: results.counted)
                }
                div(.class("results")) {
                    for (record, hit) in hits {
                        RecordCard(
                            record: record, context: context, level: found.intents.isEmpty ? 2 : 3,
                            why: why(record, hit))
                    }
                    Pager(
                        context: context, page: request.page, total: results.total, length: SearchRequest.pageLength
                    ) { [context, request] page in context.link(.search(request.changing { $0.page = page })) }
                }
            }
        }
        if found.intents.isEmpty { FollowLink(.search(request), words: .feedsFollowSearch, context: context) }
    }

    private var results: Results { found.results }

    private var hits: [(Record, Hit)] {
        // Who stands in the box above need not stand here again.
        let above = request.page == 1 ? Set(found.channels.prefix(Found.mostFirst).map(\.id)) : []
        let all = results.hits.compactMap { hit in
            Identifier(hit.id).flatMap { context.catalogue[$0] }.map { ($0, hit) }
        }
        let others = all.filter { !above.contains($0.0.id) }
        // A count above an empty list would look broken.
        return others.isEmpty ? all : others
    }

    private func why(_ record: Record, _ hit: Hit) -> String? {
        request.text.isEmpty ? nil : Reasons(context: context).sentence(for: hit, record: record)
    }
}

/// The choices that narrow the search, each with a way out.
private struct ChosenChips: HTML {
    let context: PageContext
    let request: SearchRequest

    var body: some HTML {
        if request.isNarrowed {
            ul(.class("chips")) {
                for choice in SearchChoice.all(in: request, context: context) { Chip(choice: choice, context: context) }
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
    let choice: SearchChoice
    let context: PageContext

    var body: some HTML {
        li {
            a(.class("chip"), .href(context.link(.search(choice.without)))) {
                span(.class("away")) { context.texts(.removeChoice) + " " }
                choice.label
                Icon("close")
            }
        }
    }
}
