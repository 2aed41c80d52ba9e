import Catalogue
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Calendars of events and of hours.
@Suite struct CalendarTests {
    private let site = TestSite.shipped
    private static let calendar = "text/calendar; charset=utf-8"

    private func unfolded(_ body: String) -> String { body.replacing("\r\n ", with: "") }

    @Test(arguments: Language.allCases)
    func saferInternetDayIsThereForThreeYears(_ language: Language) async throws {
        for path in ["/\(language)/events.ics", "/\(language)/events/safer-internet-day-belgium.ics"] {
            let answer = try await site.get(path)
            #expect(answer.status == .ok && answer.headers[.contentType] == Self.calendar, "\(path)")
            let text = unfolded(answer.body)
            // The catalogue has 2023; the rest is the second Tuesday of February.
            for day in ["20230207", "20260210", "20270209", "20280208"] {
                #expect(text.contains("DTSTART;VALUE=DATE:\(day)\r\n"), "\(day)")
            }
            #expect(text.contains("UID:safer-internet-day-belgium-2027@shop.example\r\n"))
            #expect(!text.contains("DTSTART;VALUE=DATE:20290213\r\n"))
        }
    }

    @Test func everyEventWithADayIsInTheCalendarOnce() async throws {
        let text = unfolded(try await site.get("/nl/events.ics").body)
        let ids = text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        #expect(ids.count == Set(ids).count && ids.count > 10)
        for event in site.snapshot.catalogue.records where event.kind == .event {
            let hasDay =
                event.dates.contains { $0.start.civilDay != nil && $0.lastDay != nil } || event.recurrence != nil
            if hasDay { #expect(text.contains("UID:\(event.id)-"), "\(event.id)") }
            let own = try await site.get("/nl/events/\(event.id).ics")
            let page = try await site.get("/nl/events/\(event.id)")
            #expect(own.status == (text.contains("UID:\(event.id)-") ? .ok : .notFound), "\(event.id)")
            #expect(page.body.contains("/nl/events/\(event.id).ics") == (own.status == .ok), "\(event.id)")
        }
    }

    @Test(arguments: Language.allCases)
    func onlyCertainHoursMakeACalendar(_ language: Language) async throws {
        var certain = 0
        for channel in site.snapshot.catalogue.records where channel.kind == .channel {
            let path = "/\(language)/channels/\(channel.id).ics"
            let answer = try await site.get(path)
            let page = try await site.get("/\(language)/channels/\(channel.id)")
            if channel.contact?.hours?.hasRule == true {
                certain += 1
                #expect(answer.status == .ok && answer.headers[.contentType] == Self.calendar, "\(path)")
                #expect(answer.body.contains("BEGIN:VEVENT") && page.body.contains(path))
            } else {
                #expect(answer.status == .notFound, "\(path)")
                #expect(try Markup(answer.body).localLinks.contains("/\(language)/channels/\(channel.id)"))
                #expect(answer.body.contains(Texts.of(language)(.feedsNoCalendar)) && !page.body.contains(path))
            }
        }
        #expect(certain > 5)
    }

    @Test func nothingElseHasACalendar() async throws {
        for path in [
            "/nl/channels/nope.ics", "/nl/events/awel-102.ics", "/nl/channels/mediawijs.ics", "/xx/events.ics",
        ] {
            #expect(try await site.get(path).status == .notFound, "\(path)")
        }
    }

    @Test func anEmptyShopHasAnEmptyCalendar() async throws {
        let site = try TestSite(Catalogue(records: [], vocabularies: [], pages: []))
        let answer = try await site.get("/nl/events.ics")
        #expect(answer.status == .ok && answer.body.contains("BEGIN:VTIMEZONE") && !answer.body.contains("VEVENT"))
    }
}
