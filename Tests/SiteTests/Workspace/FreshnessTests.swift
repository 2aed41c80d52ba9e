import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Site

/// Entries stay true: who is asked, who is told, what is set aside, and what one click does.
@Suite struct FreshnessFlowTests {
    private static let day: TimeInterval = 86_400

    /// The workspace of a site, as many days later, over what is published then.
    private func workspace(
        of work: WorkSite, after days: Int, changing change: (inout FreshnessRules) -> Void = { _ in }
    ) async throws -> Workspace {
        var rules = FreshnessRules()
        change(&rules)
        try await work.refresh()
        let catalogue = work.site.site.environment.snapshots.current.catalogue
        return Workspace(
            store: work.store, publicAddress: "https://shop.example", freshness: rules, published: { catalogue },
            clock: { TestSite.noon.addingTimeInterval(Double(days) * Self.day) })
    }

    /// Does the duty of one day.
    private func tend(
        _ work: WorkSite, after days: Int, maySetAside: @escaping Workspace.MaySetAside = { _, _ in true }
    ) async throws {
        try await workspace(of: work, after: days).tendFreshness(maySetAside: maySetAside)
    }

    private func letters(_ work: WorkSite) async throws -> [Notice] { try await work.store.all(Notice.self).map(\.value) }

    private func forget(_ work: WorkSite) async throws {
        var forgetting = Work(by: "test", at: TestSite.noon)
        for letter in try await work.store.all(Notice.self) { forgetting.remove(letter.value) }
        try await work.store.commit(forgetting)
    }

    /// The token in the letter about a record.
    private func token(of record: RecordID, _ work: WorkSite) async throws -> String {
        let entries = try await letters(work).flatMap { letter -> [Notice.DueEntry] in
            if case .reminder(let entries) = letter.matter { entries } else { [] }
        }
        return try #require(entries.first { $0.record == record }).token
    }

    private func channel(_ work: WorkSite) throws -> Record {
        try #require(
            work.site.snapshot.catalogue.records.first {
                $0.kind == .channel && $0.status == .active && $0.owners.contains(WorkSite.childFocus)
            })
    }

    // MARK: Reminders

    @Test func ownersAreAskedOnceWithEverythingInOneLetter() async throws {
        let work = try await WorkSite()
        try await tend(work, after: 89)
        #expect(try await letters(work).isEmpty)
        try await tend(work, after: 90)
        let first = try await letters(work).filter { if case .reminder = $0.matter { true } else { false } }
        #expect(first.filter { $0.email == "othereditor@example.be" }.count == 1)
        guard case .reminder(let entries)? = first.first(where: { $0.email == "othereditor@example.be" })?.matter else {
            Issue.record("no reminder")
            return
        }
        let own = work.site.snapshot.catalogue.records.filter {
            $0.kind == .channel && $0.status != .ended && $0.owners.contains(WorkSite.childFocus)
        }
        #expect(Set(entries.map(\.record)) == Set(own.map(\.id)))
        #expect(Set(entries.map(\.token)).count == entries.count)
        try await tend(work, after: 91)
        let second = try await letters(work).filter { if case .reminder = $0.matter { true } else { false } }
        #expect(second.count == first.count)
    }

    @Test func ownersAreAskedAgainWhenTheLinkHasRunOut() async throws {
        let work = try await WorkSite()
        try await tend(work, after: 90)
        let old = try await token(of: channel(work).id, work)
        try await forget(work)
        try await tend(work, after: 90 + Reminder.days)
        #expect(try await letters(work).allSatisfy { if case .reminder = $0.matter { false } else { true } })
        try await tend(work, after: 91 + Reminder.days)
        let new = try await token(of: channel(work).id, work)
        #expect(new != old)
        let later = try await workspace(of: work, after: 91 + Reminder.days)
        #expect(try await later.reminded(old) == nil)
        #expect(try await later.reminded(new) != nil)
    }

    // MARK: Escalation

    private func escalations(_ work: WorkSite) async throws -> [[Notice.Overdue]] {
        try await letters(work).compactMap { letter in
            if case .escalation(let entries) = letter.matter, letter.email == "coordinator@example.be" { entries } else { nil }
        }
    }

    @Test func whatNobodyCanBeAskedAboutIsToldToTheCoordinatorOnce() async throws {
        let work = try await WorkSite()
        for days in [90, 91, 92] { try await tend(work, after: days) }
        let told = try await escalations(work)
        #expect(told.count == 1)
        let entries = try #require(told.first)
        #expect(entries.allSatisfy { $0.reason == .nobodyToAsk })
        #expect(entries.contains { $0.record.description == "awel-102" })
        #expect(!entries.contains { $0.record == (try? channel(work).id) })
    }

    @Test func whatNobodyAnsweredIsToldInOneLetterToo() async throws {
        let work = try await WorkSite()
        try await tend(work, after: 90)
        try await forget(work)
        try await tend(work, after: 110)
        #expect(try await escalations(work).isEmpty)
        for days in [111, 112, 113] { try await tend(work, after: days) }
        let told = try await escalations(work)
        #expect(told.count == 1)
        #expect(told.first?.allSatisfy { $0.reason == .unanswered } ?? false)
        #expect(try told.first?.contains { $0.record == (try channel(work).id) } ?? false)
    }

    @Test func whatWasCheckedIsForgottenAndToldAnewNextTime() async throws {
        let work = try await WorkSite()
        for days in [90, 111] { try await tend(work, after: days) }
        let id = try channel(work).id
        try await workspace(of: work, after: 112).verify(id, by: WorkSite.Person.otherEditor.actor, means: .workspace)
        #expect(try await work.store.all(Reminder.self, key: id.description).isEmpty)
        #expect(try await work.store.all(Escalation.self, key: id.description).isEmpty)
        try await forget(work)
        try await tend(work, after: 202)
        #expect(try await token(of: id, work).isEmpty == false)
    }

    // MARK: Setting aside

    @Test func aChannelThatNobodyVerifiedForAYearIsSetAsideAndEverybodyHears() async throws {
        let work = try await WorkSite()
        let id = try channel(work).id
        for days in [90, 111, 365] { try await tend(work, after: days) }
        #expect(try await work.published(id).setAside == nil)
        try await forget(work)
        try await tend(work, after: 366)
        #expect(try await work.published(id).setAside?.description == "2027-11-24")
        let told = try await letters(work).filter { letter in
            if case .setAside(let record, _) = letter.matter { record == id } else { false }
        }
        #expect(Set(told.map(\.email)).isSuperset(of: ["othereditor@example.be", "coordinator@example.be"]))
        let others = try await work.store.published().catalogue.away.values.filter { $0.kind != .channel }
        #expect(others.isEmpty)
        try await work.refresh()
        #expect(try await work.get("/nl/channels/\(id)", as: nil).status == .gone)
        // Whoever checks it brings it back.
        try await workspace(of: work, after: 367).verify(id, by: WorkSite.Person.otherEditor.actor, means: .workspace)
        #expect(try await work.published(id).setAside == nil)
        try await work.refresh()
        #expect(try await work.get("/nl/channels/\(id)", as: nil).status == .ok)
        let trail = try await work.store.trail(TrailSelection(object: id.description, deeds: [.setAside, .brought]))
        #expect(trail.map(\.deed) == [.brought, .setAside])
    }

    @Test func nothingIsSetAsideOfWhichNobodyWasWarned() async throws {
        let work = try await WorkSite()
        // A site that was not running for a year: first it asks.
        try await tend(work, after: 400)
        #expect(try await work.store.published().catalogue.away.isEmpty)
        try await tend(work, after: 421)
        #expect(try await !work.store.published().catalogue.away.isEmpty)
    }

    @Test func hidingCanBeSwitchedOff() async throws {
        let work = try await WorkSite()
        try await tend(work, after: 90)
        try await workspace(of: work, after: 2_000) { $0.hidingDays = nil }.tendFreshness { _, _ in true }
        #expect(try await work.store.published().catalogue.away.isEmpty)
    }

    @Test func whatHelpNeedsStaysAndTheCoordinatorHearsOfItOnce() async throws {
        let work = try await WorkSite()
        let id = try channel(work).id
        for days in [90, 111] { try await tend(work, after: days) }
        try await forget(work)
        for days in [366, 367] { try await tend(work, after: days) { channel, _ in channel.id != id } }
        #expect(try await work.published(id).setAside == nil)
        let needed = try await escalations(work).flatMap(\.self).filter { $0.reason == .needed }
        #expect(needed.map(\.record) == [id])
    }

    @Test func eachIsLookedAtWithoutThoseThatWentBefore() async throws {
        let work = try await WorkSite()
        try await tend(work, after: 90)
        let seen = Mutex<[Int]>([])
        try await tend(work, after: 366) { _, catalogue in
            seen.withLock { $0.append(catalogue.records.count) }
            return true
        }
        let counts = seen.withLock { $0 }
        #expect(counts.count > 10)
        #expect(counts == counts.sorted(by: >) && Set(counts).count == counts.count)
    }

    /// With the guides that ship: a helpline that is alone at night at an urgent end stays.
    @Test func anUrgentEndIsNeverLeftUnanswered() throws {
        let catalogue = TestSite.shipped.snapshot.catalogue
        let today = BrusselsTime(TestSite.noon).day
        let helpline = try #require(catalogue[Identifier.of("child-focus-116000")])
        #expect(!HelpWithout(helpline, catalogue, on: today).goesOn)
        let used = Set(catalogue.records.flatMap { $0.guide?.ends ?? [] }.flatMap(\.channels))
        let unused = try #require(catalogue.records.first { $0.kind == .channel && !used.contains($0.id) })
        #expect(HelpWithout(unused, catalogue, on: today).goesOn)
    }

    @Test func theSiteDoesItOnceADay() async throws {
        let work = try await WorkSite(clock: TestSite.noon)
        #expect(try await work.workspace.take(.freshness, every: 1))
        #expect(try await !work.workspace.take(.freshness, every: 1))
        let tomorrow = try await workspace(of: work, after: 1)
        #expect(try await tomorrow.take(.freshness, every: 1))
    }

    // MARK: The list

    private func due(_ work: WorkSite, _ record: Record) async throws {
        var old = record
        old.verified = Verification(
            on: try #require(PartialDate("2026-01-05")), organisation: WorkSite.childFocus, by: .workspace)
        _ = try await work.store.publish([.record(old)], by: "Test otherEditor", at: TestSite.noon)
        try await work.refresh()
    }

    @Test(arguments: Language.allCases)
    func theListHasFactsAndOneButton(_ language: Language) async throws {
        let work = try await WorkSite()
        let channel = try channel(work)
        try await due(work, channel)
        let answer = try await work.get("/\(language)/workspace/verify", as: .otherEditor)
        let page = try Markup(answer.body)
        #expect(page.all("article").count == 1)
        #expect(page.all("article").first?.text.contains("5 januari 2026") == (language == .nl))
        #expect(page.localLinks.contains("/\(language)/workspace/entries/\(channel.id)"))
        #expect(page.localLinks.contains("/\(language)/workspace/entries/\(channel.id)/withdraw"))
        let phone = try #require(channel.contact?.phones.first?.number.description ?? channel.links.first?.address.description)
        #expect(answer.body.contains(phone))
    }

    @Test func stillRightIsOneClick() async throws {
        let work = try await WorkSite()
        let channel = try channel(work)
        try await due(work, channel)
        let answer = try await work.post(
            "/nl/workspace/verify", [("record", channel.id.description)], as: .otherEditor)
        #expect(answer.status == .seeOther)
        let now = try await work.published(channel.id)
        #expect(now.verified?.on.description == "2026-11-23")
        #expect(now.verified?.by == .workspace)
        let next = try await work.get(try #require(answer.headers[.location]), as: .otherEditor)
        #expect(try Markup(next.body).all("article").isEmpty)
        #expect(next.body.contains("is nagekeken"))
    }

    @Test func everybodySeesTheirOwn() async throws {
        let work = try await WorkSite()
        try await due(work, channel(work))
        for person in [WorkSite.Person.editor, .contributor, .outsider, .reader] {
            let page = try Markup(try await work.get("/nl/workspace/verify", as: person).body)
            #expect(page.all("article").isEmpty, "\(person)")
        }
        // Nobody answered since April.
        #expect(try Markup(try await work.get("/nl/workspace/verify", as: .coordinator).body).all("article").count == 1)
    }

    @Test(arguments: [WorkSite.Person.editor, .outsider, .reader, .handler])
    func nobodyVerifiesForOthers(_ person: WorkSite.Person) async throws {
        let work = try await WorkSite()
        let channel = try channel(work)
        let answer = try await work.post("/nl/workspace/verify", [("record", channel.id.description)], as: person)
        #expect(answer.status == .forbidden)
        #expect(try await work.published(channel.id).verified == nil)
        #expect(try await work.post("/nl/workspace/verify", [("record", "nope")], as: .coordinator).status == .notFound)
        #expect(try await work.post("/nl/workspace/verify", [], as: .coordinator).status == .unprocessableContent)
    }

    // MARK: The link in a letter

    /// A site in which a reminder was sent 91 days ago, and the path of its link.
    private func reminded(_ language: Language = .nl) async throws -> (WorkSite, Record, String) {
        let work = try await WorkSite()
        let channel = try channel(work)
        try await due(work, channel)
        try await tend(work, after: 0)
        let token = try await token(of: channel.id, work)
        return (work, channel, "/\(language)/workspace/still-right/\(token)")
    }

    @Test(arguments: Language.allCases)
    func theLinkShowsFactsAndOneButtonAndChangesNothing(_ language: Language) async throws {
        let (work, channel, path) = try await reminded(language)
        for _ in 0..<2 {
            let answer = try await work.get(path, as: nil)
            #expect(answer.status == .ok)
            let page = try Markup(answer.body)
            #expect(page.all("form").filter { $0.attributes["method"] == "post" }.count == 1)
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.body.contains("noindex"))
        }
        #expect(try await work.published(channel.id).verified?.on.description == "2026-01-05")
    }

    @Test(arguments: Language.allCases)
    func oneClickChecksItAndSaysThanks(_ language: Language) async throws {
        let (work, channel, path) = try await reminded(language)
        let answer = try await work.post(path, [], as: nil)
        #expect(answer.status == .ok)
        let now = try await work.published(channel.id)
        #expect(now.verified?.on.description == "2026-11-23")
        #expect(now.verified?.by == .letter)
        #expect(now.verified?.organisation == WorkSite.childFocus)
        #expect(answer.body.contains("Child Focus"))
        let again = try await work.post(path, [], as: nil)
        #expect(again.status == .gone)
        #expect(try await work.get(path, as: nil).status == .gone)
        #expect(!again.body.contains(path))
        let trail = try await work.store.trail(TrailSelection(object: channel.id.description, deeds: [.verified]))
        #expect(trail.first?.detail == "letter")
    }

    @Test func aLinkThatIsTooOldOrMadeUpOpensNothing() async throws {
        let (work, channel, path) = try await reminded()
        let token = try #require(path.split(separator: "/").last.map(String.init))
        let later = try await workspace(of: work, after: Reminder.days + 1)
        #expect(try await later.reminded(token) == nil)
        for wrong in [SecretToken.new().text, "x", token + "A"] {
            #expect(try await work.get("/nl/workspace/still-right/\(wrong)", as: nil).status == .gone)
            #expect(try await work.post("/nl/workspace/still-right/\(wrong)", [], as: nil).status == .gone)
        }
        #expect(try await work.published(channel.id).verified?.on.description == "2026-01-05")
    }

    @Test func aLinkOfSomebodyWhoLeftOpensNothing() async throws {
        let (work, channel, path) = try await reminded()
        var account = try #require(try await work.store.find(Account.self, "otherEditor"))
        account.value.organisation = WorkSite.stranger
        var leaving = Work(by: "test", at: TestSite.noon)
        try leaving.put(account)
        try await work.store.commit(leaving)
        #expect(try await work.post(path, [], as: nil).status == .gone)
        #expect(try await work.published(channel.id).verified?.on.description == "2026-01-05")
    }

    @Test func noOtherSiteClicksForSomebody() async throws {
        let (work, channel, path) = try await reminded()
        let answer = try await work.site.post(path, "", headers: [.origin: "https://elsewhere.example"])
        #expect(answer.status == .forbidden)
        #expect(try await work.published(channel.id).verified?.on.description == "2026-01-05")
    }
}
