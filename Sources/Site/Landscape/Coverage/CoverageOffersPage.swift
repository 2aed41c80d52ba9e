import Catalogue
import HTML
import Mapping

/// The offers that a cell of the coverage counts.
struct CoverageOffersPage: LandscapePage {
    var context: PageContext
    let request: CoverageRequest

    var title: String { context.texts(.coverageOffersTitle, count: offers.count) }
    var isListed: Bool { false }

    private var offers: [Record] {
        context.snapshot.landscape.census.offers(request.filters).compactMap { context.catalogue[$0] }
    }

    var content: some HTML {
        let offers = offers
        LandscapeTabs(context: context)
        h1 { title }
        if !chosen.isEmpty { p(.class("lead")) { context.texts(.coverageOffersFor, chosen) } }
        if offers.isEmpty {
            p { context.texts(.coverageOffersNone) }
            p { a(.class("button"), .href(context.link(.suggest))) { context.texts(.initiativeTitle) } }
        } else if offers.count <= Self.mostCards {
            div(.class("cards")) {
                for offer in offers { RecordCard(record: offer, context: context) }
            }
        } else {
            RecordLinks(records: offers, context: context)
        }
        p { a(.href(context.link(.landscape(.coverage(table))))) { context.texts(.coverageBack) } }
    }

    /// More than these are a list of names.
    private static let mostCards = 24

    private var chosen: String {
        Axis.allCases.compactMap { axis in
            request.filters.chosen[axis].map { values in
                values.map { context.label($0, on: axis) }.joined(separator: ", ")
            }
        }.joined(separator: " · ")
    }

    /// The table from which the reader came, as a whole.
    private var table: CoverageRequest { CoverageRequest(rows: request.rows, columns: request.columns) }
}
