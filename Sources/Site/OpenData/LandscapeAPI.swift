import Catalogue
import Foundation
import Hummingbird
import Mapping

/// `/api/v1/landscape`, and its coverage and gaps as they are asked for.
struct LandscapeAPI: Sendable {
    static let mostGaps = 500

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        API.landscape.addRoute(to: router, site, landscape)
        API.coverage.addRoute(to: router, site, coverage)
        API.gaps.addRoute(to: router, site, gaps)
    }

    @Sendable private func landscape(_ question: APIQuestion) throws -> Response {
        let snapshot = question.page.snapshot
        return try answer(snapshot.landscape.document(snapshot.revision, demand(question.page)), to: question)
    }

    @Sendable private func coverage(_ question: APIQuestion) throws -> Response {
        let choice = CoverageRequest(question.request.query)
        let axes = ["rows", "columns"].compactMap { question.first($0) }
        guard Set(axes).count == axes.count else { throw APIFault(key: .problemSameAxes, parameter: "columns") }
        let coverage = Coverage(
            question.page.snapshot.landscape.census, rows: choice.rows, columns: choice.columns,
            filters: choice.filters)
        return try answer(CoverageDocument(coverage, language: choice.language), to: question)
    }

    @Sendable private func gaps(_ question: APIQuestion) throws -> Response {
        let landscape = question.page.snapshot.landscape
        let gaps = landscape.gaps(GapRequest(question.request.query), demand(question.page))
        let document = GapsDocument(
            gaps, nearest: landscape.nearest, offset: question.number("offset") ?? 0,
            limit: question.number("limit") ?? GapRequest.pageLength)
        return try answer(document, to: question)
    }

    private func demand(_ page: PageContext) -> GapDemand { GapDemand(site.demand, in: page.catalogue) }

    private func answer(_ document: some Encodable, to question: APIQuestion) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return site.open(
            Array(try encoder.encode(document)), "application/json", to: question.request, context: question.page,
            freshness: .minute)
    }
}
