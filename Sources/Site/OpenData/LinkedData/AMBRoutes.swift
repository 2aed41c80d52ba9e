import Catalogue
import Exchange
import Hummingbird

/// `/amb/{id}.json` and `/amb.ndjson`: learning resources for the catalogues of schools in German (docs/open-data).
struct AMBRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get("amb.ndjson", use: all)
        router.get("amb/:name", use: one)
    }

    @Sendable private func all(_ request: Request, _: SiteRequestContext) -> Response {
        let page = site.context(for: request, edition: Edition(.nl), address: .home)
        let profile = profile(page)
        return site.stream("application/x-ndjson", to: request, context: page) { profile.lines }
    }

    @Sendable private func one(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let name = try context.step("name")
        guard name.hasSuffix(Self.ending), let id = RecordID(name.dropLast(Self.ending.count)) else {
            throw HTTPError(.notFound)
        }
        let page = site.context(for: request, edition: Edition(.nl), address: .home)
        switch page.catalogue.whereabouts(of: id) {
        case .here(let record):
            let language = request.query.first("lang").flatMap { Language(rawValue: $0) }
            guard let document = profile(page).document(record, in: language) else {
                return site.problem(.notFound, .problemNameNoLesson, id.description, to: request)
            }
            return site.open(document.bytes, "application/json", to: request, context: page)
        case .moved(let record):
            return .redirect(to: "/amb/\(record.id)\(Self.ending)", type: .permanent)
        case .withdrawn(let record, _), .setAside(let record): return site.problem(gone: record, to: request)
        case .unknown: return site.problem(.notFound, .problemNameUnknown, id.description, to: request)
        }
    }

    private static let ending = ".json"

    private func profile(_ page: PageContext) -> AMB {
        AMB(catalogue: page.catalogue, log: page.snapshot.log, addresses: page.addresses)
    }
}
