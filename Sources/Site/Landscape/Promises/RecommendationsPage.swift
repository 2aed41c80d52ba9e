import Catalogue
import HTML
import Mapping

/// What all publications ask for, and how far it is.
struct RecommendationsPage: LandscapePage {
    var context: PageContext
    let request: RecommendationRequest

    var title: String { context.texts(.promiseTitle) }
    var summary: String? { context.texts(.promiseLead) }
    // Whether a check is overdue follows from the day.
    var freshness: ReadyPage.Freshness { .minute }
    /// A choice of them is no page of its own for search engines.
    var isListed: Bool { request.isEmpty }

    var content: some HTML {
        let promises = request.recommendations(in: context.catalogue)
        let tables = RecommendationTables(recommendations: promises, context: context)
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.promiseLead) }
        p {
            let all = context.catalogue.recommendations
            context.texts(.promiseCount, count: all.count)
            " "
            context.texts(.promisePublications, count: Set(all.map(\.publication.id)).count)
            "."
        }
        RecommendationForm(request: request, context: context)
        if !request.isEmpty {
            p(.class("notice")) {
                promises.isEmpty
                    ? context.texts(.promiseNone) : context.texts(.promiseFound, count: promises.count)
            }
        }
        if !promises.isEmpty {
            RecommendationFigures(tables: tables, request: request, context: context)
            RecommendationsByPublication(promises: promises, context: context)
        }
        if request.isEmpty { WaitingPublications(context: context) }
        p {
            a(.href(context.link(.landscape(.table(.recommendations, of: .recommendations(request)))))) {
                Icon("download")
                context.texts(.landscapeAsCSV)
            }
        }
        p {
            a(.href(context.link(.landscape(.recommendationFeed)))) {
                Icon("news")
                context.texts(.promiseFeed)
            }
        }
    }
}

/// How far they are: now, over time, and by those whom they ask.
private struct RecommendationFigures: HTML {
    let tables: RecommendationTables
    let request: RecommendationRequest
    let context: PageContext

    private var texts: Texts { context.texts }

    var body: some HTML {
        section(.ariaLabelledBy("states")) {
            h2(.id("states")) { texts(.promiseStatesTitle) }
            Figure(stateName, table: tables.states, csv: csv(.recommendations), context: context) {
                Bars(stateName, bars: bars, context: context)
            }
            p(.class("quiet")) { texts(.promiseRule) }
        }
        let years = RecommendationTally(tables.recommendations).years(until: context.now.day)
        if !years.isEmpty {
            section(.ariaLabelledBy("over-time")) {
                h2(.id("over-time")) { texts(.promiseTimeTitle) }
                Figure(timeName, table: tables.years, csv: csv(.recommendationYears), context: context) {
                    TimeLine(
                        timeName, series: RecommendationState.allCases.map { texts($0.label) },
                        years: years.map { year in
                            TimeLine.Year(year.year, values: RecommendationState.allCases.map { year.counts[$0] })
                        }, context: context)
                }
            }
        }
        // The table is a region of this name already.
        h2 { texts(.promiseByTitle) }
        p(.class("quiet")) { texts(.promiseByAbout) }
        FigureTableView(tables.addressees, context: context)
    }

    private var stateName: FigureName {
        FigureName(id: "state-bars", title: texts(.promiseStatesTitle), description: texts(.promiseStatesAbout))
    }

    private var timeName: FigureName {
        FigureName(id: "state-years", title: texts(.promiseTimeTitle), description: texts(.promiseTimeAbout))
    }

    private var bars: [Bars.Bar] {
        let counts = RecommendationTally(tables.recommendations).now
        return RecommendationState.allCases.map { state in
            var narrower = request
            narrower.state = state
            return Bars.Bar(
                texts(state.label), value: Double(counts[state]), shown: context.wording.number(counts[state]),
                link: counts[state] == 0 ? nil : context.link(.landscape(.recommendations(narrower))))
        }
    }

    private func csv(_ table: LandscapeTable) -> String {
        context.link(.landscape(.table(table, of: .recommendations(request))))
    }
}

/// Each publication with what it asks for, newest first.
private struct RecommendationsByPublication: HTML {
    let promises: [PublishedRecommendation]
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("list")) {
            h2(.id("list")) { context.texts(.promiseList) }
            let overdue = promises.count { $0.recommendation.overdue(on: context.now.day) != nil }
            if overdue > 0 { p(.class("notice")) { context.texts(.promiseOverdueCount, count: overdue) } }
            for group in groups {
                h3 {
                    a(.href(context.link(.record(.publication, group.publication.id)))) {
                        Localised(group.publication.title, context, isName: true)
                    }
                }
                RecommendationList(promises: group.promises, context: context)
            }
        }
    }

    private var groups: [(publication: Record, promises: [PublishedRecommendation])] {
        Dictionary(grouping: promises, by: \.publication)
            .map { (publication: $0.key, promises: $0.value) }
            .sorted {
                ($1.publication.founded ?? 0, $0.publication.id) < ($0.publication.founded ?? 0, $1.publication.id)
            }
    }
}

/// Publications that announce more recommendations than are entered.
private struct WaitingPublications: HTML {
    let context: PageContext

    var body: some HTML {
        let waiting = context.catalogue.records.filter { ($0.announced ?? 0) > ($0.recommendations?.count ?? 0) }
        if !waiting.isEmpty {
            section(.ariaLabelledBy("waiting")) {
                h2(.id("waiting")) { context.texts(.promiseWaiting) }
                p { context.texts(.promiseWaitingAbout) }
                for publication in waiting {
                    h3 {
                        a(.href(context.link(.record(.publication, publication.id)))) {
                            Localised(publication.title, context, isName: true)
                        }
                    }
                    AnnouncedNote(publication: publication, context: context)
                }
            }
        }
    }
}
