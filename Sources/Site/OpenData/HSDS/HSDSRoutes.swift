import Catalogue
import Exchange
import Foundation
import Hummingbird

/// `/hsds`: the catalogue as human services data (HSDS 3.1).
struct HSDSRoutes: Sendable {
    let site: SiteEnvironment
    let kept = KeptHSDS()

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        router.get("hsds", use: root)
        router.get("hsds/openapi.json", use: description)
        router.get("hsds/datapackage.zip", use: archive)
        addLists(to: router)
        router.get("hsds/services/:id") { request, context in
            try await one(request, context) { hsds, uuid, _ in
                hsds.placeOfService(uuid).flatMap { hsds.service(hsds.services[$0], .full) }
            }
        }
        router.get("hsds/organizations/:id") { request, context in
            try await one(request, context, allowing: [.fullService]) { hsds, uuid, query in
                hsds.placeOfOrganisation(uuid).flatMap {
                    hsds.organisation(hsds.organisations[$0], .full, servicesInFull: query.hasFullServices)
                }
            }
        }
        router.get("hsds/service_at_locations/:id") { request, context in
            try await one(request, context) { hsds, uuid, _ in
                hsds.placeOfServiceAtLocation(uuid).flatMap {
                    hsds.serviceAtLocation(hsds.serviceAtLocations[$0], isFull: true)
                }
            }
        }
        router.get("hsds/taxonomies/:id") { request, context in
            try await one(request, context) { hsds, uuid, _ in hsds.taxonomy(uuid) }
        }
        router.get("hsds/taxonomy_terms/:id") { request, context in
            try await one(request, context) { hsds, uuid, _ in hsds.taxonomyTerm(uuid) }
        }
    }

    @Sendable private func root(_ request: Request, _: SiteRequestContext) -> Response {
        let page = page(for: request)
        let json = JSON.fields([
            "version": .text(HSDS.version), "profile": .text(HSDS.profile),
            "openapi_url": .text(page.addresses.site + "/hsds/openapi.json"),
            "datapackage_url": .text(page.addresses.site + "/hsds/datapackage.zip"),
            "license": .text(Licence.data.address),
        ])
        return site.open(json.bytes, "application/json", to: request, context: page)
    }

    @Sendable private func description(_ request: Request, _: SiteRequestContext) -> Response {
        let page = page(for: request)
        return site.open(
            HSDSDescription(site: page.addresses.site).json.bytes, "application/json", to: request, context: page)
    }

    @Sendable private func archive(_ request: Request, _: SiteRequestContext) async throws -> Response {
        let page = page(for: request)
        return try await kept.archive(of: page.snapshot, page.addresses).response(to: request)
    }

    /// One thing by its UUID.
    private func one(
        _ request: Request, _ context: SiteRequestContext, allowing known: [HSDSQuery.Parameter] = [],
        _ find: (HSDS, UUID, HSDSQuery) -> JSON?
    ) async throws -> Response {
        let page = page(for: request)
        let query: HSDSQuery
        do { query = try HSDSQuery(request.query, allowing: known) } catch { return problem(error, to: request) }
        let name = try context.step("id")
        let hsds = try await kept.data(of: page.snapshot, page.addresses)
        guard let uuid = UUID(uuidString: name), let json = find(hsds, uuid, query) else {
            return site.problem(.notFound, .hsdsProblemMissing, String(name.prefix(100)), to: request)
        }
        return site.open(json.bytes, "application/json", to: request, context: page)
    }

    func page(for request: Request) -> PageContext {
        site.context(for: request, edition: Edition(.en), address: .home)
    }

    func problem(_ fault: HSDSQuery.Fault, to request: Request) -> Response {
        switch fault {
        case .number(let name, let most):
            site.problem(.badRequest, .hsdsProblemNumber, name.rawValue, String(most), to: request)
        case .format: site.problem(.badRequest, .hsdsProblemFormat, to: request)
        case .flag(let name): site.problem(.badRequest, .hsdsProblemFlag, name.rawValue, to: request)
        case .date(let name): site.problem(.badRequest, .hsdsProblemDate, name.rawValue, to: request)
        case .uuid(let name): site.problem(.badRequest, .hsdsProblemUuid, name.rawValue, to: request)
        case .postcode: site.problem(.badRequest, .hsdsProblemPostcode, to: request)
        case .proximity: site.problem(.badRequest, .hsdsProblemProximity, to: request)
        case .unknown(let name, let known):
            site.problem(
                .badRequest, .hsdsProblemUnknown, String(name.prefix(100)),
                known.map(\.rawValue).joined(separator: ", "), to: request)
        case .twice(let name): site.problem(.badRequest, .hsdsProblemTwice, name.rawValue, to: request)
        }
    }
}
