import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import Search

/// `/api/v1/search` and `/api/v1/suggest`.
struct SearchAPI: Sendable {
    static let mostResults = 100
    private static let mostSuggestedBytes = 1_900

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        API.search.addRoute(to: router, site, search)
        API.suggest.addRoute(to: router, site, suggest)
    }

    @Sendable private func search(_ question: APIQuestion) throws -> Response {
        let asked = SearchRequest(question.request.query)
        let answer = SearchAnswer(
            asked, limit: question.number("limit") ?? SearchRequest.pageLength,
            offset: question.number("offset") ?? 0, query: question.request.query, context: question.page)
        return try json(answer, typed: asked.text, to: question.request, context: question.page)
    }

    @Sendable private func suggest(_ question: APIQuestion) throws -> Response {
        let context = question.page
        let typed = String((question.first("q") ?? "").prefix(SearchRequest.longestText))
        let entries = context.snapshot.complete(typed, language: context.language, limit: 8)
        var answer = SuggestAnswer(suggestions: entries.map { .init(text: $0.text, kind: $0.kind, id: $0.id) })
        // Long names must not make a keystroke dear on a phone.
        while answer.bytes > Self.mostSuggestedBytes { answer.suggestions.removeLast() }
        return try json(answer, typed: typed, to: question.request, context: context)
    }

    /// `typed` is what a person typed; answers to it are not kept.
    private func json(
        _ answer: some Encodable, typed: String, to request: Request, context: PageContext
    ) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let page = ReadyPage(
            mediaType: "application/json", bytes: Array(try encoder.encode(answer)),
            freshness: typed.isEmpty ? .minute : .personal, isShared: true)
        return site.answer(page, to: request, keeping: true, context: context)
    }
}

/// The answer of `/api/v1/search` (DESIGN section 6).
package struct SearchAnswer: Encodable, Sendable {
    package struct Result: Encodable, Sendable {
        package let id: String
        package let kind: String
        package let title: String
        package let summary: String
        package let url: String
        package let score: Double
        package let why: [String]
        /// Every contribution to the score; for the command line, not for the API.
        package let explanation: [String]

        private enum CodingKeys: CodingKey { case id, kind, title, summary, url, score, why }
    }

    package let total: Int
    package let results: [Result]
    package let facets: [String: [String: Int]]
    package let suggestion: String?
    /// What the words gave away, if they ask for a person rather than a page.
    package let intents: [String]

    init(_ request: SearchRequest, limit: Int, offset: Int, query: QueryItems, context: PageContext) {
        let found = context.snapshot.search(request, language: context.language, now: context.now) { asked in
            asked.limit = limit
            asked.offset = offset
        }
        self.init(found, wanted: query.first("facets"), context: context)
    }

    /// The answer to a query on the command line.
    package init(_ text: String, language: Language, limit: Int, snapshot: Snapshot, settings: SiteSettings) {
        let context = PageContext(
            edition: Edition(language), snapshot: snapshot, now: BrusselsTime(Date()), address: .home,
            settings: settings)
        self.init(
            SearchRequest(text: text), limit: limit, offset: 0, query: QueryItems([]), context: context)
    }

    private init(_ found: Found, wanted: String?, context: PageContext) {
        let intents = found.intents
        let found = found.results
        let reasons = Reasons(context: context)
        self.intents = intents.map(\.id.description)
        total = found.total
        suggestion = found.suggestion
        results = found.hits.compactMap { hit in
            guard let record = Identifier(hit.id).flatMap({ context.catalogue[$0] }) else { return nil }
            return Result(
                id: hit.id, kind: record.kind.rawValue, title: record.title.text(for: context.edition)?.text ?? hit.id,
                summary: record.summary.text(for: context.edition)?.text ?? "",
                url: context.settings.publicAddress
                    + Address.record(record.kind, record.id).print(in: context.edition),
                score: (hit.score * 1_000).rounded() / 1_000, why: reasons.list(for: hit, record: record),
                explanation: Explanation(hit).lines)
        }
        let names = wanted.map { Set($0.split(separator: ",").map(String.init)) }
        facets = found.facets.filter { names?.contains($0.key) ?? true }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(total, forKey: .total)
        try container.encode(results, forKey: .results)
        try container.encode(facets, forKey: .facets)
        // Written as null where there is none: the contract names the field.
        try container.encode(suggestion, forKey: .suggestion)
    }

    private enum Keys: CodingKey { case total, results, facets, suggestion }
}

private struct SuggestAnswer: Encodable {
    struct Suggestion: Encodable {
        let text: String
        let kind: String
        let id: String
    }

    var suggestions: [Suggestion]

    /// About as long as it is when it is sent.
    var bytes: Int {
        suggestions.reduce(20) { $0 + $1.text.utf8.count + $1.kind.utf8.count + $1.id.utf8.count + 40 }
    }
}
