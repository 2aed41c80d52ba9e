import Catalogue

/// Dates as they come back from a spreadsheet, and as people write them into a form.
package enum CellDate {
    /// Between the first and the last day; a slash would make a spreadsheet think of a date.
    static let until = ".."

    static func cell(_ date: EventDate) -> String {
        date.start.description + (date.end.map { until + $0.description } ?? "")
    }

    static func eventDate(_ text: String) -> EventDate? {
        let parts = text.split(separator: until, omittingEmptySubsequences: false).map { date(String($0).trimmed) }
        guard (1...2).contains(parts.count), let start = parts[0] else { return nil }
        guard parts.count == 2 else { return EventDate(start: start, end: nil) }
        return parts[1].map { EventDate(start: start, end: $0) }
    }

    /// `2027`, `2027-02` and `2027-02-09`, and the day first as spreadsheets in Belgium show it: `9/02/2027`,
    /// `09.02.2027`. Nil for anything else; `2/23/2027` is nothing here.
    package static func date(_ text: String) -> PartialDate? {
        if let date = PartialDate(text) { return date }
        let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        guard parts.count == 3, parts[2].count == 4, parts.prefix(2).allSatisfy({ (1...2).contains($0.count) }),
            parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
        else { return nil }
        let (day, month) = (
            parts[0].count == 1 ? "0" + parts[0] : parts[0], parts[1].count == 1 ? "0" + parts[1] : parts[1]
        )
        return PartialDate("\(parts[2])-\(month)-\(day)")
    }
}
