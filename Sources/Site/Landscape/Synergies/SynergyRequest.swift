import Catalogue
import Mapping

/// Which groups of offers that are alike a reader wants to see.
package struct SynergyRequest: Hashable, Sendable {
    package var theme: ConceptID?
    package var suggestion: SynergySuggestion?
    /// Counted from 1.
    package var page = 1

    static let pageLength = 10

    package init(theme: ConceptID? = nil, suggestion: SynergySuggestion? = nil) {
        self.theme = theme
        self.suggestion = suggestion
    }

    /// Reads `theme=sexting&do=translate&page=2`; what makes no sense is left out.
    package init(_ query: QueryItems) {
        self.init(
            theme: query.first("theme").flatMap { ConceptID($0) },
            suggestion: query.first("do").flatMap { SynergySuggestion(rawValue: $0) })
        page = min(max(1, query.first("page").flatMap { Int($0) } ?? 1), 10_000)
    }

    var query: [QueryItem] {
        var items: [QueryItem] = []
        if let theme { items.append(QueryItem("theme", theme.description)) }
        if let suggestion { items.append(QueryItem("do", suggestion.rawValue)) }
        if page > 1 { items.append(QueryItem("page", String(page))) }
        return items
    }

    /// Whether it is a part of the groups only.
    var isChoice: Bool { theme != nil || suggestion != nil }

    func at(page: Int) -> SynergyRequest {
        var other = self
        other.page = page
        return other
    }

    /// The groups that fit, with the number of each among all of them, from 1.
    func groups(of synergies: Synergies) -> [(number: Int, group: SynergyGroup)] {
        synergies.groups.enumerated().filter { $0.element.fits(theme: theme, suggestion: suggestion) }
            .map { ($0.offset + 1, $0.element) }
    }
}
