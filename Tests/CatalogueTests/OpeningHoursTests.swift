import Foundation
import Testing

@testable import Catalogue

@Suite struct OpeningHoursTests {
    /// Monday to Friday 9:00-12:30 and Wednesday 14:00-24:00.
    private func office(_ holidays: Hours.OnHolidays = .unverified) -> Hours {
        var hours = Hours(certainty: .stated)
        hours.weekly = [
            Hours.Span(days: [.mo, .tu, .we, .th, .fr], opens: 540, closes: 750),
            Hours.Span(days: [.we], opens: 840, closes: 1_440),
        ].compactMap { $0 }
        hours.holidays = holidays
        return hours
    }

    private func time(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> BrusselsTime {
        BrusselsTime(day: CivilDay(year: year, month: month, day: day), minute: hour * 60 + minute)
    }

    private func moment(_ text: String) throws -> BrusselsTime {
        BrusselsTime(try #require(ISO8601DateFormatter().date(from: text)))
    }

    // 2026-11-23 is a Monday.
    @Test func opensAndClosesToTheMinute() {
        #expect(office().state(at: time(2026, 11, 23, 9)) == .open(until: 750))
        #expect(office().state(at: time(2026, 11, 23, 12, 29)) == .open(until: 750))
        #expect(office().state(at: time(2026, 11, 23, 12, 30)) == .closed(opens: time(2026, 11, 24, 9)))
        #expect(office().state(at: time(2026, 11, 23, 8, 59)) == .closed(opens: time(2026, 11, 23, 9)))
    }

    @Test func knowsTheSecondSpanOfADayAndMidnight() {
        #expect(office().state(at: time(2026, 11, 25, 13)) == .closed(opens: time(2026, 11, 25, 14)))
        #expect(office().state(at: time(2026, 11, 25, 23, 59)) == .open(until: 1_440))
    }

    @Test func skipsTheWeekend() {
        #expect(office().state(at: time(2026, 11, 27, 18)) == .closed(opens: time(2026, 11, 30, 9)))
    }

    @Test func neverGuessesAboutAHoliday() {
        // 11 November 2026 is a Wednesday.
        #expect(office().state(at: time(2026, 11, 11, 10)) == .holiday)
        #expect(office().state(at: time(2026, 11, 10, 18)) == .closed(opens: nil))
        #expect(office(.closed).state(at: time(2026, 11, 11, 10)) == .closed(opens: time(2026, 11, 12, 9)))
        #expect(office(.open).state(at: time(2026, 11, 11, 10)) == .open(until: 750))
    }

    @Test func anExceptionBeatsTheWeekAndTheHoliday() throws {
        var hours = office()
        let day = try #require(PartialDate("2026-11-11"))
        let span = try #require(Hours.Span(days: [.we], opens: 600, closes: 660))
        hours.exceptions = [Hours.Exception(day: day, spans: [span])]
        #expect(hours.state(at: time(2026, 11, 11, 10, 30)) == .open(until: 660))
        hours.exceptions = [Hours.Exception(day: day, spans: [])]
        #expect(hours.state(at: time(2026, 11, 11, 10, 30)) == .closed(opens: time(2026, 11, 12, 9)))
    }

    @Test(arguments: Hours.Certainty.allCases.filter { $0 != .stated })
    func unsettledHoursAreNeverOpen(_ certainty: Hours.Certainty) {
        var hours = office()
        hours.certainty = certainty
        #expect(hours.state(at: time(2026, 11, 23, 10)) == .unverified)
    }

    @Test func dayAndNightIsAlwaysOpen() {
        var hours = Hours(certainty: .stated)
        hours.always = true
        #expect(hours.state(at: time(2026, 12, 25, 3)) == .always)
    }

    @Test func readsTheClocksOfBelgium() throws {
        // Summer time ended on 25 October 2026 at 1:00 UTC.
        #expect(try moment("2026-10-25T00:59:30Z") == time(2026, 10, 25, 2, 59))
        #expect(try moment("2026-10-25T01:00:00Z") == time(2026, 10, 25, 2))
        #expect(try moment("2026-12-31T23:30:00Z") == time(2027, 1, 1, 0, 30))
    }
}

@Suite struct CalendarTests {
    @Test func daysCountBothWays() {
        for number in stride(from: -200_000, through: 200_000, by: 97) {
            #expect(CivilDay(daysSinceEpoch: number).daysSinceEpoch == number)
        }
        #expect(CivilDay(daysSinceEpoch: 0) == CivilDay(year: 1970, month: 1, day: 1))
        #expect(CivilDay(year: 2026, month: 11, day: 23).weekday == .mo)
    }

    /// Dates of Easter as printed in the tables of the Astronomical Applications Department, U.S. Naval Observatory.
    @Test(arguments: [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)])
    func knowsEaster(_ year: Int, _ month: Int, _ day: Int) {
        #expect(BelgianHolidays.easter(year) == CivilDay(year: year, month: month, day: day))
    }

    @Test func thereAreTenHolidaysAYear() {
        for year in 2024...2030 {
            let first = CivilDay(year: year, month: 1, day: 1).daysSinceEpoch
            let holidays = (first..<first + 366).map(CivilDay.init(daysSinceEpoch:)).filter {
                $0.year == year && BelgianHolidays.contains($0)
            }
            // Ascension may fall on 1 May, as in 2008; not in these years.
            #expect(holidays.count == 10)
        }
    }
}
