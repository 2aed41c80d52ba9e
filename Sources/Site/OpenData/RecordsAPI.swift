import Catalogue
import Foundation
import HTTPTypes
import Hummingbird

/// `/api/v1/records/{id}`: one record as it is kept, or what became of it.
struct RecordsAPI: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get("api/v1/records/:id", use: record)
    }

    @Sendable private func record(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let page = site.context(for: request, edition: Edition(.nl), address: .home)
        guard let id = context.parameters.get("id").flatMap({ RecordID($0) }) else { throw HTTPError(.notFound) }
        switch page.catalogue.whereabouts(of: id) {
        case .here(let record): return try answer(record, page, to: request)
        case .moved(let record):
            let address = path(of: record)
            var response = Problem(status: .movedPermanently, detail: "this is now \(address)").response
            response.headers[.location] = address
            return response
        case .withdrawn(let record, let successor):
            let day = record.withdrawn?.description ?? ""
            let instead = successor.map { "; see \(path(of: $0)) instead" } ?? ""
            return Problem(status: .gone, detail: "withdrawn on \(day)\(instead)").response
        case .setAside(let record):
            let since = record.verified.map { " since \($0.on)" } ?? ""
            return Problem(status: .gone, detail: "set aside: nobody verified it\(since)").response
        case .unknown: return Problem(status: .notFound, detail: "there is no record ‘\(id)’").response
        }
    }

    private func path(of record: Record) -> String { "/api/v1/records/\(record.id)" }

    private func answer(_ record: Record, _ page: PageContext, to request: Request) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let ready = ReadyPage(
            mediaType: "application/json", bytes: Array(try encoder.encode(record)), freshness: .snapshot,
            isShared: true)
        return site.answer(ready, to: request, keeping: true, context: page)
    }
}
