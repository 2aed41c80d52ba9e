import Catalogue
import Mapping

/// What a reader of the gaps chose: weights, and which gaps.
package struct GapRequest: Hashable, Sendable {
    /// A number that can be set in the address.
    struct Dial: Sendable {
        let name: String
        let path: any WritableKeyPath<GapWeights, Int> & Sendable
        let most: Int
    }

    package var weights = GapWeights()
    package var theme: ConceptID?
    package var audience: ConceptID?
    package var place: ConceptID?
    package var language: Language?
    /// Counted from 1.
    package var page = 1

    static let pageLength = 20
    /// Further gaps are in the table for spreadsheets only.
    static let mostListed = 100
    /// Names that don't clash with those of the choices.
    static let needDials = zip(["w-theme", "w-audience", "w-people", "w-searches", "w-guides"], GapWeights.needs)
        .map { Dial(name: $0, path: $1, most: GapWeights.mostNeed) }
    static let worthDials = zip(["unverified", "not-free", "online-only", "wider"], GapWeights.worths)
        .map { Dial(name: $0, path: $1, most: GapWeights.mostWorth) }

    package init() {}

    /// Reads an address. What makes no sense is left out; a weight beyond its bounds is taken at them.
    package init(_ query: QueryItems) {
        for dial in Self.needDials + Self.worthDials {
            guard let number = query.first(dial.name).flatMap({ Int($0) }) else { continue }
            weights[keyPath: dial.path] = min(max(number, 0), dial.most)
        }
        theme = query.first("theme").flatMap { ConceptID($0) }
        audience = query.first("audience").flatMap { ConceptID($0) }
        place = query.first("territory").flatMap { ConceptID($0) }
        language = query.first("language").flatMap(Language.init)
        page = min(max(1, query.first("page").flatMap { Int($0) } ?? 1), 10_000)
    }

    var query: [QueryItem] {
        var items: [QueryItem] = []
        if let theme { items.append(QueryItem("theme", theme.description)) }
        if let audience { items.append(QueryItem("audience", audience.description)) }
        if let place { items.append(QueryItem("territory", place.description)) }
        if let language { items.append(QueryItem("language", language.rawValue)) }
        let usual = GapWeights()
        for dial in Self.needDials + Self.worthDials where weights[keyPath: dial.path] != usual[keyPath: dial.path] {
            items.append(QueryItem(dial.name, String(weights[keyPath: dial.path])))
        }
        if page > 1 { items.append(QueryItem("page", String(page))) }
        return items
    }

    func isWanted(_ unit: GapUnit) -> Bool {
        (theme.map { $0 == unit.theme } ?? true) && (audience.map { $0 == unit.audience } ?? true)
            && (place.map { $0 == unit.place } ?? true) && (language.map { $0 == unit.language } ?? true)
    }

    func at(page: Int) -> GapRequest {
        var copy = self
        copy.page = page
        return copy
    }
}
