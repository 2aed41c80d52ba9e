import Catalogue
import Exchange
import HTTPTypes
import Hummingbird
import Search

/// How browsers and other programs search here (OpenSearch), and what they suggest while somebody types.
struct SearchDescriptionRoutes: Sendable {
    private static let mostSuggestions = 8

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get("opensearch.xml", use: pickLanguage)
        router.get(":lang/opensearch.xml", use: description)
        router.get(":lang/suggestions.json", use: suggestions)
    }

    @Sendable private func pickLanguage(_ request: Request, _: SiteRequestContext) -> Response {
        let language = Language.preferred(in: request.headers[.acceptLanguage])
        var response = Response.redirect(to: Address.searchDescription.print(in: language), type: .found)
        response.headers[.vary] = "Accept-Language"
        return response
    }

    @Sendable private func description(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .searchDescription)
        func template(_ address: Address) -> String { page.absolute(address) + "?q={searchTerms}" }
        let description = OpenSearchDescription(
            name: page.texts(.siteName), longName: page.texts(.siteName), description: page.texts(.homeDescription),
            language: page.edition.description, ownAddress: page.absolute(.searchDescription),
            picture: page.settings.publicAddress + Asset.icon.path,
            ways: [
                .init(mediaType: "text/html", template: template(.search(SearchRequest()))),
                .init(mediaType: "application/atom+xml", template: template(.feed(.search(SearchRequest())))),
                .init(
                    mediaType: "application/x-suggestions+json", relation: "suggestions",
                    template: template(.searchSuggestions)),
            ],
            attribution: "\(page.texts(.siteName)), \(Licence.data.name)")
        return site.open(
            description.bytes, OpenSearchDescription.mediaType, to: request, context: page,
            language: page.edition.description)
    }

    /// The words that were typed, completions of them, what each of those is, and where it leads.
    @Sendable private func suggestions(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .searchSuggestions)
        let typed = SearchRequest(request.query).text
        let found = page.snapshot.complete(typed, language: page.language, limit: Self.mostSuggestions)
        let json: JSON = [
            .text(typed), .list(found.map { .text($0.text) }),
            .list(found.map { .text(Kind(rawValue: $0.kind).map { page.label($0) } ?? "") }),
            .list(found.map { .text(page.absolute(.search(SearchRequest(text: $0.text)))) }),
        ]
        return site.open(
            json.bytes, "application/x-suggestions+json", to: request, context: page,
            language: page.edition.description, freshness: typed.isEmpty ? .snapshot : .personal)
    }
}
