import Catalogue
import Foundation
import Testing

@testable import Exchange

@Suite struct HoursCalendarTests {
    private let year = CivilDay(year: 2027, month: 1, day: 1)...CivilDay(year: 2027, month: 12, day: 31)

    /// Whether the calendar has something open at a moment.
    private func isOpen(_ parts: [HoursCalendar.Part], at now: BrusselsTime) -> Bool {
        parts.contains { part in
            guard part.what == .open else { return false }
            guard let times = part.times else { return part.isDaily && part.day <= now.day }
            guard let until = times.until, times.from <= now.minute, now.minute < until else { return false }
            if times.weekdays.isEmpty { return times.day == now.day }
            return times.day <= now.day && times.last.map { now.day <= $0 } ?? true
                && times.weekdays.contains(now.day.weekday) && !times.except.contains(now.day)
        }
    }

    /// Of any hours and at any moment, the calendar says what the page says.
    @Test(arguments: 0..<60)
    func agreesWithWhatThePageSays(_ seed: Int) throws {
        var chance = Dice(UInt64(seed))
        var hours = Hours(certainty: .stated)
        hours.holidays = Hours.OnHolidays.allCases[chance.roll(3)]
        for _ in 0...chance.roll(3) {
            let opens = chance.roll(23) * 60
            let closes = min(1_440, opens + 60 + chance.roll(12) * 30)
            let days = Weekday.allCases.filter { _ in chance.roll(2) == 0 }
            if let span = Hours.Span(days: days, opens: opens, closes: closes),
                !hours.weekly.contains(where: { $0.overlaps(span) })
            {
                hours.weekly.append(span)
            }
        }
        for _ in 0..<chance.roll(4) {
            let day = year.lowerBound.adding(days: chance.roll(365))
            let spans = chance.roll(2) == 0 ? [] : [Hours.Span(days: [day.weekday], opens: 600, closes: 720)]
            hours.exceptions.append(Hours.Exception(day: PartialDate(day), spans: spans.compactMap { $0 }))
        }
        let parts = HoursCalendar(hours, in: year).parts
        #expect(parts.isEmpty == !hours.hasRule || !hours.weekly.isEmpty)
        for offset in 0..<365 {
            let day = year.lowerBound.adding(days: offset)
            for minute in stride(from: 0, to: 1_440, by: 30) {
                let now = BrusselsTime(day: day, minute: minute)
                #expect(isOpen(parts, at: now) == (hours.state(at: now).isOpen == true), "\(day) \(minute) \(hours)")
            }
            let isUncertain = parts.contains { $0.what == .uncertain && $0.day == day }
            #expect(isUncertain == (hours.state(at: BrusselsTime(day: day, minute: 0)) == .holiday), "\(day)")
        }
        #expect(Set(parts.map(\.name)).count == parts.count, "each part has a name of its own")
    }

    @Test func hoursThatNoSourceSettlesMakeNoCalendar() {
        for certainty in Hours.Certainty.allCases where certainty != .stated {
            var hours = Hours(certainty: certainty)
            hours.weekly = [Hours.Span(days: [.mo], opens: 540, closes: 720)].compactMap { $0 }
            #expect(HoursCalendar(hours, in: year).parts.isEmpty)
        }
        #expect(HoursCalendar(Hours(certainty: .stated), in: year).parts.isEmpty)
    }

    @Test func aWeekStandsOnTheClocksOfBelgium() throws {
        var times = ICalendar.Times(day: CivilDay(year: 2027, month: 1, day: 4), from: 540, until: 1_440)
        times.weekdays = [.mo, .we]
        times.last = CivilDay(year: 2027, month: 7, day: 31)
        times.except = [CivilDay(year: 2027, month: 3, day: 29)]
        var event = ICalendar.Event(
            id: "x", first: times.day, last: times.day, title: "Open", text: "", address: nil)
        event.times = times
        let text = ICalendar(name: "N", events: [event], made: times.day).text
        #expect(text.contains("DTSTART;TZID=Europe/Brussels:20270104T090000\r\n"))
        #expect(text.contains("DTEND;TZID=Europe/Brussels:20270105T000000\r\n"))
        // Summer time: two hours ahead of universal time.
        #expect(text.contains("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270731T215959Z\r\n"))
        #expect(text.contains("EXDATE;TZID=Europe/Brussels:20270329T090000\r\n"))
        #expect(text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Brussels\r\n") && text.contains("TRANSP:OPAQUE\r\n"))
    }
}

/// The same numbers every time (splitmix64, https://prng.di.unimi.it/splitmix64.c).
private struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(sides))
    }
}
