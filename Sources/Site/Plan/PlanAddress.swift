import Catalogue
import Guidance

extension PlanRequest {
    /// The plan in an address; nothing of it is kept anywhere else.
    package var query: [QueryItem] {
        var items = [QueryItem("for", setting.rawValue)]
        if let ages { items.append(QueryItem("age", "\(ages.from)-\(ages.to)")) }
        items += themes.map { QueryItem("theme", $0.description) }
        items.append(QueryItem("time", time.rawValue))
        if let language { items.append(QueryItem("language", language.rawValue)) }
        if let territory { items.append(QueryItem("territory", territory.description)) }
        items += Need.allCases.filter(needs.contains).map { QueryItem("need", $0.rawValue) }
        if !leftOut.isEmpty {
            items.append(QueryItem("without", leftOut.map(\.description).joined(separator: ",")))
        }
        if let start { items.append(QueryItem("from", start.description)) }
        return items
    }

    func changing(_ change: (inout PlanRequest) -> Void) -> PlanRequest {
        var copy = self
        change(&copy)
        return copy
    }
}

/// A plan as its address says it, and what of that makes no sense (any more).
package struct PlanReading: Sendable {
    /// Nil where nobody asked for a plan yet.
    package let request: PlanRequest?
    /// What was left out, as it stands in the address.
    package private(set) var ignored: [String] = []

    package init(_ query: QueryItems, in catalogue: Catalogue) {
        guard query.items.contains(where: { Self.names.contains($0.name) && !$0.value.isEmpty }) else {
            request = nil
            return
        }
        var ignored: [String] = []
        func value<Value>(_ name: String, _ make: (String) -> Value?) -> Value? {
            guard let text = query.first(name), !text.isEmpty else { return nil }
            if let value = make(text) { return value }
            ignored.append(text)
            return nil
        }
        func values<Value: Hashable>(_ name: String, most: Int, _ make: (String) -> Value?) -> [Value] {
            var found: [Value] = []
            for text in query.all(name).prefix(60) where !text.isEmpty {
                guard let value = make(text), !found.contains(value), found.count < most else {
                    ignored.append(text)
                    continue
                }
                found.append(value)
            }
            return found
        }
        func concept(_ vocabulary: VocabularyName) -> (String) -> ConceptID? {
            { ConceptID($0).flatMap { catalogue[vocabulary][$0] == nil ? nil : $0 } }
        }
        var plan = PlanRequest(setting: value("for") { PlanRequest.Setting(rawValue: $0) } ?? .family)
        plan.ages = value("age", SearchRequest.ages)
        plan.themes = values("theme", most: PlanRequest.mostThemes, concept(.themes))
        plan.time = value("time") { PlanRequest.Time(rawValue: $0) } ?? .month
        plan.language = value("language") { Language(rawValue: $0) }
        plan.territory = value("territory", concept(.territories))
        plan.needs = Set(
            values("need", most: PlanRequest.Need.allCases.count) { PlanRequest.Need(rawValue: $0) })
        plan.leftOut = Array(
            (query.first("without") ?? "").split(separator: ",").compactMap { RecordID($0) }
                .prefix(PlanRequest.mostLeftOut))
        plan.start = value("from") { PartialDate($0)?.civilDay }
        request = plan
        self.ignored = ignored.map { String($0.prefix(40)) }
    }

    private static let names: Set = ["for", "age", "theme", "time", "language", "territory", "need", "without", "from"]
}
