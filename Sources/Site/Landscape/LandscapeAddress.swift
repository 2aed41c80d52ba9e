import Catalogue
import Mapping

/// The place of a page of the landscape, below `/{lang}/landscape`.
package enum LandscapeAddress: Hashable, Sendable {
    case overview
    /// Any two axes against each other.
    case coverage(CoverageRequest)
    /// The offers that one cell counts.
    case offers(CoverageRequest)
    case gaps(GapRequest)
    /// Offers that are alike.
    case synergies(SynergyRequest)
    case network
    /// The network where resources and channels tie too.
    case networkOfAll
    /// Nil: this year.
    case time(year: Int?)
    /// Recommendations of all publications, or some of them.
    case recommendations(RecommendationRequest)
    /// Changes of recommendations and measures, for a feed reader.
    case recommendationFeed
    case labs
    case campaigns
    case state
    /// The report of a snapshot by its revision; nil: of the present one.
    case report(revision: Int?)
    /// Two reports beside each other.
    case comparison(from: Int, to: Int)
    /// Where two days lead to the comparison of their reports; nil: those that go without saying.
    case comparing(from: CivilDay?, to: CivilDay?)
    /// One table of a report, and of a comparison, for spreadsheets.
    case reportTable(ReportTable, revision: Int)
    case comparisonTable(ReportTable, from: Int, to: Int)
    /// The figures of a page as a table for spreadsheets.
    indirect case table(LandscapeTable, of: LandscapeAddress)

    /// The steps after `landscape/`.
    var path: String {
        switch self {
        case .overview: ""
        case .coverage: "coverage"
        case .offers: "offers"
        case .gaps: "gaps"
        case .synergies: "synergies"
        case .network, .networkOfAll: "network"
        case .time: "time"
        case .recommendations: "recommendations"
        case .recommendationFeed: "recommendations.atom"
        case .labs: "labs"
        case .campaigns: "actions"
        case .state: "state"
        case .report(nil): "report"
        case .report(let revision?): "reports/\(revision)"
        case .comparison(let from, let to): "reports/\(from)/\(to)"
        case .comparing: "reports"
        case .reportTable(let table, let revision): "reports/\(revision)/\(table.file)"
        case .comparisonTable(let table, let from, let to): "reports/\(from)/\(to)/\(table.file)"
        case .table(let table, _): "\(table.rawValue).csv"
        }
    }

    var query: [QueryItem] {
        switch self {
        case .coverage(let request), .offers(let request): request.query
        case .gaps(let request): request.query
        case .synergies(let request): request.query
        case .recommendations(let request): request.query
        case .networkOfAll: [QueryItem("kinds", "all")]
        case .time(let year?): [QueryItem("year", String(year))]
        case .comparing(let from, let to):
            [(ReportDays.from, from), (ReportDays.to, to)].compactMap { name, day in
                day.map { QueryItem(name, $0.description) }
            }
        case .table(_, let address): address.query
        default: []
        }
    }
}

/// The tables that the landscape hands out as CSV. The raw value is the name of the file.
package enum LandscapeTable: String, CaseIterable, Sendable {
    case coverage, places, gaps, synergies, network, time, recommendations, labs, actions, state
    case recommendationYears = "recommendation-years"
}
