import Catalogue
import Foundation
import Testing

@testable import Exchange

/// When something is open, and when it takes place.
@Suite struct SchemaOrgTimesTests {
    private func channel(_ hours: Hours, phone: Bool = true) throws -> JSON {
        var line = try SchemaShop.record("line", .channel, [.nl: "Lijn"])
        var contact = Contact()
        if phone { contact.phones = [Contact.Phone(number: try #require(PhoneNumber("116 000")))] }
        contact.chat = WebAddress("https://chat.example/")
        contact.hours = hours
        line.contact = contact
        return try SchemaShop(line).object()
    }

    private func specifications(_ value: JSON?) -> [JSON] { value.map { $0.elements ?? [$0] } ?? [] }

    @Test func theWeekTheHolidaysAndTheDaysThatDiffer() throws {
        var hours = Hours(certainty: .stated)
        hours.weekly = [try #require(Hours.Span(days: [.mo, .we], opens: 9 * 60, closes: 17 * 60 + 30))]
        hours.holidays = .closed
        hours.exceptions = [
            .init(day: try SchemaShop.date("2026-12-24"), spans: []),
            .init(
                day: try SchemaShop.date("2026-12-31"),
                spans: [try #require(Hours.Span(days: [.th], opens: 600, closes: 720))]),
        ]
        let all = specifications(try channel(hours)["hoursAvailable"])
        #expect(all.count == 4)
        #expect(all[0]["dayOfWeek"] == ["https://schema.org/Monday", "https://schema.org/Wednesday"])
        #expect(all[0]["opens"] == "09:00")
        #expect(all[0]["closes"] == "17:30")
        #expect(all[1]["dayOfWeek"] == "https://schema.org/PublicHolidays")
        #expect(all[1]["opens"] == all[1]["closes"])
        #expect(all[2]["validFrom"] == "2026-12-24")
        #expect(all[2]["validThrough"] == "2026-12-24")
        #expect(all[2]["opens"] == all[2]["closes"])
        #expect(all[3]["opens"] == "10:00")
    }

    @Test func dayAndNightEndsWithTheLastMinute() throws {
        var hours = Hours(certainty: .stated)
        hours.always = true
        let all = specifications(try channel(hours)["hoursAvailable"])
        #expect(all.count == 1)
        #expect(all[0]["dayOfWeek"]?.elements?.count == 7)
        #expect(all[0]["opens"] == "00:00")
        #expect(all[0]["closes"] == "23:59")
    }

    @Test(arguments: [Hours.Certainty.conflicting, .old, .unknown])
    func hoursThatNoSourceSettlesAreNotTold(_ certainty: Hours.Certainty) throws {
        var hours = Hours(certainty: certainty)
        hours.weekly = [try #require(Hours.Span(days: [.mo], opens: 0, closes: 60))]
        #expect(!String(decoding: try channel(hours).bytes, as: UTF8.self).contains("OpeningHours"))
    }

    /// The hours of the phone are not those of the chat.
    @Test func hoursStandAtTheWayThatTheyAreAbout() throws {
        var hours = Hours(certainty: .stated)
        hours.always = true
        hours.applies = .phone
        let phone = try channel(hours)
        #expect(phone["hoursAvailable"] == nil)
        let ways = try #require(phone["availableChannel"]?.elements)
        #expect(ways[0]["servicePhone"]?["hoursAvailable"] != nil)
        #expect(ways[1]["serviceUrl"] == "https://chat.example/")
        #expect(ways[1]["hoursAvailable"] == nil)
        hours.applies = .chat
        #expect(!String(decoding: try channel(hours).bytes, as: UTF8.self).contains("OpeningHours"))
        #expect(try channel(hours, phone: false)["hoursAvailable"] != nil)
    }

    // MARK: Events

    @Test func aYearlyEventTellsItsNextDay() throws {
        var day = try SchemaShop.record("day", .event, [.nl: "Dag"])
        day.yearly = true
        day.recurrence = Recurrence("2 tu 2")
        day.dates = [EventDate(start: try SchemaShop.date("2023-02-07"), end: nil)]
        let object = try SchemaShop(day).object()
        #expect(object["@type"] == "Event")
        #expect(object["startDate"] == "2027-02-09")
        #expect(object["eventSchedule"]?["byDay"] == "2TU")
    }

    @Test func anEventThatIsOverTellsItsLastDay() throws {
        var day = try SchemaShop.record("day", .event, [.nl: "Dag"])
        day.dates = [
            EventDate(start: try SchemaShop.date("2021-02"), end: nil),
            EventDate(start: try SchemaShop.date("2022-03-01"), end: try SchemaShop.date("2022-03-02")),
        ]
        let object = try SchemaShop(day).object()
        #expect(object["startDate"] == "2022-03-01")
        #expect(object["endDate"] == "2022-03-02")
    }

    /// An event has a start, or is none.
    @Test func anEventWithoutADateIsAThing() throws {
        let object = try SchemaShop(try SchemaShop.record("day", .event, [.nl: "Dag"])).object()
        #expect(object["@type"] == "Thing")
        #expect(object["startDate"] == nil)
        #expect(object["additionalType"] == "https://shop.example/vocabularies/kinds/event")
    }

    @Test func aLabTellsWhereAndWhenItsSessionIs() throws {
        var event = try SchemaShop.record("lab", .event, [.nl: "Lab"])
        var session = Lab.Session(
            id: try SchemaShop.concept("one"), day: try SchemaShop.date("2026-12-03"))
        session.from = 14 * 60
        session.until = 17 * 60
        session.place = LocalisedText([.nl: "Brussel"])
        var lab = Lab(question: LocalisedText([.nl: "Wat nu?"]))
        lab.sessions = [session]
        event.lab = lab
        let object = try SchemaShop(event).object()
        #expect(object["startDate"] == "2026-12-03T14:00")
        #expect(object["endDate"] == "2026-12-03T17:00")
        #expect(object["location"]?["name"] == "Brussel")
    }
}
