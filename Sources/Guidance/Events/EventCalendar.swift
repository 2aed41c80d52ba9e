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
        editions(of: event, around: today.year).filter { $0.lastDay.map { $0 < today } ?? true }.last
    }

    package func next(of event: Record, after today: CivilDay) -> Edition? {
        guard event.status != .ended else { return nil }
        let dates = editions(of: event, around: today.year)
        return dates.first { $0.lastDay.map { $0 >= today } ?? false }.map { Edition(event: event, date: $0) }
    }

    /// What the catalogue says of a year comes before what the calendar says of it.
    private func editions(of event: Record, around year: Int) -> [EventDate] {
        var dates = event.dates
        if let recurrence = event.recurrence {
            for year in year - 1...year + 1 where !event.dates.contains(where: { $0.start.year == year }) {
                if let day = PartialDate(recurrence.day(in: year).description) {
                    dates.append(EventDate(start: day, end: nil))
                }
            }
        }
        return dates.sorted { $0.start < $1.start }
    }
}

extension EventDate {
    /// The last day of it, where the catalogue is exact to the day.
    package var lastDay: CivilDay? { (end ?? start).civilDay }
}
