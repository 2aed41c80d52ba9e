import Catalogue
import Foundation
import Hummingbird
import Mapping

/// `/api/v1/landscape`, and its coverage and gaps as they are asked for.
struct LandscapeAPI: Sendable {
    static let mostGaps = 500

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get("api/v1/landscape", use: landscape)
        router.get("api/v1/landscape/coverage", use: coverage)
        router.get("api/v1/landscape/gaps", use: gaps)
    }

    @Sendable private func landscape(_ request: Request, _: SiteRequestContext) throws -> Response {
        let page = page(request)
        return try answer(page.snapshot.landscape.document(page.snapshot.revision, demand(page)), to: request, page)
    }

    @Sendable private func coverage(_ request: Request, _: SiteRequestContext) throws -> Response {
        let query = request.query
        for name in ["rows", "columns"] {
            if let asked = query.first(name), Axis(rawValue: asked) == nil { return Self.badAxis(name).response }
        }
        if let asked = query.first("in"), Language(rawValue: asked) == nil {
            return Problem(status: .badRequest, detail: "in is one of nl, fr, de, en").response
        }
        let choice = CoverageRequest(query)
        if query.first("rows") != nil, query.first("rows") == query.first("columns") {
            return Problem(status: .badRequest, detail: "rows and columns are two different axes").response
        }
        let page = page(request)
        let census = page.snapshot.landscape.census
        for (axis, values) in choice.filters.chosen {
            if let unknown = Set(values).subtracting(census.values(of: axis)).min() {
                return Problem(status: .badRequest, detail: "\(axis.rawValue): there is no ‘\(unknown)’").response
            }
        }
        let coverage = Coverage(census, rows: choice.rows, columns: choice.columns, filters: choice.filters)
        return try answer(CoverageDocument(coverage, language: choice.language), to: request, page)
    }

    @Sendable private func gaps(_ request: Request, _: SiteRequestContext) throws -> Response {
        let query = request.query
        for dial in GapRequest.needDials + GapRequest.worthDials {
            guard let text = query.first(dial.name) else { continue }
            guard let number = Int(text), (0...dial.most).contains(number) else {
                return Problem(status: .badRequest, detail: "\(dial.name) is a number from 0 to \(dial.most)").response
            }
        }
        let limit = query.first("limit").map { Int($0) ?? -1 } ?? GapRequest.pageLength
        guard (0...Self.mostGaps).contains(limit) else {
            return Problem(status: .badRequest, detail: "limit is a number from 0 to \(Self.mostGaps)").response
        }
        let offset = query.first("offset").map { Int($0) ?? -1 } ?? 0
        guard offset >= 0 else {
            return Problem(status: .badRequest, detail: "offset is a number from 0 on").response
        }
        let page = page(request)
        let landscape = page.snapshot.landscape
        let gaps = landscape.gaps(GapRequest(query), demand(page))
        return try answer(
            GapsDocument(gaps, nearest: landscape.nearest, offset: offset, limit: limit), to: request, page)
    }

    private static func badAxis(_ name: String) -> Problem {
        Problem(
            status: .badRequest,
            detail: "\(name) is one of \(Axis.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    private func page(_ request: Request) -> PageContext {
        site.context(for: request, edition: Edition(.nl), address: .home)
    }

    private func demand(_ page: PageContext) -> GapDemand { GapDemand(site.demand, in: page.catalogue) }

    private func answer(_ document: some Encodable, to request: Request, _ page: PageContext) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let ready = ReadyPage(
            mediaType: "application/json", bytes: Array(try encoder.encode(document)), freshness: .minute,
            isShared: true)
        return site.answer(ready, to: request, keeping: true, context: page)
    }
}
