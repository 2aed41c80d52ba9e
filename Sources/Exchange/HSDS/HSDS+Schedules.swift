import Catalogue
import Foundation

extension HSDS {
    /// When a service is to be had, as parts of recurrence rules (RFC 5545, section 3.3.10). Hours that no source settles
    /// are left out.
    func schedules(of record: Record) -> [JSON] {
        weekly(record) + exceptional(record) + dated(record) + sessions(record)
    }

    private func weekly(_ record: Record) -> [JSON] {
        guard let hours = record.contact?.hours, hours.hasRule else { return [] }
        let spans =
            hours.always
            ? [Hours.Span(days: Weekday.allCases, opens: 0, closes: 1_440)].compactMap { $0 } : hours.weekly
        return spans.map { span in
            let days = Weekday.allCases.filter(span.days.contains).map { $0.rawValue.uppercased() }
            return schedule(
                record, named: "\(days.joined())-\(span.opens)-\(span.closes)",
                [
                    "wkst": "MO", "freq": "WEEKLY", "interval": 1, "byday": .text(days.joined(separator: ",")),
                    "description": hours.always
                        ? "Day and night" : span.closes == 1_440 ? "Until midnight" : nil,
                    "opens_at": .text(clock(span.opens)), "closes_at": .text(clock(span.closes)),
                    "attending_type": .text(hours.applies?.attending),
                    "notes": hours.always ? nil : .text(notes(on: hours)),
                ])
        }
    }

    /// Days that differ from the week. HSDS has no days on which a rule doesn't hold, so that a day without hours says in
    /// words that it is closed.
    private func exceptional(_ record: Record) -> [JSON] {
        guard let hours = record.contact?.hours, hours.hasRule else { return [] }
        return hours.exceptions.flatMap { exception -> [JSON] in
            guard let day = exception.day.civilDay?.description else { return [] }
            guard !exception.spans.isEmpty else {
                return [
                    schedule(
                        record, named: day,
                        [
                            "valid_from": .text(day), "valid_to": .text(day),
                            "description": "Closed on this day, whatever the weekly hours say",
                        ])
                ]
            }
            return exception.spans.map { span in
                schedule(
                    record, named: "\(day)-\(span.opens)-\(span.closes)",
                    [
                        "valid_from": .text(day), "valid_to": .text(day), "dtstart": .text(day), "until": .text(day),
                        "description": "On this day, in the place of the weekly hours",
                        "opens_at": .text(clock(span.opens)), "closes_at": .text(clock(span.closes)),
                        "attending_type": .text(hours.applies?.attending),
                    ])
            }
        }
    }

    /// The editions of an event, where their days are known exactly.
    private func dated(_ record: Record) -> [JSON] {
        record.dates.compactMap { date -> JSON? in
            guard let start = date.start.civilDay?.description else { return nil }
            let end = date.end?.civilDay?.description ?? (date.end == nil ? start : nil)
            return schedule(
                record, named: "date=\(start)",
                [
                    "valid_from": .text(start), "valid_to": .text(end), "dtstart": .text(start),
                    "until": .text(end),
                ])
        }
    }

    private func sessions(_ record: Record) -> [JSON] {
        (record.lab?.sessions ?? []).compactMap { session -> JSON? in
            guard let day = session.day.civilDay?.description else { return nil }
            return schedule(
                record, named: "session=\(session.id)",
                [
                    "valid_from": .text(day), "valid_to": .text(day), "dtstart": .text(day), "until": .text(day),
                    "description": .text(session.place.flatMap(english)),
                    "opens_at": .text(session.from.map(clock)), "closes_at": .text(session.until.map(clock)),
                ])
        }
    }

    private func schedule(_ record: Record, named name: String, _ fields: KeyValuePairs<String, JSON?>) -> JSON {
        JSON.fields([
            "id": .text(uuid(record.id, "hours=" + name)), "service_id": .text(uuid(record.id)),
            // The field is a number of hours, which a zone with summer time has no single one of: it is that of winter, and
            // the next field says the whole truth.
            "timezone": 1, "timezone_name": "Europe/Brussels",
        ]).adding(fields)
    }

    private func notes(on hours: Hours) -> String {
        let holidays =
            switch hours.holidays {
            case .open: "Also on the legal public holidays of Belgium"
            case .closed: "Not on the legal public holidays of Belgium"
            case .unverified: "No source says what happens on the legal public holidays of Belgium"
            }
        return holidays + (hours.seen.map { ". As on a page of \($0)" } ?? "")
    }

    /// `HH:MM`. The midnight at the end of a day is a minute earlier: the field knows no 24:00.
    private func clock(_ minute: Int) -> String {
        BrusselsTime(day: CivilDay(daysSinceEpoch: 0), minute: min(minute, 1_439)).clock
    }
}

extension Hours.Applies {
    fileprivate var attending: String {
        switch self {
        case .phone: "By phone"
        case .email: "By e-mail"
        case .chat: "By chat"
        case .place: "In person"
        }
    }
}
