import Catalogue

/// When events are: on the dates that the catalogue has, and on those that follow from the calendar.
package struct EventCalendar: Sendable {
    package struct Edition: Hashable, Sendable {
        package let event: Record
        package let date: EventDate
    }

    private let events: [Record]

    package init(_ catalogue: Catalogue) { events = catalogue.records.filter { $0.kind == .event } }

    /// The editions that are still to come or go on today, soonest first; one of each event.
    package func coming(after today: CivilDay) -> [Edition] {
        events.compactMap { next(of: $0, after: today) }.sorted {
            ($0.date.start, $0.event.id) < ($1.date.start, $1.event.id)
        }
    }

    /// The newest edition that is over: of events with a date.
    package func latest(of event: Record, before today: CivilDay) -> EventDate? {
        event.editions(around: today.year).filter { $0.lastDay.map { $0 < today } ?? true }.last
    }

    package func next(of event: Record, after today: CivilDay) -> Edition? {
        guard event.status != .ended else { return nil }
        let dates = event.editions(around: today.year)
        return dates.first { $0.lastDay.map { $0 >= today } ?? false }.map { Edition(event: event, date: $0) }
    }
}
