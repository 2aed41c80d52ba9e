import Catalogue
import Foundation
import Testing

@testable import Exchange

@Suite struct ICalendarTests {
    private let day = CivilDay(year: 2027, month: 2, day: 9)

    private func calendar(title: String, text: String = "") -> String {
        let event = ICalendar.Event(
            id: "step-1@example", first: day, last: day, title: title, text: text, address: "https://example.be/nl/")
        return ICalendar(name: "Plan", events: [event], made: day).text
    }

    @Test func aDayEndsOnTheNext() {
        let text = calendar(title: "Safer Internet Day")
        #expect(text.contains("DTSTART;VALUE=DATE:20270209\r\nDTEND;VALUE=DATE:20270210\r\n"))
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test func textStaysText() {
        let text = calendar(title: "a, b; c\\d\nEND:VEVENT")
        #expect(text.contains("SUMMARY:a\\, b\\; c\\\\d\\nEND:VEVENT\r\n"))
        #expect(text.split(separator: "\r\n").count { $0 == "END:VEVENT" } == 1)
    }

    @Test func noLineIsLongerThanItMayBe() {
        let text = calendar(title: String(repeating: "é", count: 200), text: String(repeating: "🚲 ", count: 90))
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        let unfolded = text.replacing("\r\n ", with: "")
        #expect(unfolded.contains("SUMMARY:" + String(repeating: "é", count: 200) + "\r\n"))
    }

    @Test func whatHasHoursStandsInUniversalTime() {
        var event = ICalendar.Event(id: "m@example", first: day, last: day, title: "Lab", text: "", address: nil)
        event.begins = Date(timeIntervalSince1970: 1_802_178_000)
        event.ends = Date(timeIntervalSince1970: 1_802_185_200)
        event.place = "Brussel, zaal 2"
        event.isCancelled = true
        let text = ICalendar(name: "B", events: [event], made: day).text
        #expect(text.contains("DTSTART:20270209T130000Z\r\nDTEND:20270209T150000Z\r\n"))
        #expect(text.contains("LOCATION:Brussel\\, zaal 2\r\n"))
        #expect(text.contains("STATUS:CANCELLED\r\nTRANSP:OPAQUE\r\n"))
        #expect(!text.contains("VALUE=DATE"))
    }
}
