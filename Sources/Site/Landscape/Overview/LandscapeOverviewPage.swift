import Catalogue
import HTML
import Mapping

/// The landscape at a glance: how much there is, where, in which language, and the first gaps.
struct LandscapeOverviewPage: LandscapePage {
    var context: PageContext
    let demand: GapDemand

    var title: String { context.texts(.landscapeTitle) }
    var summary: String? { context.texts(.landscapeLead) }
    var freshness: ReadyPage.Freshness { .minute }

    private static let shownGaps = 3

    var content: some HTML {
        let landscape = context.snapshot.landscape
        let gaps = landscape.gaps(demand.byTheme)
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.landscapeLead) }
        p { context.texts(.landscapeIntro) }
        KeyFigures(gaps: gaps.ranked.count, census: landscape.census, context: context)
        section(.ariaLabelledBy("first")) {
            h2(.id("first")) { context.texts(.landscapeFirstGaps) }
            div(.class("gaps")) {
                for gap in gaps.ranked.prefix(Self.shownGaps) {
                    GapView(gap: gap, nearest: landscape.nearest.nearest(to: gap.unit), context: context)
                }
            }
            p { a(.href(context.link(.landscape(.gaps(GapRequest()))))) { context.texts(.landscapeAllGaps) } }
        }
        OverviewPictures(figures: OverviewFigures(census: landscape.census, context: context))
        WaysOn(context: context)
    }
}

/// The largest numbers, each with what it leads to.
private struct KeyFigures: HTML {
    let gaps: Int
    let census: Census
    let context: PageContext

    var body: some HTML {
        let records = context.catalogue.records
        let figures: [(Int, TextKey, Address)] = [
            (census.offers.count, .landscapeActiveOffers, .landscape(.coverage(CoverageRequest()))),
            (records.count { $0.kind == .organisation }, .landscapeOrganisations, .landscape(.network)),
            (
                records.count { $0.kind == .publication }, .landscapePublications,
                .landscape(.recommendations(RecommendationRequest()))
            ),
            (gaps, .landscapeGapsLooked, .landscape(.gaps(GapRequest()))),
        ]
        section(.ariaLabelledBy("figures")) {
            h2(.id("figures")) { context.texts(.landscapeInFigures) }
            ul(.class("key-figures")) {
                for (number, key, address) in figures {
                    li {
                        a(.href(context.link(address))) {
                            span(.class("number")) { context.wording.number(number) }
                            " " + context.texts(key)
                        }
                    }
                }
            }
        }
    }
}

/// The pictures of the overview.
private struct OverviewPictures: HTML {
    let figures: OverviewFigures
    private var context: PageContext { figures.context }

    var body: some HTML {
        let map = FigureName(
            id: "places", title: context.texts(.landscapeByPlace), description: context.texts(.landscapeByPlaceSays))
        Figure(
            map, table: figures.places, csv: context.link(.landscape(.table(.places, of: .overview))), context: context
        ) {
            TileMap(map, values: figures.tiles, context: context)
        }
        bars(.pillar, id: "pillars", .landscapeByPillar, .landscapeByPillarSays)
        bars(.language, id: "languages", .landscapeByLanguage, .landscapeByLanguageSays)
    }

    private func bars(_ axis: Axis, id: String, _ key: TextKey, _ says: TextKey) -> some HTML {
        let name = FigureName(id: id, title: context.texts(key), description: context.texts(says))
        let counts = figures.counts(on: axis)
        return Figure(name, table: figures.table(of: counts, on: axis, caption: name.title), context: context) {
            Bars(
                name,
                bars: counts.map { value, count in
                    Bars.Bar(
                        context.label(value, on: axis), value: Double(count), shown: context.wording.number(count),
                        link: figures.list(value, on: axis))
                }, context: context)
        }
    }
}

/// The figures of the overview, for pictures and tables.
struct OverviewFigures {
    let census: Census
    let context: PageContext

    /// Places against themes: only the totals of the places are wanted here.
    private var byPlace: [(place: String, own: Int, inherited: Int, inPart: Int)] {
        let standing = census.standings(on: .territory)
        return zip(census.values(of: .territory), standing).map { ($0, $1.direct, $1.inherited, $1.inPart) }
    }

    var tiles: [ConceptID: TileMap.Value] {
        var tiles: [ConceptID: TileMap.Value] = [:]
        for row in byPlace {
            guard let id = ConceptID(row.place) else { continue }
            tiles[id] = TileMap.Value(count: row.own + row.inherited, link: list(row.place, on: .territory))
        }
        return tiles
    }

    var places: FigureTable {
        FigureTable(
            file: .places, caption: context.texts(.landscapeByPlace),
            header: [
                context.texts(.coverageAxisTerritory), context.texts(.landscapeCount),
                context.texts(.landscapeOwnPlace),
                context.texts(.landscapeInheritedPlace), context.texts(.landscapeInPartPlace),
            ],
            rows: byPlace.map { row in
                [
                    .text(context.label(row.place, on: .territory)),
                    .count(row.own + row.inherited, to: list(row.place, on: .territory)), .number(row.own),
                    .number(row.inherited), .number(row.inPart),
                ]
            })
    }

    func counts(on axis: Axis) -> [(value: String, count: Int)] {
        zip(census.values(of: axis), census.standings(on: axis)).map { ($0, $1.direct + $1.inherited) }
    }

    func table(of counts: [(value: String, count: Int)], on axis: Axis, caption: String) -> FigureTable {
        FigureTable(
            caption: caption, header: [context.texts(axis.title), context.texts(.landscapeCount)],
            rows: counts.map {
                [.text(context.label($0.value, on: axis)), .count($0.count, to: list($0.value, on: axis))]
            })
    }

    /// The offers with one value.
    func list(_ value: String, on axis: Axis) -> String {
        var request = CoverageRequest()
        request.filters = CensusFilters().adding(value, of: axis)
        return context.link(.landscape(.offers(request)))
    }
}

/// The other pages of the landscape, each with what it is good for.
private struct WaysOn: HTML {
    let context: PageContext

    private static let ways: [(TextKey, TextKey, LandscapeAddress)] = [
        (.coverageTitle, .landscapeSaysCoverage, .coverage(CoverageRequest())),
        (.gapTitle, .landscapeSaysGaps, .gaps(GapRequest())),
        (.synergyTitle, .landscapeSaysSynergies, .synergies(SynergyRequest())),
        (.networkTitle, .landscapeSaysNetwork, .network), (.timeTitle, .landscapeSaysTime, .time(year: nil)),
        (.promiseTitle, .landscapeSaysRecommendations, .recommendations(RecommendationRequest())),
        (.labTitle, .landscapeSaysLabs, .labs),
        (.campaignTitle, .landscapeSaysCampaigns, .campaigns),
        (.snapshotReportTitle, .landscapeSaysReport, .report(revision: nil)),
        (.stateTitle, .landscapeSaysState, .state),
    ]

    var body: some HTML {
        section(.ariaLabelledBy("ways")) {
            h2(.id("ways")) { context.texts(.landscapeGoTo) }
            dl(.class("ways")) {
                for (name, says, address) in Self.ways {
                    dt { a(.href(context.link(.landscape(address)))) { context.texts(name) } }
                    dd { context.texts(says) }
                }
            }
        }
    }
}
