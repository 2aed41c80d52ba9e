import Catalogue
import Editorial
import HTML
import Mapping

/// What people came for, as the page of gaps needs it.
struct GapDemand: Sendable {
    let since: CivilDay
    let until: CivilDay
    let byTheme: ThemeDemand

    init(_ demand: Demand, in catalogue: Catalogue) {
        since = demand.since
        until = demand.until
        byTheme = ThemeDemand(demand, in: catalogue)
    }
}

/// How the order comes about, in words.
struct GapFormula: HTML {
    let demand: GapDemand
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("formula")) {
            h2(.id("formula")) { context.texts(.gapFormula) }
            p(.class("formula")) { context.texts(.gapFormulaScore) }
            ul {
                li { context.texts(.gapFormulaNeed) }
                li { context.texts(.gapFormulaSupply) }
                li { context.texts(.gapFormulaTry, String(Gaps.tried)) }
                li { context.texts(.gapFormulaLanguages) }
                for source in sources {
                    li {
                        a(.href(source.address.description), .rel("noopener")) {
                            context.texts(
                                .gapFormulaPeople, source.host, context.wording.date(source.on))
                        }
                    }
                }
                li {
                    context.texts(
                        .gapFormulaDemand, context.wording.date(demand.since), context.wording.date(demand.until),
                        String(SearchCount.leastShown))
                }
            }
        }
    }

    private struct PopulationSource: Hashable {
        let address: WebAddress
        let on: PartialDate
        var host: String { address.site }
    }

    /// The tables that the numbers of people are out of.
    private var sources: [PopulationSource] {
        var seen: Set<PopulationSource> = []
        return context.catalogue[.territories].concepts.filter { !$0.speech.isEmpty }.compactMap(\.population)
            .map { PopulationSource(address: $0.source, on: $0.on) }.filter { seen.insert($0).inserted }
    }
}

/// What is often looked for and belongs to no theme; nothing where there is none.
struct UnplacedSearches: HTML {
    let demand: GapDemand
    let context: PageContext

    private static let most = 20

    var body: some HTML {
        let searches = demand.byTheme.unplaced.filter { $0.searches >= SearchCount.leastShown && !$0.words.isEmpty }
        if !searches.isEmpty {
            section(.ariaLabelledBy("unplaced")) {
                h2(.id("unplaced")) { context.texts(.gapUnplaced) }
                p { context.texts(.gapUnplacedLead) }
                ul {
                    for search in searches.prefix(Self.most) {
                        li {
                            span(.lang(search.language.rawValue)) { search.words }
                            " (\(context.wording.number(search.searches)))"
                        }
                    }
                }
            }
        }
    }
}
