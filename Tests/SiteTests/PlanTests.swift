import Catalogue
import Foundation
import Guidance
import HTTPTypes
import Testing

@testable import Site

/// Plans live in their address; routes are made of what is there.
@Suite struct PlanTests {
    private let site = TestSite.shipped

    private func reading(_ query: String) -> PlanReading {
        PlanReading(QueryItems(parsing: query), in: site.snapshot.catalogue)
    }

    @Test func theAddressIsThePlan() throws {
        let query =
            "for=class&age=12-14&theme=sexting&theme=privacy-and-data-protection&time=year&language=fr&territory=brussels"
            + "&need=offline&need=free&without=awel,max-child-focus&from=2027-01-11"
        let reading = reading(query)
        let request = try #require(reading.request)
        #expect(reading.ignored.isEmpty)
        #expect(request.setting == .lesson && request.time == .year && request.language == .fr)
        #expect(request.ages == AgeRange(from: 12, to: 14) && request.needs == [.offline, .free])
        #expect(request.start == CivilDay(year: 2027, month: 1, day: 11) && request.leftOut.count == 2)
        // Printed and read again it is the same.
        #expect(self.reading(String(QueryItems(request.query).print().dropFirst())).request == request)
    }

    @Test func whatMakesNoSenseIsLeftOutAndSaid() async throws {
        let reading = reading("for=moon&theme=sexting&theme=nope&time=9&age=x&territory=atlantis&from=2027-02-30")
        #expect(reading.request?.themes.map(\.description) == ["sexting"])
        #expect(Set(reading.ignored) == ["moon", "nope", "9", "x", "atlantis", "2027-02-30"])
        let page = try await site.get("/nl/plan?for=class&theme=%3Cscript%3E&theme=sexting")
        #expect(page.status == .ok)
        #expect(page.body.contains("&lt;script&gt;") && !page.body.contains("<script>&"))
        #expect(try await site.get("/nl/plan?theme=" + String(repeating: "a", count: 3_000)).status == .ok)
        #expect(self.reading("").request == nil)
        #expect(
            self.reading(Array(repeating: "theme=gaming", count: 90).joined(separator: "&")).request?.themes.count == 1)
    }

    @Test(arguments: Language.allCases)
    func everyStepSaysWhy(_ language: Language) async throws {
        let body = try await site.get("/\(language)/plan?for=family&theme=gaming&age=9-12").body
        let page = try Markup(body)
        let whys = page.all("p").filter { $0.attributes["class"] == "why" }
        let steps = page.all("article")
        #expect(!steps.isEmpty && whys.count == steps.count)
        #expect(page.all("svg").contains { $0.attributes["class"] == "qr" })
        // It can be changed, taken along, and asked about.
        #expect(page.localLinks.contains { $0.contains("without=") })
        #expect(page.localLinks.contains { $0.hasPrefix("/\(language)/plan.ics?") })
        #expect(page.all("form").contains { $0.attributes["action"] == "/\(language)/plan" })
    }

    @Test func aPlanIsACalendar() async throws {
        let answer = try await site.get("/fr/plan.ics?for=class&theme=disinformation&time=month&from=2027-01-11")
        #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
        let lines = answer.body.split(separator: "\r\n")
        let starts = lines.filter { $0.hasPrefix("DTSTART") }
        #expect(starts.first == "DTSTART;VALUE=DATE:20270111")
        #expect(starts.count >= 2 && starts[1] == "DTSTART;VALUE=DATE:20270118")
    }

    @Test func withoutADayItBeginsNextMonday() {
        // The 23rd of November 2026 is a Monday.
        let monday = CivilDay(year: 2026, month: 11, day: 23)
        for day in 0..<7 {
            let first = PlanCalendar.day(of: 0, PlanRequest(setting: .family), today: monday.adding(days: day))
            #expect(first == CivilDay(year: 2026, month: 11, day: 30))
        }
    }

    @Test func aPlanFromLastYearStillShows() async throws {
        // A record that has gone since can't be in it: plans are made anew from what there is.
        let page = try await site.get("/de/plan?for=school&theme=cyberbullying&without=gone-for-good,%20")
        #expect(page.status == .ok)
        #expect(page.body.contains("class=\"steps plan\""))
    }

    // MARK: Routes

    @Test func thereAreRoutesForEverybody() async throws {
        let routes = site.snapshot.catalogue.records.filter { $0.kind == .route }
        #expect(routes.count >= 12)
        for route in routes {
            let stops = try #require(route.route).stops
            #expect(stops.count >= 3, "\(route.id)")
            for stop in stops {
                for language in Language.allCases { #expect(stop.together[language] != nil) }
                for record in stop.records {
                    #expect(site.snapshot.catalogue[record]?.status != .ended, "\(route.id): \(record)")
                }
            }
        }
    }

    @Test func theHomePageSaysWhatComes() async throws {
        let body = try await site.get("/nl/").body
        #expect(body.contains("Safer Internet Day") && body.contains("9 februari 2027"))
        let events = try await site.get("/fr/events").body
        #expect(events.contains("9 février 2027"))
        #expect(try await site.get("/de/news").status == .ok)
    }
}
