import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Site

/// Days later.
extension WorkSite {
    /// The workspace as many days later, over what is published then.
    func workspace(
        after days: Int, changing change: (inout FreshnessRules) -> Void = { _ in }
    ) async throws -> Workspace {
        var rules = FreshnessRules()
        change(&rules)
        try await refresh()
        let catalogue = site.site.environment.snapshots.current.catalogue
        return Workspace(
            store: store, publicAddress: "https://shop.example", freshness: rules, published: { catalogue },
            clock: { TestSite.noon.addingTimeInterval(Double(days) * 86_400) })
    }

    /// Does the duty of one day.
    func tend(
        after days: Int, maySetAside: @escaping Workspace.MaySetAside = { _, _ in true }
    ) async throws {
        try await workspace(after: days).tendFreshness(maySetAside: maySetAside)
    }

    func letters() async throws -> [Notice] { try await store.all(Notice.self).map(\.value) }

    func forgetLetters() async throws {
        var forgetting = Work(by: "test", at: TestSite.noon)
        for letter in try await store.all(Notice.self) { forgetting.remove(letter.value) }
        try await store.commit(forgetting)
    }

    /// The token in the letter about a record.
    func token(of record: RecordID) async throws -> String {
        let entries = try await letters().flatMap { letter -> [Notice.DueEntry] in
            if case .reminder(let entries) = letter.matter { entries } else { [] }
        }
        return try #require(entries.first { $0.record == record }).token
    }

    /// A channel that Child Focus looks after.
    func channel() throws -> Record {
        try #require(
            site.snapshot.catalogue.records.first {
                $0.kind == .channel && $0.status == .active && $0.owners.contains(WorkSite.childFocus)
            })
    }
}

/// Entries stay true: who is asked, who is told, what is set aside, and what one click does.
@Suite struct FreshnessFlowTests {
    // MARK: Reminders

    @Test func ownersAreAskedOnceWithEverythingInOneLetter() async throws {
        let work = try await WorkSite()
        try await work.tend(after: 89)
        #expect(try await work.letters().isEmpty)
        try await work.tend(after: 90)
        let first = try await work.letters().filter { if case .reminder = $0.matter { true } else { false } }
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
        try await work.tend(after: 91)
        let second = try await work.letters().filter { if case .reminder = $0.matter { true } else { false } }
        #expect(second.count == first.count)
    }

    @Test func ownersAreAskedAgainWhenTheLinkHasRunOut() async throws {
        let work = try await WorkSite()
        try await work.tend(after: 90)
        let old = try await work.token(of: work.channel().id)
        try await work.forgetLetters()
        try await work.tend(after: 90 + Reminder.days)
        #expect(try await work.letters().allSatisfy { if case .reminder = $0.matter { false } else { true } })
        try await work.tend(after: 91 + Reminder.days)
        let new = try await work.token(of: work.channel().id)
        #expect(new != old)
        let later = try await work.workspace(after: 91 + Reminder.days)
        #expect(try await later.reminded(old) == nil)
        #expect(try await later.reminded(new) != nil)
    }

    // MARK: Escalation

    private func escalations(_ work: WorkSite) async throws -> [[Notice.Overdue]] {
        try await work.letters().compactMap { letter in
            if case .escalation(let entries) = letter.matter, letter.email == "coordinator@example.be" {
                entries
            } else {
                nil
            }
        }
    }

    @Test func whatNobodyCanBeAskedAboutIsToldToTheCoordinatorOnce() async throws {
        let work = try await WorkSite()
        for days in [90, 91, 92] { try await work.tend(after: days) }
        let told = try await escalations(work)
        #expect(told.count == 1)
        let entries = try #require(told.first)
        #expect(entries.allSatisfy { $0.reason == .nobodyToAsk })
        #expect(entries.contains { $0.record.description == "awel-102" })
        #expect(!entries.contains { $0.record == (try? work.channel().id) })
    }

    @Test func whatNobodyAnsweredIsToldInOneLetterToo() async throws {
        let work = try await WorkSite()
        try await work.tend(after: 90)
        try await work.forgetLetters()
        try await work.tend(after: 110)
        #expect(try await escalations(work).isEmpty)
        for days in [111, 112, 113] { try await work.tend(after: days) }
        let told = try await escalations(work)
        #expect(told.count == 1)
        #expect(told.first?.allSatisfy { $0.reason == .unanswered } ?? false)
        #expect(try told.first?.contains { $0.record == (try work.channel().id) } ?? false)
    }

    @Test func whatWasCheckedIsForgottenAndToldAnewNextTime() async throws {
        let work = try await WorkSite()
        for days in [90, 111] { try await work.tend(after: days) }
        let id = try work.channel().id
        try await work.workspace(after: 112).verify(id, by: WorkSite.Person.otherEditor.actor, means: .workspace)
        #expect(try await work.store.all(Reminder.self, key: id.description).isEmpty)
        #expect(try await work.store.all(Escalation.self, key: id.description).isEmpty)
        try await work.forgetLetters()
        try await work.tend(after: 202)
        #expect(try await work.token(of: id).isEmpty == false)
    }

    // MARK: Setting aside

    @Test func aChannelThatNobodyVerifiedForAYearIsSetAsideAndEverybodyHears() async throws {
        let work = try await WorkSite()
        let id = try work.channel().id
        for days in [90, 111, 365] { try await work.tend(after: days) }
        #expect(try await work.published(id).setAside == nil)
        try await work.forgetLetters()
        try await work.tend(after: 366)
        #expect(try await work.published(id).setAside?.description == "2027-11-24")
        let told = try await work.letters().filter { letter in
            if case .setAside(let record, _) = letter.matter { record == id } else { false }
        }
        #expect(Set(told.map(\.email)).isSuperset(of: ["othereditor@example.be", "coordinator@example.be"]))
        let others = try await work.store.published().catalogue.away.values.filter { $0.kind != .channel }
        #expect(others.isEmpty)
        try await work.refresh()
        #expect(try await work.get("/nl/channels/\(id)", as: nil).status == .gone)
        // Whoever checks it brings it back.
        try await work.workspace(after: 367).verify(id, by: WorkSite.Person.otherEditor.actor, means: .workspace)
        #expect(try await work.published(id).setAside == nil)
        try await work.refresh()
        #expect(try await work.get("/nl/channels/\(id)", as: nil).status == .ok)
        let trail = try await work.store.trail(TrailSelection(object: id.description, deeds: [.setAside, .brought]))
        #expect(trail.map(\.deed) == [.brought, .setAside])
    }

    @Test func nothingIsSetAsideOfWhichNobodyWasWarned() async throws {
        let work = try await WorkSite()
        // A site that was not running for a year: first it asks.
        try await work.tend(after: 400)
        #expect(try await work.store.published().catalogue.away.isEmpty)
        try await work.tend(after: 421)
        #expect(try await !work.store.published().catalogue.away.isEmpty)
    }

    @Test func aNewReminderPutsNothingOff() async throws {
        let work = try await WorkSite()
        let id = try work.channel().id
        for days in [90, 305, 366] { try await work.tend(after: days) }
        #expect(try await work.published(id).setAside != nil)
    }

    @Test func hidingCanBeSwitchedOff() async throws {
        let work = try await WorkSite()
        try await work.tend(after: 90)
        try await work.workspace(after: 2_000) { $0.hidingDays = nil }.tendFreshness { _, _ in true }
        #expect(try await work.store.published().catalogue.away.isEmpty)
    }

    @Test func whatHelpNeedsStaysAndTheCoordinatorHearsOfItOnce() async throws {
        let work = try await WorkSite()
        let id = try work.channel().id
        for days in [90, 111] { try await work.tend(after: days) }
        try await work.forgetLetters()
        for days in [366, 367] { try await work.tend(after: days) { channel, _ in channel.id != id } }
        #expect(try await work.published(id).setAside == nil)
        let needed = try await escalations(work).flatMap(\.self).filter { $0.reason == .needed }
        #expect(needed.map(\.record) == [id])
    }

    @Test func eachIsLookedAtWithoutThoseThatWentBefore() async throws {
        let work = try await WorkSite()
        try await work.tend(after: 90)
        let seen = Mutex<[Int]>([])
        try await work.tend(after: 366) { _, catalogue in
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
        let tomorrow = try await work.workspace(after: 1)
        #expect(try await tomorrow.take(.freshness, every: 1))
    }
}
