import Catalogue
import Testing

@testable import Guidance

@Suite struct EventCalendarTests {
    /// The second Tuesday of February.
    @Test(arguments: [(2025, 11), (2026, 10), (2027, 9), (2028, 8), (2029, 13), (2030, 12), (2032, 10)])
    func saferInternetDayOfEveryYear(_ year: Int, _ day: Int) throws {
        let rule = try #require(Recurrence("2 tu 2"))
        #expect(rule.day(in: year) == CivilDay(year: year, month: 2, day: day))
        #expect(rule.day(in: year).weekday == .tu)
    }

    @Test func noRuleThatSomeYearsDoNotHave() {
        for text in ["5 tu 2", "0 tu 2", "2 tu 13", "2 xx 2", "tu 2", "2 tu 2 2", ""] {
            #expect(Recurrence(text) == nil)
        }
    }

    @Test func theNextOneIsWorkedOut() throws {
        let event = try #require(RecordID("safer-internet-day-belgium").flatMap { Shipped.catalogue[$0] })
        let calendar = EventCalendar(Shipped.catalogue)
        func next(_ year: Int, _ month: Int, _ day: Int) -> String? {
            calendar.next(of: event, after: CivilDay(year: year, month: month, day: day))?.date.start.description
        }
        #expect(next(2026, 11, 26) == "2027-02-09")
        // The day itself still counts; the day after it is the next year's.
        #expect(next(2027, 2, 9) == "2027-02-09")
        #expect(next(2027, 2, 10) == "2028-02-08")
        // What a source says of a year comes before the rule.
        #expect(next(2023, 1, 1) == "2023-02-07")
        #expect(calendar.coming(after: CivilDay(year: 2026, month: 11, day: 26)).contains { $0.event.id == event.id })
    }
}
