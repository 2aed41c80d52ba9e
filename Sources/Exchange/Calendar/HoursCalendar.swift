import Catalogue

/// Opening hours as events of a calendar: the week that comes back without the days that differ, and those days.
///
/// Whoever looks into the calendar sees the same as ``Hours/state(at:)`` says.
package struct HoursCalendar: Sendable {
    private let hours: Hours
    private let days: ClosedRange<CivilDay>

    /// One event, of which the words are still to be found.
    package struct Part: Hashable, Sendable {
        package enum What: Hashable, Sendable {
            case open
            /// A public holiday, and no source says what happens on it.
            case uncertain
        }

        package let what: What
        /// Unique among the parts, and the same as long as the hours are.
        package let name: String
        package let day: CivilDay
        /// Nil: the whole day.
        package var times: ICalendar.Times?
        package var isDaily = false
    }

    /// - Parameter days: for which the calendar is made. Holidays can't be told for ever.
    package init(_ hours: Hours, in days: ClosedRange<CivilDay>) {
        self.hours = hours
        self.days = days
    }

    /// Empty where nothing certain is known.
    package var parts: [Part] {
        guard hours.hasRule else { return [] }
        if hours.always { return [Part(what: .open, name: "always", day: days.lowerBound, isDaily: true)] }
        return hours.weekly.compactMap(week) + exceptions.flatMap(openings) + uncertainDays
    }

    private func week(_ span: Hours.Span) -> Part? {
        let weekdays = Weekday.allCases.filter(span.days.contains)
        guard let first = all.first(where: { weekdays.contains($0.weekday) }) else { return nil }
        var times = ICalendar.Times(day: first, from: span.opens, until: span.closes)
        times.weekdays = weekdays
        times.last = days.upperBound
        let others = Set(exceptions.map(\.day))
        times.except = all.filter { day in
            weekdays.contains(day.weekday)
                && (others.contains(day) || (hours.holidays != .open && BelgianHolidays.contains(day)))
        }
        let name = weekdays.map(\.rawValue).joined() + "-\(span.opens)"
        return Part(what: .open, name: name, day: first, times: times)
    }

    private func openings(_ exception: (day: CivilDay, spans: [Hours.Span])) -> [Part] {
        exception.spans.map { span in
            Part(
                what: .open, name: "\(exception.day)-\(span.opens)", day: exception.day,
                times: ICalendar.Times(day: exception.day, from: span.opens, until: span.closes))
        }
    }

    /// Days on which it would be open, were they no public holidays.
    private var uncertainDays: [Part] {
        guard hours.holidays == .unverified else { return [] }
        let usual = Set(hours.weekly.flatMap(\.days))
        let others = Set(exceptions.map(\.day))
        return all.filter { usual.contains($0.weekday) && BelgianHolidays.contains($0) && !others.contains($0) }
            .map { Part(what: .uncertain, name: "\($0)", day: $0) }
    }

    /// Of two exceptions of one day the first counts.
    private var exceptions: [(day: CivilDay, spans: [Hours.Span])] {
        var seen: Set<CivilDay> = []
        return hours.exceptions.compactMap { exception in
            guard let day = exception.day.civilDay, days.contains(day), seen.insert(day).inserted else { return nil }
            return (day, exception.spans)
        }
    }

    private var all: some BidirectionalCollection<CivilDay> {
        (days.lowerBound.daysSinceEpoch...days.upperBound.daysSinceEpoch).lazy.map { CivilDay(daysSinceEpoch: $0) }
    }
}
