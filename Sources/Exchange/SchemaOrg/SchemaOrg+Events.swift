import Catalogue

// Events. One without a date is no event to schema.org: it is then told as a thing whose kind says what it is.
extension SchemaOrg {
    func event(_ record: Record) -> JSON {
        guard let date = date(of: record) else {
            return thing(
                ["Thing"], record,
                ["additionalType": voice == .all ? nil : ConceptID(record.kind.rawValue).map(kind)])
        }
        let session = record.lab?.sessions.first { $0.day == date.start }
        return thing(
            ["Event"], record,
            [
                "startDate": .text(date.start.description + Self.clock(session?.from)),
                "endDate": .text(end(of: date, session)),
                "eventSchedule": record.recurrence.map(schedule),
                "location": session?.place.map { ["@type": "Place", "name": words($0) ?? .null] },
                "organizer": organisations(record.organisations),
                "inLanguage": languages(record.languages), "about": terms(record.themes, in: .themes),
                "audience": audience(record), "typicalAgeRange": ages(record),
                "isAccessibleForFree": isFree(record),
            ])
    }

    /// The edition that is to come or goes on, else the one that was last.
    private func date(of record: Record) -> EventDate? {
        let sessions = (record.lab?.sessions ?? []).map { EventDate(start: $0.day, end: nil) }
        let editions = record.editions(around: day.year)
        let all = (editions.isEmpty ? sessions : editions).sorted { $0.start < $1.start }
        let last = all.last { $0.start.lastDay <= day } ?? all.last
        guard record.status != .ended else { return last }
        return all.first { ($0.end ?? $0.start).lastDay >= day } ?? last
    }

    private func end(of date: EventDate, _ session: Lab.Session?) -> String? {
        guard let end = date.end else { return session?.until.map { date.start.description + Self.clock($0) } }
        return end.description
    }

    /// Every year on a day that follows from the calendar (RFC 5545, section 3.3.10: `2TU`).
    private func schedule(_ recurrence: Recurrence) -> JSON {
        [
            "@type": "Schedule", "repeatFrequency": "P1Y", "byMonth": .number(recurrence.month),
            "byDay": .text("\(recurrence.ordinal)\(recurrence.weekday.rawValue.uppercased())"),
            "scheduleTimezone": "Europe/Brussels",
        ]
    }

    private func kind(_ id: ConceptID) -> JSON { .text(addresses.concept(id, in: .kinds)) }

    /// On the clocks of Belgium, as schema.org wants a local time: `T14:00`.
    private static func clock(_ minutes: Int?) -> String {
        minutes.map { "T" + BrusselsTime(day: CivilDay(daysSinceEpoch: 0), minute: min($0, 1_439)).clock } ?? ""
    }
}
