import Catalogue
import Foundation

/// A calendar in the iCalendar format (RFC 5545; RFC 7986 for what it says of itself).
package struct ICalendar: Sendable {
    package static let mediaType = "text/calendar; charset=utf-8"

    package struct Event: Sendable {
        /// The same for ever and everywhere: calendars know by it that they have the event already.
        package let id: String
        package let first: CivilDay
        package let last: CivilDay
        package let title: String
        package let text: String
        package let address: String?
        /// The moments at which it begins and ends, where it doesn't last whole days.
        package var begins: Date?
        package var ends: Date?
        /// Or the times of the day, by the clocks of Belgium.
        package var times: Times?
        /// Whether it comes back every day.
        package var isDaily = false
        package var place: String?
        package var categories: [String] = []
        package var isCancelled = false
        /// When it was first published, and when what is said of it changed last.
        package var created: Date?
        package var changed: Date?

        package init(id: String, first: CivilDay, last: CivilDay, title: String, text: String, address: String?) {
            self.id = id
            self.first = first
            self.last = last
            self.title = title
            self.text = text
            self.address = address
        }
    }

    private let name: String
    private let events: [Event]
    private let made: CivilDay
    /// A page that says the same to people.
    package var address: String?
    /// Where it stands, for calendars that look again every day.
    package var ownAddress: String?

    /// `made` is the day that the events are stamped with, where nobody knows when they changed.
    package init(name: String, events: [Event], made: CivilDay) {
        self.name = name
        self.events = events
        self.made = made
    }

    package var text: String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Betternet//Betternet//EN", "CALSCALE:GREGORIAN"]
        lines += ["NAME:" + Self.escape(name), "X-WR-CALNAME:" + Self.escape(name)]
        if let address { lines.append("URL:" + address) }
        if let ownAddress {
            lines += [
                "SOURCE;VALUE=URI:" + ownAddress, "REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D",
            ]
        }
        // A calendar without anything in it is none (section 3.6).
        if events.isEmpty || events.contains(where: { $0.times != nil }) { lines += Times.zone }
        for event in events { lines += self.lines(of: event) }
        lines.append("END:VCALENDAR")
        return lines.map(Self.fold).joined(separator: "\r\n") + "\r\n"
    }

    private func lines(of event: Event) -> [String] {
        let stamp = event.changed.map(Self.moment) ?? "\(Self.date(made))T000000Z"
        var lines = ["BEGIN:VEVENT", "UID:" + Self.escape(event.id), "DTSTAMP:" + stamp]
        if let created = event.created { lines.append("CREATED:" + Self.moment(created)) }
        if let changed = event.changed { lines.append("LAST-MODIFIED:" + Self.moment(changed)) }
        lines += Self.span(of: event)
        lines += ["SUMMARY:" + Self.escape(event.title), "DESCRIPTION:" + Self.escape(event.text)]
        if let place = event.place { lines.append("LOCATION:" + Self.escape(place)) }
        if let address = event.address { lines.append("URL:" + address) }
        if !event.categories.isEmpty {
            lines.append("CATEGORIES:" + event.categories.map(Self.escape).joined(separator: ","))
        }
        if event.isCancelled { lines.append("STATUS:CANCELLED") }
        let lastsWholeDays = event.begins == nil && event.times == nil
        // Whole days leave the day free for other things.
        return lines + ["TRANSP:" + (lastsWholeDays ? "TRANSPARENT" : "OPAQUE"), "END:VEVENT"]
    }

    private static func span(of event: Event) -> [String] {
        if let times = event.times { return times.lines }
        guard let begins = event.begins else {
            return [
                "DTSTART;VALUE=DATE:" + date(event.first),
                // The end is the day after the last (RFC 5545, section 3.6.1).
                "DTEND;VALUE=DATE:" + date(event.last.adding(days: 1)),
            ] + (event.isDaily ? ["RRULE:FREQ=DAILY"] : [])
        }
        return ["DTSTART:" + moment(begins)] + (event.ends.map { ["DTEND:" + moment($0)] } ?? [])
    }

    static func date(_ day: CivilDay) -> String { day.description.filter { $0 != "-" } }

    /// In universal time, so that no table of time zones is needed (section 3.3.5).
    static func moment(_ date: Date) -> String {
        date.formatted(.iso8601).filter { !"-:".contains($0) }
    }

    /// Section 3.3.11. Control characters have no place in a text.
    private static func escape(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
        return String(String.UnicodeScalarView(escaped.unicodeScalars.filter { $0 >= " " && $0 != "\u{7F}" }))
    }

    /// Lines are at most 75 bytes; a longer one goes on after a line end and a space, never inside a letter (3.1).
    private static func fold(_ line: String) -> String {
        if line.utf8.count <= 75 { return line }
        var result = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if length + size > 75 {
                result += "\r\n "
                length = 1
            }
            result.unicodeScalars.append(scalar)
            length += size
        }
        return result
    }
}
