import Catalogue
import Foundation

/// The lines of one event.
struct CalendarEvent {
    private(set) var lines: [CalendarLine] = []

    mutating func add(_ line: CalendarLine) { if lines.count < 500 { lines.append(line) } }

    subscript(name: String) -> CalendarLine? { lines.first { $0.name == name } }

    func all(_ name: String) -> [CalendarLine] { lines.filter { $0.name == name } }
}

/// iCalendar (RFC 5545): its events.
struct CalendarReader {
    let reader: IncomingReader

    func read(_ data: Data, _ mediaType: String?, from address: String) throws(IncomingFault) -> IncomingPage {
        let lines = CalendarLine.all(in: try ReceivedText.decode(data, mediaType: mediaType))
        guard lines.first?.name == "BEGIN", lines.first?.value.trimmed.uppercased() == "VCALENDAR" else {
            throw IncomingFault(place: "the file", what: "it doesn't begin with BEGIN:VCALENDAR")
        }
        var events: [CalendarEvent] = []
        var calendar = CalendarEvent()
        var open: [String] = []
        for line in lines {
            switch line.name {
            case "BEGIN":
                open.append(line.value.trimmed.uppercased())
                if open.last == "VEVENT", events.count < PageBuilder.mostItems { events.append(CalendarEvent()) }
                guard open.count <= 16 else {
                    throw IncomingFault(place: "the file", what: "its parts lie more than 16 deep in each other")
                }
            case "END": _ = open.popLast()
            default:
                if open.last == "VEVENT", !events.isEmpty { events[events.count - 1].add(line) }
                if open == ["VCALENDAR"] { calendar.add(line) }
            }
        }
        return page(of: events, in: calendar)
    }

    private func page(of events: [CalendarEvent], in calendar: CalendarEvent) -> IncomingPage {
        // One edition of an event that comes back may be told apart: it belongs to the others.
        var order: [String] = []
        var changed: [String: [CalendarEvent]] = [:]
        var main: [String: CalendarEvent] = [:]
        for event in events {
            let id = event["UID"]?.text.trimmed ?? ""
            if main[id] == nil && changed[id] == nil { order.append(id) }
            if event["RECURRENCE-ID"] == nil, main[id] == nil {
                main[id] = event
            } else {
                changed[id, default: []].append(event)
            }
        }
        var page = PageBuilder()
        for id in order {
            let others = changed[id] ?? []
            guard let event = main[id] ?? others.first else { continue }
            page.add { () throws(IncomingFault) in try item(event, others, calendar) }
        }
        return page.page()
    }

    // MARK: Events

    private func item(
        _ event: CalendarEvent, _ others: [CalendarEvent], _ calendar: CalendarEvent
    ) throws(IncomingFault) -> Incoming {
        var draft = try IncomingDraft(key: event["UID"]?.text ?? "", reader: reader)
        draft.say(kind: .event)
        for line in event.all("SUMMARY") { draft.add(title: line.text, line.parameters["LANGUAGE"]) }
        for line in event.all("DESCRIPTION") { draft.add(summary: line.text, line.parameters["LANGUAGE"]) }
        for line in event.all("CATEGORIES") { for word in line.list { draft.add(word: word) } }
        for line in event.all("LOCATION") {
            for part in line.list { draft.add(word: part, in: [.territories]) }
        }
        if let name = event["ORGANIZER"]?.parameters["CN"] { draft.add(organisation: name) }
        addTimes(event, others, to: &draft)
        if event["STATUS"]?.value.uppercased() == "CANCELLED" { draft.set(\.status, "status", .ended) }
        let links = [event["URL"]?.value, draft.key].compactMap { $0?.trimmed }
        if let own = links.first(where: { WebAddress($0) != nil }) {
            draft.page = own
            draft.add(link: own)
        }
        let usual = [calendar["URL"]?.value, calendar["SOURCE"]?.value].compactMap { $0?.trimmed }
        draft.page = draft.page ?? usual.first { WebAddress($0) != nil }
        if RecordID(ofAddress: draft.key) != nil { draft.home = draft.key }
        return try draft.finished()
    }

    private func addTimes(_ event: CalendarEvent, _ others: [CalendarEvent], to draft: inout IncomingDraft) {
        let times = CalendarTimes(event)
        // The days that were told apart take the place of those of the rule.
        let moved = Set(others.compactMap { $0["RECURRENCE-ID"].flatMap { CalendarTimes.day($0) } })
        let kept = times.dates.filter { date in date.start.civilDay.map { !moved.contains($0) } ?? true }
        let held = others.prefix(CalendarTimes.mostDays).filter { $0["STATUS"]?.value.uppercased() != "CANCELLED" }
        let dates = Set(kept + held.compactMap { CalendarTimes($0).dates.first }).sorted { $0.start < $1.start }
        if !dates.isEmpty { draft.set(\.dates, "dates", Array(dates.prefix(CalendarTimes.mostDays))) }
        if times.isYearly { draft.set(\.yearly, "yearly", true) }
        if let recurrence = times.recurrence { draft.set(\.recurrence, "recurrence", recurrence) }
    }
}
