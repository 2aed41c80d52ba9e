import Catalogue
import HTML
import Mapping

/// Gaps, ranked, with what they rest on; the weights stand in the address.
struct GapsPage: LandscapePage {
    var context: PageContext
    let request: GapRequest
    let demand: GapDemand

    var title: String { context.texts(.gapTitle) }
    var summary: String? { context.texts(.gapLead) }
    var isListed: Bool { request == GapRequest() }
    // What people come for is counted anew several times an hour.
    var freshness: ReadyPage.Freshness { .minute }

    var content: some HTML {
        let gaps = gaps
        let first = (request.page - 1) * GapRequest.pageLength
        let listed = gaps.ranked.prefix(GapRequest.mostListed)
        let shown = listed.dropFirst(first).prefix(GapRequest.pageLength)
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.gapLead) }
        GapForm(request: request, context: context)
        h2 { context.texts(.gapTotal, count: gaps.ranked.count) }
        if gaps.ranked.isEmpty {
            p { context.texts(.gapNone) }
        } else {
            GapPicture(gaps: gaps, request: request, context: context)
            div(.class("gaps")) {
                for gap in shown { GapView(gap: gap, nearest: nearest(gap), context: context) }
            }
            if listed.count < gaps.ranked.count {
                p(.class("quiet")) { context.texts(.gapListed, context.wording.number(listed.count)) }
            }
            Pager(
                context: context, page: request.page, total: listed.count, length: GapRequest.pageLength
            ) { context.link(.landscape(.gaps(request.at(page: $0)))) }
        }
        GapFormula(demand: demand, context: context)
        UnplacedSearches(demand: demand, context: context)
    }

    private var gaps: Gaps { context.snapshot.landscape.gaps(request, demand) }

    private func nearest(_ gap: Gap) -> [NearOffer] { context.snapshot.landscape.nearest.nearest(to: gap.unit) }
}

/// One gap: its sentence, its figures, how sure its place is, and what comes nearest.
struct GapView: HTML {
    let gap: Gap
    let nearest: [NearOffer]
    let context: PageContext
    var level = 3

    var body: some HTML {
        let words = GapWords(gap: gap, context: context)
        article(.class("gap")) {
            p(.class("heading")) {
                span(.class("rank")) { "\(gap.rank). " }
                words.sentence
            }
            dl(.class("facts")) {
                div {
                    dt { context.texts(.gapScore) }
                    dd { context.wording.decimal(gap.score, digits: 2) }
                }
                div {
                    dt { context.texts(.gapNeed) }
                    dd { context.wording.decimal(gap.need, digits: 2) }
                }
                div {
                    dt { context.texts(.gapSupply) }
                    dd { context.wording.decimal(gap.supply, digits: 2) }
                }
                if gap.searches > 0 {
                    div {
                        dt { context.texts(.gapSearches) }
                        dd { context.wording.number(gap.searches) }
                    }
                }
                if gap.walks > 0 {
                    div {
                        dt { context.texts(.gapWalks) }
                        dd { context.wording.number(gap.walks) }
                    }
                }
            }
            p(.class("quiet")) { words.stays }
            if nearest.isEmpty {
                p { context.texts(.gapNearestNone) }
            } else {
                p { context.texts(.gapNearest) + ":" }
                ul {
                    for offer in nearest {
                        if let record = context.catalogue[offer.id] {
                            li {
                                a(.href(context.link(.record(record.kind, record.id)))) {
                                    Localised(record.title, context, isName: true)
                                }
                                " – "
                                context.texts(.gapLacks, offer.lacks.map(words.lack).joined(separator: ", "))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The first ten as bars.
private struct GapPicture: HTML {
    let gaps: Gaps
    let request: GapRequest
    let context: PageContext

    var body: some HTML {
        let name = FigureName(
            id: "first-gaps", title: context.texts(.gapPicture), description: context.texts(.gapPictureSays))
        let first = gaps.ranked.prefix(Gaps.first)
        Figure(
            name, table: GapFigures(gaps: Array(first), context: context).table,
            csv: context.link(.landscape(.table(.gaps, of: .gaps(request)))), context: context
        ) {
            Bars(
                name,
                bars: first.map { gap in
                    Bars.Bar(
                        GapWords(gap: gap, context: context).head, value: gap.score,
                        shown: context.wording.decimal(gap.score, digits: 2))
                }, context: context)
        }
    }
}

/// Gaps for a spreadsheet.
struct GapFigures {
    let gaps: [Gap]
    let context: PageContext

    var table: FigureTable {
        let keys: [TextKey] = [
            .gapRank, .coverageAxisTheme, .coverageAxisAudience, .coverageAxisTerritory, .coverageAxisLanguage,
            .gapScore,
            .gapNeed, .gapSupply, .gapOffers, .gapVerified, .gapFree, .gapOffline, .gapPeople, .gapSearches, .gapWalks,
            .gapStaysColumn,
        ]
        return FigureTable(
            file: .gaps, caption: context.texts(.gapTitle), header: keys.map { context.texts($0) },
            rows: gaps.map { gap in
                let words = GapWords(gap: gap, context: context)
                return [
                    .number(gap.rank), .text(words.theme), .text(words.audience),
                    .text(context.label(gap.unit.place, in: .territories)), .text(words.language),
                    .decimal(gap.score, digits: 3), .decimal(gap.need, digits: 3), .decimal(gap.supply, digits: 3),
                    .number(gap.offers), .number(gap.verified), .number(gap.free), .number(gap.offline),
                    gap.people.map { .number($0) } ?? .none, .number(gap.searches), .number(gap.walks),
                    .decimal(gap.stays * 100, digits: 1),
                ]
            })
    }
}
