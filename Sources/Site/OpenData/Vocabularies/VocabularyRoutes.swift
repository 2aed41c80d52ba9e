import Catalogue
import Exchange
import HTTPTypes
import Hummingbird

/// `/vocabularies/{name}/{concept}`, the name of a concept on the web: it leads to a page or to statements. `.ttl` and
/// `.jsonld` behind a name are files.
struct VocabularyRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get("vocabularies") { request, _ in
            site.lead(from: "/vocabulary", to: .openData(.vocabularies), request)
        }
        for form in GraphForm.allCases {
            router.get("vocabulary.\(form.rawValue)") { request, _ in
                let page = page(request)
                return site.answer(page.skos.graph, as: form, to: request, page)
            }
        }
        router.get("vocabularies/:name", use: vocabulary)
        router.get("vocabularies/:name/:id", use: concept)
        router.get(":lang/vocabularies") { request, context in
            let page = site.context(for: request, edition: try context.edition, address: .openData(.vocabularies))
            return site.answer(VocabulariesPage(context: page), to: request)
        }
        router.get(":lang/vocabularies/:name", use: vocabularyPage)
        router.get(":lang/vocabularies/:name/:id", use: conceptPage)
    }

    // MARK: Names

    @Sendable private func vocabulary(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let (step, form) = GraphForm.split(try context.step("name"))
        guard let name = VocabularyName(rawValue: step), name.isPublic else {
            return unknown(step, request)
        }
        guard let form else {
            return site.lead(from: "/vocabularies/\(name.rawValue)", to: .openData(.vocabulary(name)), request)
        }
        let page = page(request)
        return site.answer(page.skos.graph(of: name), as: form, to: request, page)
    }

    @Sendable private func concept(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let vocabulary = try context.step("name")
        guard let name = VocabularyName(rawValue: vocabulary), name.isPublic else {
            return unknown(vocabulary, request)
        }
        let (step, form) = GraphForm.split(try context.step("id"))
        let page = page(request)
        guard let id = ConceptID(step), let graph = page.skos.graph(of: id, in: name) else {
            return site.problem(
                .notFound, .problemNoConcept, name.rawValue, String(step.prefix(100)), page.addresses.vocabulary(name),
                to: request)
        }
        guard let form else {
            return site.lead(
                from: "/vocabularies/\(name.rawValue)/\(id)", to: .openData(.concept(name, id)), request)
        }
        return site.answer(graph, as: form, to: request, page)
    }

    private func unknown(_ name: String, _ request: Request) -> Response {
        site.problem(
            .notFound, .problemNoVocabulary, String(name.prefix(100)),
            VocabularyName.published.map(\.rawValue).joined(separator: ", "), to: request)
    }

    private func page(_ request: Request) -> PageContext {
        site.context(for: request, edition: Edition(.en), address: .openData(.vocabularies))
    }

    // MARK: Pages

    @Sendable private func vocabularyPage(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let name = try name(context)
        let page = site.context(
            for: request, edition: try context.edition, address: .openData(.vocabulary(name)))
        return site.answer(VocabularyPage(context: page, name: name), to: request)
    }

    @Sendable private func conceptPage(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let name = try name(context)
        let id = try context.identifier()
        let page = site.context(
            for: request, edition: try context.edition, address: .openData(.concept(name, id)))
        guard let concept = page.catalogue[name][id] else { throw HTTPError(.notFound) }
        return site.answer(ConceptPage(context: page, name: name, concept: concept), to: request)
    }

    private func name(_ context: SiteRequestContext) throws -> VocabularyName {
        guard let name = VocabularyName(rawValue: try context.step("name")), name.isPublic else {
            throw HTTPError(.notFound)
        }
        return name
    }
}
