import Catalogue
import Editorial
import Search

/// Which entries to list, as the address says it.
struct EntryFilter: Hashable, Sendable {
    static let pageLength = 40
    static let longestText = 200

    /// How an entry stands.
    enum State: String, CaseIterable, Sendable {
        case drafts, due, aside, withdrawn
    }

    var text = ""
    var kind: Kind?
    /// Only those of the own organisation.
    var isOwn = false
    var state: State?
    /// From 1.
    var page = 1

    init() {}

    /// What makes no sense is left out.
    init(_ query: QueryItems) {
        text = String((query.first("q") ?? "").tidied.prefix(Self.longestText))
        kind = query.first("kind").flatMap { Kind(rawValue: $0) }
        isOwn = query.first("own") != nil
        state = query.first("state").flatMap { State(rawValue: $0) }
        page = min(max(1, query.first("page").flatMap { Int($0) } ?? 1), 10_000)
    }

    var query: QueryItems {
        var items: [QueryItem] = []
        if !text.isEmpty { items.append(QueryItem("q", text)) }
        if let kind { items.append(QueryItem("kind", kind.rawValue)) }
        if isOwn { items.append(QueryItem("own", "1")) }
        if let state { items.append(QueryItem("state", state.rawValue)) }
        if page > 1 { items.append(QueryItem("page", "\(page)")) }
        return QueryItems(items)
    }

    func at(page: Int) -> EntryFilter {
        var copy = self
        copy.page = page
        return copy
    }

    /// Whether an entry is among those that are looked for.
    func takes(_ line: EntryLine, own organisation: RecordID?) -> Bool {
        if let kind, line.record.kind != kind { return false }
        if isOwn, !(organisation.map { line.record.owners.contains($0) } ?? false) { return false }
        switch state {
        case nil: if line.record.withdrawn != nil, text.isEmpty { return false }
        case .drafts: if line.drafts.isEmpty { return false }
        case .due: if line.freshness == nil || line.freshness == .fresh { return false }
        case .aside: if line.record.setAside == nil { return false }
        case .withdrawn: if line.record.withdrawn == nil { return false }
        }
        return text.isEmpty || line.isCalled(text)
    }
}

/// An entry in the list: what is published, or what is in the making and not published yet.
struct EntryLine: Sendable {
    let record: Record
    /// Open drafts of it.
    var drafts: [Draft] = []
    /// Whether it wants to be checked; nil: not now.
    var freshness: FreshnessState?
    var isPublished = true

    /// Whether every word is in one of its titles or in its name.
    func isCalled(_ text: String) -> Bool {
        let names = record.title.languages.compactMap { record.title[$0] } + [record.id.description]
        let folded = names.map(\.folded)
        let words = text.folded.split(whereSeparator: \.isWhitespace)
        return folded.contains { name in words.allSatisfy { name.contains($0) } }
    }

    /// Everything that is in the catalogue or on its way there, by title.
    static func all(
        in catalogue: Catalogue, drafts: [Draft], due: [RecordID: FreshnessState], edition: Edition
    ) -> [EntryLine] {
        let byRecord = Dictionary(grouping: drafts, by: \.record.id)
        let published = (catalogue.records + catalogue.away.values).map { record in
            EntryLine(record: record, drafts: byRecord[record.id] ?? [], freshness: due[record.id])
        }
        let fresh = drafts.filter { $0.base == nil && catalogue.any($0.record.id) == nil }.map {
            EntryLine(record: $0.record, drafts: [$0], isPublished: false)
        }
        return (published + fresh).map { ($0, $0.record.title.text(for: edition)?.text.folded ?? "") }
            .sorted { ($0.1, $0.0.record.id) < ($1.1, $1.0.record.id) }.map(\.0)
    }
}
