import Catalogue
import Foundation

/// A calendar in the iCalendar format (RFC 5545).
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
        package var place: String?
        package var isCancelled = false

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

    /// `made` is the day that the events are stamped with.
    package init(name: String, events: [Event], made: CivilDay) {
        self.name = name
        self.events = events
        self.made = made
    }

    package var text: String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Betternet//Betternet//EN", "CALSCALE:GREGORIAN"]
        lines.append("X-WR-CALNAME:" + Self.escape(name))
        for event in events {
            lines += ["BEGIN:VEVENT", "UID:" + Self.escape(event.id), "DTSTAMP:\(Self.date(made))T000000Z"]
            lines += Self.span(of: event)
            lines += ["SUMMARY:" + Self.escape(event.title), "DESCRIPTION:" + Self.escape(event.text)]
            if let place = event.place { lines.append("LOCATION:" + Self.escape(place)) }
            if let address = event.address { lines.append("URL:" + address) }
            if event.isCancelled { lines.append("STATUS:CANCELLED") }
            // Whole days leave the day free for other things.
            lines += ["TRANSP:" + (event.begins == nil ? "TRANSPARENT" : "OPAQUE"), "END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        return lines.map(Self.fold).joined(separator: "\r\n") + "\r\n"
    }

    private static func span(of event: Event) -> [String] {
        guard let begins = event.begins else {
            return [
                "DTSTART;VALUE=DATE:" + date(event.first),
                // The end is the day after the last (RFC 5545, section 3.6.1).
                "DTEND;VALUE=DATE:" + date(event.last.adding(days: 1)),
            ]
        }
        return ["DTSTART:" + moment(begins)] + (event.ends.map { ["DTEND:" + moment($0)] } ?? [])
    }

    private static func date(_ day: CivilDay) -> String { day.description.filter { $0 != "-" } }

    /// In universal time, so that no table of time zones is needed (section 3.3.5).
    private static func moment(_ date: Date) -> String {
        date.formatted(.iso8601).filter { !"-:".contains($0) }
    }

    /// Section 3.3.11.
    private static func escape(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "")
    }

    /// Lines are at most 75 bytes; a longer one goes on after a line end and a space, never inside a letter (3.1).
    private static func fold(_ line: String) -> String {
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
