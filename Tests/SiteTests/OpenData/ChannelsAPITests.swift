import Catalogue
import Exchange
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct ChannelsAPITests {
    private let site = TestSite.shipped

    private func channels(_ query: String) async throws -> [JSON] {
        let answer = try await site.get("/api/v1/channels" + query)
        #expect(answer.status == .ok)
        return try #require(try JSON(reading: Data(answer.body.utf8))["channels"]?.elements)
    }

    @Test func everyChannelSaysWhetherItIsOpen() async throws {
        let found = try await channels("?at=2026-11-23T12:00:00%2B01:00")
        let catalogue = site.snapshot.catalogue
        #expect(found.count == catalogue.records.count { $0.kind == .channel })
        let noon = BrusselsTime(TestSite.noon)
        for channel in found {
            let id = try #require(channel["id"]?.text.flatMap { RecordID($0) })
            let state = catalogue[id]?.contact?.hours?.state(at: noon)
            #expect(channel["open"] == (state?.isOpen.map { .bool($0) } ?? .null), "\(id)")
            #expect(channel["next"] != nil)
        }
    }

    @Test func nowIsWhatTheClockSays() async throws {
        #expect(try await channels("") == (try await channels("?at=2026-11-23T11:00:00Z")))
    }

    @Test func whoSpeaksTheLanguageComesFirst() async throws {
        let first = try #require(try await channels("?lang=de&at=2026-11-23T12:00").first)
        #expect(first["speaks"] == true)
    }

    @Test func whatComesNextIsWhenItChanges() throws {
        var hours = Hours(certainty: .stated)
        let week = Weekday.allCases
        // Through the night, but on Sunday until two.
        hours.weekly = try [
            #require(Hours.Span(days: week.filter { $0 != .su }, opens: 0, closes: 1_440)),
            #require(Hours.Span(days: [.su], opens: 0, closes: 120)),
        ]
        let friday = CivilDay(year: 2026, month: 11, day: 27)
        #expect(
            hours.nextChange(after: BrusselsTime(day: friday, minute: 600))
                == BrusselsTime(day: friday.adding(days: 2), minute: 120))
        #expect(
            hours.nextChange(after: BrusselsTime(day: friday.adding(days: 2), minute: 600))
                == BrusselsTime(day: friday.adding(days: 3), minute: 0))
        hours.weekly = try [#require(Hours.Span(days: week, opens: 0, closes: 1_440))]
        #expect(hours.nextChange(after: BrusselsTime(day: friday, minute: 600)) == nil)
        hours.weekly = try [#require(Hours.Span(days: [.fr], opens: 540, closes: 1_440))]
        #expect(
            hours.nextChange(after: BrusselsTime(day: friday, minute: 600))
                == BrusselsTime(day: friday.adding(days: 1), minute: 0))
    }
}

@Suite struct AskedMomentTests {
    @Test(arguments: [
        ("2026-11-27T13:00:00+01:00", 1_795_780_800.0), ("2026-11-27T13:00:00 01:00", 1_795_780_800),
        ("2026-11-27T12:00:00Z", 1_795_780_800), ("2026-11-27T13:00", 1_795_780_800),
        ("2026-11-27", 1_795_734_000), ("2026-07-01T02:00", 1_782_864_000), ("2026-11-27T12:00:00.5Z", 1_795_780_800.5),
    ])
    func understandsDaysAndMoments(_ text: String, _ seconds: Double) {
        #expect(AskedMoment(text)?.date.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-11-31", "1969-12-31", "2101-01-01", "2026-11-27T24:00", "2026-11-27T12:60",
        "2026-11-27T12:00:00+99:00", "27/11/2026", "2026-11-27T12:00:00Zx",
    ])
    func refusesWhatIsNone(_ text: String) {
        #expect(AskedMoment(text) == nil)
    }

    @Test func writesMomentsAsTheyAreRead() {
        for seconds in stride(from: 0.0, to: 2_000_000_000, by: 7_654_321) {
            let date = Date(timeIntervalSince1970: seconds)
            #expect(AskedMoment(date.rfc3339)?.date == date)
        }
        // Around the changes of the clock of 2026.
        for day in [(3, 29), (10, 25)] {
            for minute in stride(from: 0, to: 1_440, by: 30) {
                let moment = BrusselsTime(day: CivilDay(year: 2026, month: day.0, day: day.1), minute: minute)
                #expect(AskedMoment(moment.rfc3339)?.date == moment.date, "\(moment.rfc3339)")
            }
        }
    }
}
