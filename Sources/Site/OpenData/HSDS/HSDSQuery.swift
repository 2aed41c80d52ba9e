import Catalogue
import Exchange
import Foundation

/// What a request to a list of the human services data asks for.
struct HSDSQuery: Sendable {
    enum Parameter: String, CaseIterable, Sendable {
        case search, page
        case perPage = "per_page"
        case format
        case term = "taxonomy_term_id"
        case taxonomy = "taxonomy_id"
        case organisation = "organization_id"
        case modifiedAfter = "modified_after"
        case minimal, full
        case fullService = "full_service"
        case postcode, proximity
        case topOnly = "top_only"
        case parent = "parent_id"
        /// Ours: go on behind the thing with this id. Nothing is skipped when things come or go meanwhile.
        case after
        /// Ours: in which language faults are told.
        case language = "lang"
    }

    /// What is wrong with a request.
    enum Fault: Error, Hashable {
        case number(Parameter, most: Int)
        case format
        case flag(Parameter)
        case date(Parameter)
        case uuid(Parameter)
        case postcode
        /// Nobody knows where a place lies.
        case proximity
        case unknown(String, known: [Parameter])
        case twice(Parameter)
    }

    static let usualPerPage = 50
    static let mostPerPage = 500
    /// Where only names and moments are told, a page may be as long as most catalogues.
    static let mostMinimal = 10_000

    var search: String?
    var page = 1
    var perPage = usualPerPage
    var isStream = false
    var term: UUID?
    var taxonomy: UUID?
    var organisation: UUID?
    var modifiedAfter: Date?
    var isMinimal = false
    var isFull = false
    var hasFullServices = false
    var postcode: Postcode?
    var isTopOnly = false
    var parent: UUID?
    var after: UUID?

    private let given: [Parameter: String]

    init(_ items: QueryItems, allowing known: [Parameter]) throws(Fault) {
        let known = known + [.language]
        var given: [Parameter: String] = [:]
        for item in items.items {
            guard let parameter = Parameter(rawValue: item.name), known.contains(parameter) else {
                throw .unknown(item.name, known: known)
            }
            guard given.updateValue(item.value, forKey: parameter) == nil else { throw .twice(parameter) }
        }
        self.given = given
        isMinimal = try flag(.minimal)
        isFull = try flag(.full)
        hasFullServices = try flag(.fullService)
        isTopOnly = try flag(.topOnly)
        search = given[.search].flatMap { $0.isEmpty ? nil : String($0.prefix(SearchRequest.longestText)) }
        let most = isMinimal ? Self.mostMinimal : Self.mostPerPage
        page = try number(.page, most: 1_000_000) ?? page
        perPage = try number(.perPage, most: most) ?? (isMinimal ? Self.mostMinimal : perPage)
        term = try uuid(.term)
        taxonomy = try uuid(.taxonomy)
        organisation = try uuid(.organisation)
        parent = try uuid(.parent)
        after = try uuid(.after)
        switch given[.format] {
        case nil, "json": break
        case "ndjson": isStream = true
        default: throw .format
        }
        if let text = given[.modifiedAfter] {
            guard let date = Self.moment(text) else { throw .date(.modifiedAfter) }
            modifiedAfter = date
        }
        if let text = given[.postcode] {
            guard let postcode = Postcode(text) else { throw .postcode }
            self.postcode = postcode
        }
        if given[.proximity] != nil { throw .proximity }
    }

    /// The same request, going on behind the thing with this id.
    func following(_ uuid: UUID) -> QueryItems {
        var next = given
        next[.page] = nil
        next[.after] = uuid.lowercased
        return QueryItems(
            Parameter.allCases.compactMap { name in next[name].map { QueryItem(name.rawValue, $0) } })
    }

    private func flag(_ name: Parameter) throws(Fault) -> Bool {
        switch given[name] {
        case nil, "false": false
        case "true": true
        default: throw .flag(name)
        }
    }

    private func number(_ name: Parameter, most: Int) throws(Fault) -> Int? {
        guard let text = given[name] else { return nil }
        guard let number = Int(text), (1...most).contains(number) else { throw .number(name, most: most) }
        return number
    }

    private func uuid(_ name: Parameter) throws(Fault) -> UUID? {
        guard let text = given[name] else { return nil }
        guard let uuid = UUID(uuidString: text) else { throw .uuid(name) }
        return uuid
    }

    /// A day (its midnight at Greenwich), or a moment with its difference from Greenwich or none.
    private static func moment(_ text: String) -> Date? {
        if let day = PartialDate(text)?.civilDay {
            return Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400)
        }
        // A plus sign in an address is a space to those who decode it.
        let text = text.replacing(" ", with: "+")
        let styles = [
            Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true),
        ]
        for style in styles {
            if let date = (try? style.parse(text)) ?? (try? style.parse(text + "Z")) { return date }
        }
        return nil
    }
}
