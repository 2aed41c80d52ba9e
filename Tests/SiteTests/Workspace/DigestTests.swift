import Catalogue
import Editorial
import Foundation
import Testing

@testable import Site

/// The weekly letter: to those who want it, when there is something to say, and never twice in a week.
@Suite struct DigestTests {
    private let work: WorkSite

    init() async throws {
        work = try await WorkSite()
        // Nobody has anything to do but who gets something below.
        for person in WorkSite.Person.allCases where person != .reader {
            try await change(person) { $0.wantsDigest = false }
        }
    }

    private func change(_ person: WorkSite.Person, _ change: (inout Account) -> Void) async throws {
        var kept = try #require(try await work.store.find(Account.self, person.rawValue))
        change(&kept.value)
        var changing = Work(by: "test", at: TestSite.noon)
        try changing.put(kept)
        try await work.store.commit(changing)
    }

    /// What the site does by itself so many days later.
    private func run(after days: Double) async throws {
        let site = try TestSite(
            work.site.site.environment.snapshots.current, store: work.store,
            clock: TestSite.noon.addingTimeInterval(days * 86_400))
        await site.site.housekeeping.writeDigests()
    }

    private func letters() async throws -> [Notice] {
        try await work.store.all(Notice.self).map(\.value).filter {
            if case .digest = $0.matter { true } else { false }
        }
    }

    private func news(_ notice: Notice) -> [String] {
        guard case .digest(_, let news) = notice.matter else { return [] }
        return news.map { $0.record?.description ?? "\($0.section) \($0.count)" }
    }

    private func tasks(_ notice: Notice) -> [String: Int] {
        guard case .digest(let tasks, _) = notice.matter else { return [:] }
        return Dictionary(uniqueKeysWithValues: tasks.map { ($0.section, $0.count) })
    }

    private func publish(_ id: String, after days: Double, _ change: (inout Record) -> Void) async throws {
        var record = try #require(work.workspace.catalogue[.of(id)])
        change(&record)
        _ = try await work.store.publish(
            [.record(record)], by: "Anna", at: TestSite.noon.addingTimeInterval(days * 86_400))
        try await work.refresh()
    }

    private func follow(_ subject: Follow.Subject, as person: WorkSite.Person = .reader) async throws {
        try await work.workspace.follow(subject, true, by: person.actor)
    }

    @Test func nothingToSayNoLetter() async throws {
        for day in 0..<20 { try await run(after: Double(day)) }
        #expect(try await letters().isEmpty)
        #expect(try await work.store.all(Digest.self).isEmpty)
    }

    @Test func atMostOneLetterAWeek() async throws {
        try await follow(.record(.of("clicksafe")))
        var sent: [Int] = []
        for day in 1...30 {
            try await publish("clicksafe", after: Double(day) - 0.5) { $0.summary[.nl] = "Dag \(day)" }
            let before = try await letters().count
            // However often it is asked in a day.
            for hour in [0.0, 0.1, 0.3] { try await run(after: Double(day) + hour) }
            if try await letters().count > before { sent.append(day) }
        }
        #expect(sent == [1, 8, 15, 22, 29])
        #expect(try await letters().count == 5)
    }

    @Test func newsIsWhatWasPublishedSinceTheLastLetter() async throws {
        try await follow(.record(.of("clicksafe")))
        try await follow(.theme(.of("gaming")))
        try await publish("clicksafe", after: 8) { $0.summary[.nl] = "Nieuw" }
        try await run(after: 9)
        #expect(try await letters().map(news) == [["clicksafe"]])
        #expect(try await letters().map(\.email) == ["reader@example.be"])
        // That it was checked is no news; that it is gone is.
        try await publish("clicksafe", after: 10) {
            $0.verified = Verification(
                on: PartialDate(CivilDay(year: 2026, month: 12, day: 3)), organisation: nil, by: .workspace)
        }
        try await run(after: 20)
        #expect(try await letters().count == 1)
        try await publish("clicksafe", after: 21) { $0.withdrawn = PartialDate("2026-12-14") }
        try await run(after: 22)
        #expect(try await letters().map(news) == [["clicksafe"], ["clicksafe"]])
    }

    @Test func aPlaceAndAThemeCoverWhatIsInThem() async throws {
        try await follow(.territory(.of("flanders")))
        try await run(after: 8)
        #expect(try await letters().isEmpty)
        try await publish("clicksafe", after: 8.5) {
            $0.territories = [.of("ghent")]
            $0.themes = [.of("gaming")]
        }
        try await run(after: 9)
        #expect(try await letters().map(news) == [["clicksafe"]])
    }

    @Test func aLongListIsCut() async throws {
        try await follow(.territory(.of("belgium")))
        let records = work.workspace.catalogue.records.filter { $0.territories.contains(.of("belgium")) }.prefix(30)
        #expect(records.count == 30)
        for record in records { try await publish(record.id.description, after: 8) { $0.summary[.nl] = "Nieuw" } }
        try await run(after: 9)
        let news = news(try #require(try await letters().first))
        #expect(news.count == Digest.mostNews + 1 && news.last == "more 10")
    }

    @Test func tasksAreCounted() async throws {
        try await change(.coordinator) { $0.wantsDigest = true }
        try await work.workspace.receive(
            Suggestion(
                code: "AAAA-AAAA", record: .of("clicksafe"), language: .nl, message: "Fout", contact: nil,
                receivedOn: work.workspace.today))
        try await work.workspace.claim(
            .of("digihelpers"), words: "Van ons", by: WorkSite.Person.outsider.actor)
        try await run(after: 0)
        let letter = try #require(try await letters().first)
        #expect(letter.email == "coordinator@example.be")
        #expect(tasks(letter)["suggestions"] == 1 && tasks(letter)["claims"] == 1)
        try await run(after: 6)
        #expect(try await letters().count == 1)
        try await run(after: 7)
        #expect(try await letters().count == 2)
    }

    @Test func whatWaitsForOthersIsNoReasonToWrite() async throws {
        var adding = Work(by: "test", at: TestSite.noon)
        var draft = Draft(
            id: "d1", record: try #require(work.workspace.catalogue[.of("clicksafe")]), base: 1, organisation: nil,
            author: "reader", origin: .form, at: TestSite.noon)
        draft.state = .submitted
        try adding.put(draft)
        try await work.store.commit(adding)
        try await run(after: 0)
        #expect(try await letters().isEmpty)
    }

    @Test func whoDoesNotWantItOrIsShutOutGetsNone() async throws {
        try await follow(.record(.of("clicksafe")))
        try await follow(.record(.of("clicksafe")), as: .coordinator)
        try await change(.coordinator) {
            $0.wantsDigest = true
            $0.isDisabled = true
        }
        try await change(.reader) { $0.wantsDigest = false }
        try await publish("clicksafe", after: 1) { $0.summary[.nl] = "Nieuw" }
        try await run(after: 2)
        #expect(try await letters().isEmpty)
        try await change(.reader) { $0.wantsDigest = true }
        try await run(after: 3)
        #expect(try await letters().map(\.email) == ["reader@example.be"])
    }

    @Test(arguments: Language.allCases)
    func theLetterIsInTheLanguageOfItsReader(_ language: Language) async throws {
        try await change(.reader) { $0.language = language }
        try await follow(.record(.of("clicksafe")))
        try await publish("clicksafe", after: 1) { record in
            for one in Language.allCases { record.title[one] = "Click\r\nBcc: all@example.be \(one)" }
        }
        try await run(after: 2)
        var settings = SiteSettings(publicAddress: "https://shop.example")
        settings.sender = "desk@shop.example"
        let writer = LetterWriter(settings: settings, snapshots: work.site.site.environment.snapshots)
        let letter = try writer.letter(for: try #require(try await letters().first))
        #expect(letter.subject == Texts.of(language)(.letterDigestSubject, Texts.of(language)(.siteName)))
        #expect(letter.body.contains("https://shop.example/\(language)/initiatives/clicksafe"))
        #expect(letter.body.contains("https://shop.example/\(language)/workspace/account"))
        #expect(!letter.body.contains("\nBcc:"))
    }
}
