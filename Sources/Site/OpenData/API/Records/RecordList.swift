import Catalogue
import Exchange
import Foundation

/// The records that somebody asked for, in the order in which they changed.
struct RecordList: Sendable {
    static let usualLimit = 100
    static let mostAtOnce = 500

    private let log: ChangeLog
    private let filter: RecordFilter
    private let form: OpenRecord
    private let start: RecordCursor
    private let from: Date?
    private let hasDeleted: Bool

    init(_ question: APIQuestion) {
        log = question.page.snapshot.log
        filter = RecordFilter(question)
        form = OpenRecord(question.page)
        start = question.first("cursor").flatMap { RecordCursor($0) } ?? RecordCursor(after: 0)
        // Moments are told to the second; what happened within it belongs to it.
        from = question.moment("modified_after").map { moment in
            Date(timeIntervalSince1970: moment.date.timeIntervalSince1970.rounded(.down))
        }
        hasDeleted = question.first("deleted").map { $0 == "include" } ?? (from != nil)
    }

    struct Entry: Sendable {
        let revision: Int
        let json: JSON
    }

    /// Made one after another as they are asked for.
    var entries: some Sequence<Entry> {
        let (filter, form, hasDeleted) = (filter, form, hasDeleted)
        return log.after(start.revision, from: from).compactMap { change -> Entry? in
            let catalogue = form.catalogue
            if let record = catalogue[change.record] {
                return filter.holds(record) ? Entry(revision: change.revision, json: form.json(record, change)) : nil
            }
            guard hasDeleted, let gone = catalogue.away[change.record], filter.holds(gone) else { return nil }
            return Entry(revision: change.revision, json: form.trace(of: gone, change))
        }
    }

    /// Where to ask for what comes after all that is published now.
    var end: RecordCursor { RecordCursor(after: max(start.revision, log.changes.last?.revision ?? 0)) }

    /// A page of it.
    /// - Parameter limit: how many entries at most.
    /// - Returns: the entries, and where the next page begins; nil: there is none.
    func page(_ limit: Int) -> (entries: [JSON], next: RecordCursor?) {
        var taken: [Entry] = []
        for entry in entries {
            guard taken.count < limit else {
                return (taken.map(\.json), taken.last.map { RecordCursor(after: $0.revision) })
            }
            taken.append(entry)
        }
        return (taken.map(\.json), nil)
    }
}
