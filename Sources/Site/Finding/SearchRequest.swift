import Catalogue
import Search

/// Everything that a search page shows, as its address says it.
package struct SearchRequest: Hashable, Sendable {
    package static let longestText = 200
    package static let pageLength = 15
    /// What an offer in the reader's language counts beside one without any, and one in other languages only.
    private static let ownLanguage: Float = 2.4
    private static let otherLanguage: Float = 0.45

    /// The ways to narrow a search. The raw value is the name in addresses and of the facet in the index.
    package enum Facet: String, CaseIterable, Sendable {
        case kind, need, theme, audience, territory, language, format, cost
    }

    package enum Order: String, CaseIterable, Sendable {
        case relevance, title, newest
    }

    package var text = ""
    package var chosen: [Facet: [String]] = [:]
    package var ages: AgeRange?
    package var isOpenNow = false
    package var order: Order?
    /// Counted from 1.
    package var page = 1

    package init(text: String = "") { self.text = text }

    package init(_ facet: Facet, _ value: String) { chosen[facet] = [value] }

    /// Reads an address. What makes no sense is left out, so that an old or mistyped address still shows something.
    package init(_ query: QueryItems) {
        let typed = (query.first("q") ?? "").unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        text = String(
            String(String.UnicodeScalarView(typed)).split(separator: " ").joined(separator: " ").prefix(
                Self.longestText))
        for facet in Facet.allCases {
            var values: [String] = []
            for value in query.all(facet.rawValue).prefix(60) where Identifier(value) != nil && !values.contains(value)
            {
                values.append(value)
            }
            if !values.isEmpty { chosen[facet] = values }
        }
        ages = query.first("age").flatMap(Self.ages)
        isOpenNow = query.first("open") == "now"
        order = query.first("sort").flatMap(Order.init)
        page = min(max(1, query.first("page").flatMap { Int($0) } ?? 1), 10_000)
    }

    package var query: [QueryItem] {
        var items: [QueryItem] = []
        if !text.isEmpty { items.append(QueryItem("q", text)) }
        for facet in Facet.allCases { items += (chosen[facet] ?? []).map { QueryItem(facet.rawValue, $0) } }
        if let ages {
            items.append(QueryItem("age", ages.from == ages.to ? "\(ages.from)" : "\(ages.from)-\(ages.to)"))
        }
        if isOpenNow { items.append(QueryItem("open", "now")) }
        if let order { items.append(QueryItem("sort", order.rawValue)) }
        if page > 1 { items.append(QueryItem("page", String(page))) }
        return items
    }

    package func isChosen(_ value: String, in facet: Facet) -> Bool { chosen[facet]?.contains(value) ?? false }

    /// Whether anything narrows the search besides words.
    package var isNarrowed: Bool { !chosen.isEmpty || ages != nil || isOpenNow }

    package func without(_ value: String, in facet: Facet) -> SearchRequest {
        var copy = self
        copy.chosen[facet] = chosen[facet]?.filter { $0 != value }
        if copy.chosen[facet]?.isEmpty ?? true { copy.chosen[facet] = nil }
        copy.page = 1
        return copy
    }

    package func changing(_ change: (inout SearchRequest) -> Void) -> SearchRequest {
        var copy = self
        copy.page = 1
        change(&copy)
        return copy
    }

    /// `14` or `12-16`.
    static func ages(_ text: String) -> AgeRange? {
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        switch numbers.count {
        case 1: return numbers[0].flatMap { AgeRange(from: $0, to: $0) }
        case 2: return numbers[0].flatMap { from in numbers[1].flatMap { AgeRange(from: from, to: $0) } }
        default: return nil
        }
    }

    /// The question that this puts to the index for a reader of `language`.
    func query(for language: Language) -> Query {
        var query = Query(text, language: language.rawValue)
        for (facet, values) in chosen { query.filters[facet.rawValue] = Set(values) }
        query.preferences = [
            .init(
                facet: Facet.language.rawValue, values: [language.rawValue], hit: Self.ownLanguage,
                miss: Self.otherLanguage)
        ]
        query.namedFacets = [Facet.audience.rawValue]
        if let ages { query.spans[SearchDocument.ageSpan] = ages.from...ages.to }
        switch order ?? (text.isEmpty ? .title : .relevance) {
        case .relevance: query.order = nil
        case .title: query.order = SearchDocument.titleOrder(language)
        case .newest: query.order = SearchDocument.newestOrder
        }
        query.limit = Self.pageLength
        query.offset = (page - 1) * Self.pageLength
        return query
    }
}
