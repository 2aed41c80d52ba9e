import Foundation
import Testing

@testable import Catalogue
@testable import Guidance

/// What the machine promises about guides, on the shipped ones and on broken ones.
@Suite struct GuideCheckTests {
    @Test(arguments: [2026, 2027, 2028])
    func atEveryUrgentEndSomebodyAnswersAtEveryMinute(_ year: Int) {
        let guides = Shipped.catalogue.records.filter { $0.kind == .guide }
        #expect(guides.count >= 24)
        #expect(guides.flatMap { $0.guide?.ends ?? [] }.count(where: \.isUrgent) >= 20)
        let faults = GuideCheck(Shipped.catalogue, year: year).findings(for: guides).filter(\.isFault)
        #expect(faults.map(\.problem) == [])
    }

    /// The clocks go forward on the last Sunday of March and back on that of October.
    @Test func aYearHasTheHoursThatItsClocksShow() {
        let year = YearOfMinutes(2026)
        #expect(year.minutes.count == 365 * 1_440)
        func count(_ month: Int, _ day: Int, hour: Int) -> Int {
            let day = CivilDay(year: 2026, month: month, day: day)
            return year.minutes.count { $0.day == day && $0.minute / 60 == hour }
        }
        #expect(count(3, 29, hour: 2) == 0)
        #expect(count(10, 25, hour: 2) == 120)
        #expect(count(6, 1, hour: 2) == 60)
        #expect(YearOfMinutes(2028).minutes.count == 366 * 1_440)
    }

    /// The gaps are what asking minute by minute finds, holidays and clock changes included.
    @Test func gapsAreExact() throws {
        var hours = Hours(certainty: .stated)
        hours.weekly = [try #require(Hours.Span(days: [.mo, .tu, .we, .th, .fr], opens: 540, closes: 1_020))]
        hours.holidays = .closed
        let year = YearOfMinutes(2026)
        let open = year.minutes.count - year.gaps(in: [hours]).count
        let days = (0..<365).map { CivilDay(year: 2026, month: 1, day: 1).adding(days: $0) }
        let working = days.count { ![.sa, .su].contains($0.weekday) && !BelgianHolidays.contains($0) }
        #expect(open == working * 480)
        var night = Hours(certainty: .stated)
        night.always = true
        #expect(year.gaps(in: [hours, night]).isEmpty)
        #expect(year.gaps(in: [Hours(certainty: .unknown)]).count == year.minutes.count)
    }

    @Test func anUrgentEndThatSleepsIsAFault() throws {
        let problems = try check(urgent: true) { $0.contact?.hours?.always = false }
        #expect(problems.contains { $0.contains("nobody who answers") && $0.contains("2026") })
    }

    @Test func aLanguageThatNobodySpeaksIsAFault() throws {
        let problems = try check(urgent: false) { $0.languages = [LanguageTag(.nl), LanguageTag(.fr)] }
        #expect(problems.contains { $0.contains("Deutsch") })
    }

    @Test func anEndedChannelIsAFault() throws {
        #expect(try check(urgent: false) { $0.status = .ended }.contains { $0.contains("has ended") })
    }

    @Test func aFormIsNoPerson() throws {
        let problems = try check(urgent: false) { channel in
            channel.contact = Contact()
            channel.contact?.form = WebAddress("https://form.example/")
        }
        #expect(problems.contains { $0.contains("phone or chat") })
    }

    @Test func whatTheFactsDoNotSupportIsAFinding() throws {
        let findings = try findings(urgent: false) { channel in
            channel.sources = []
            channel.contact?.hours = Hours(certainty: .old)
        }
        #expect(findings.allSatisfy { !$0.isFault })
        #expect(findings.contains { $0.problem.contains("no source of it shows a date") })
        #expect(findings.contains { $0.problem.contains("not confirmed (old)") })
    }

    // MARK: A guide with one end and one channel

    private func check(urgent: Bool, _ spoil: (inout Record) -> Void) throws -> [String] {
        try findings(urgent: urgent, spoil).filter(\.isFault).map(\.problem)
    }

    private func findings(urgent: Bool, _ spoil: (inout Record) -> Void) throws -> [Finding] {
        let line = try #require(RecordID("line"))
        var channel = Record(
            id: line, kind: .channel, title: LocalisedText(), summary: LocalisedText(), status: .active)
        channel.languages = [LanguageTag(.nl), LanguageTag(.fr), LanguageTag(.de)]
        channel.territories = [try #require(ConceptID("belgium"))]
        var contact = Contact()
        contact.phones = [Contact.Phone(number: try #require(PhoneNumber("106")))]
        contact.hours = Hours(certainty: .stated)
        contact.hours?.always = true
        channel.contact = contact
        spoil(&channel)
        let end = try #require(Identifier("end"))
        var guide = Record(
            id: try #require(RecordID("guide")), kind: .guide, title: LocalisedText(), summary: LocalisedText(),
            status: .active)
        guide.guide = HelpTree(
            start: end, questions: [],
            ends: [
                HelpTree.End(
                    id: end, audience: try #require(ConceptID("parents")), isUrgent: urgent, title: LocalisedText(),
                    lead: LocalisedText(), channels: [line], first: LocalisedList(), keep: LocalisedList(),
                    never: LocalisedList(), next: LocalisedList(), records: [])
            ], childDoor: nil)
        let catalogue = Catalogue(records: [channel, guide], vocabularies: [], pages: [])
        return GuideCheck(catalogue, year: 2026).findings(for: [guide])
    }
}
