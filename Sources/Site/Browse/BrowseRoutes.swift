import Catalogue
import Hummingbird
import Search

/// Home, and the pages of records, themes, audiences, places and events.
struct BrowseRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get("/", use: pickLanguage)
        router.get(":lang", use: home)
        router.get(":lang/records/:id", use: recordByID)
        // Guides and routes have pages of their own shape.
        for kind in Kind.allCases where kind != .guide && kind != .route {
            router.get(":lang/\(kind.folder)/:id") { try record(kind, $0, $1) }
            if kind != .event { router.get(":lang/\(kind.folder)") { try all(of: kind, $0, $1) } }
        }
        router.get(":lang/themes", use: themes)
        router.get(":lang/themes/:id", use: theme)
        router.get(":lang/audiences/:id", use: audience)
        router.get(":lang/territories", use: territories)
        router.get(":lang/territories/:id", use: territory)
        router.get(":lang/events", use: events)
        router.get(":lang/news") { request, context in
            site.answer(
                NewsPage(context: site.context(for: request, edition: try context.edition, address: .news)),
                to: request)
        }
    }

    /// The only place where a language is picked for somebody.
    @Sendable private func pickLanguage(_ request: Request, _: SiteRequestContext) -> Response {
        let language = Language.preferred(in: request.headers[.acceptLanguage])
        var response = Response.redirect(to: Address.home.print(in: language), type: .found)
        response.headers[.vary] = "Accept-Language"
        response.headers[.cacheControl] = "no-cache"
        return response
    }

    @Sendable private func home(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        // A record by its id alone: the short address on paper.
        if let id = context.parameters.get("lang").flatMap({ RecordID($0) }), Edition(id.description) == nil,
            let record = site.snapshots.current.catalogue.any(id)
        {
            let language = Language.preferred(in: request.headers[.acceptLanguage])
            var response = Response.redirect(to: Address.record(record.kind, id).print(in: language), type: .found)
            response.headers[.vary] = "Accept-Language"
            return response
        }
        let page = HomePage(context: site.context(for: request, edition: try context.edition, address: .home))
        return site.answer(page, to: request)
    }

    /// Any record by its id alone; its own address may change with its kind.
    @Sendable private func recordByID(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let id = try context.identifier()
        let catalogue = site.snapshots.current.catalogue
        guard let known = catalogue.any(id) else { throw HTTPError(.notFound) }
        let page = site.context(for: request, edition: try context.edition, address: .record(known.kind, id))
        if let away = site.answer(inPlaceOf: id, page, to: request) { return away }
        return .redirect(to: page.link(page.address), type: .found)
    }

    private func record(_ kind: Kind, _ request: Request, _ context: SiteRequestContext) throws -> Response {
        let id = try context.identifier()
        let page = site.context(for: request, edition: try context.edition, address: .record(kind, id))
        if let away = site.answer(inPlaceOf: id, page, to: request) { return away }
        guard let record = page.catalogue[id] else { throw HTTPError(.notFound) }
        guard record.kind == kind else {
            return .redirect(to: page.link(.record(record.kind, record.id)), type: .found)
        }
        return site.answer(RecordPage(context: page, record: record), to: request)
    }

    private func all(of kind: Kind, _ request: Request, _ context: SiteRequestContext) throws -> Response {
        let address = Address.search(SearchRequest(.kind, kind.rawValue))
        return .redirect(to: address.print(in: try context.edition, carrying: Carried(request.query)), type: .found)
    }

    @Sendable private func themes(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        site.answer(
            ThemesPage(context: site.context(for: request, edition: try context.edition, address: .themes)),
            to: request)
    }

    @Sendable private func theme(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let (page, concept) = try concept(in: .themes, request, context) { .theme($0) }
        return site.answer(ThemePage(context: page, theme: concept), to: request)
    }

    @Sendable private func audience(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let (page, concept) = try concept(in: .audiences, request, context) { .audience($0) }
        return site.answer(AudiencePage(context: page, audience: concept), to: request)
    }

    @Sendable private func territories(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        site.answer(
            TerritoriesPage(context: site.context(for: request, edition: try context.edition, address: .territories)),
            to: request)
    }

    @Sendable private func territory(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let (page, concept) = try concept(in: .territories, request, context) { .territory($0) }
        return site.answer(TerritoryPage(context: page, place: concept), to: request)
    }

    @Sendable private func events(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        site.answer(
            EventsPage(context: site.context(for: request, edition: try context.edition, address: .events)),
            to: request)
    }

    private func concept(
        in vocabulary: VocabularyName, _ request: Request, _ context: SiteRequestContext,
        address: (ConceptID) -> Address
    ) throws -> (PageContext, Concept) {
        let id = try context.identifier()
        let page = site.context(for: request, edition: try context.edition, address: address(id))
        guard let concept = page.catalogue[vocabulary][id] else { throw HTTPError(.notFound) }
        return (page, concept)
    }
}
