/// Whether something is open at a moment, and what comes next.
package enum OpenState: Hashable, Sendable {
    case always
    /// Open; closes today at this minute (1440 is midnight).
    case open(until: Int)
    /// Closed; opens at this minute of this day, if that is known within two weeks.
    case closed(opens: BrusselsTime?)
    /// No source settles the hours.
    case unverified
    /// A public holiday, and no source says what happens on it.
    case holiday

    /// True, false, or nil where nobody knows.
    package var isOpen: Bool? {
        switch self {
        case .always, .open: true
        case .closed: false
        case .unverified, .holiday: nil
        }
    }
}

extension Hours {
    package func state(at now: BrusselsTime) -> OpenState {
        guard hasRule else { return .unverified }
        if always { return .always }
        guard let today = spans(on: now.day) else { return .holiday }
        if let span = today.first(where: { $0.opens <= now.minute && now.minute < $0.closes }) {
            return .open(until: span.closes)
        }
        return .closed(opens: nextOpening(after: now))
    }

    private func nextOpening(after now: BrusselsTime) -> BrusselsTime? {
        for offset in 0...14 {
            let day = now.day.adding(days: offset)
            let earliest = offset == 0 ? now.minute : -1
            // A holiday without known hours may open earlier: then what comes next is not known either.
            guard let spans = spans(on: day) else { return nil }
            if let opens = spans.map(\.opens).filter({ $0 > earliest }).min() {
                return BrusselsTime(day: day, minute: opens)
            }
        }
        return nil
    }

    /// The spans of one day; nil where a public holiday leaves them open.
    private func spans(on day: CivilDay) -> [Span]? {
        if let exception = exceptions.first(where: { $0.day.civilDay == day }) { return exception.spans }
        let usual = weekly.filter { $0.days.contains(day.weekday) }
        guard BelgianHolidays.contains(day), !usual.isEmpty else { return usual }
        switch holidays {
        case .open: return usual
        case .closed: return []
        case .unverified: return nil
        }
    }
}
