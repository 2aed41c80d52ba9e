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
        router.get("api/v1/search", use: search)
        router.get("api/v1/suggest", use: suggest)
    }

    @Sendable private func search(_ request: Request, _: SiteRequestContext) throws -> Response {
        let query = request.query
        guard let language = language(query) else { return Self.badLanguage.response }
        guard let limit = number("limit", in: query, otherwise: SearchRequest.pageLength, 0...Self.mostResults) else {
            return Problem(status: .badRequest, detail: "limit is a number from 0 to \(Self.mostResults)").response
        }
        guard let offset = number("offset", in: query, otherwise: 0, 0...1_000_000) else {
            return Problem(status: .badRequest, detail: "offset is a number from 0 on").response
        }
        let context = site.context(for: request, edition: Edition(language), address: .home)
        let asked = SearchRequest(query)
        let answer = SearchAnswer(asked, limit: limit, offset: offset, query: query, context: context)
        return try json(answer, typed: asked.text, to: request, context: context)
    }

    @Sendable private func suggest(_ request: Request, _: SiteRequestContext) throws -> Response {
        let query = request.query
        guard let language = language(query) else { return Self.badLanguage.response }
        let context = site.context(for: request, edition: Edition(language), address: .home)
        let typed = String((query.first("q") ?? "").prefix(SearchRequest.longestText))
        let entries = context.snapshot.complete(typed, language: language, limit: 8)
        var answer = SuggestAnswer(suggestions: entries.map { .init(text: $0.text, kind: $0.kind, id: $0.id) })
        // Long names must not make a keystroke dear on a phone.
        while answer.bytes > Self.mostSuggestedBytes { answer.suggestions.removeLast() }
        return try json(answer, typed: typed, to: request, context: context)
    }

    private static let badLanguage = Problem(status: .badRequest, detail: "lang is one of nl, fr, de, en")

    /// Dutch where none is asked; nil where the asked one is not ours.
    private func language(_ query: QueryItems) -> Language? {
        query.first("lang").map { Language(rawValue: $0) } ?? .nl
    }

    private func number(_ name: String, in query: QueryItems, otherwise: Int, _ range: ClosedRange<Int>) -> Int? {
        guard let text = query.first(name) else { return otherwise }
        return Int(text).flatMap { range.contains($0) ? $0 : nil }
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
