import Catalogue
import Editorial
import Exchange
import Foundation
import HTTPTypes
import Storage
import Synchronization
import Testing

@testable import Site

/// The database can't be reached: that is said, nothing that was typed is lost, and reading goes on.
@Suite struct StorePauseTests {
    private static let typed = "Het nummer klopt niet, zegt Noor."
    private static let form = "message=Het+nummer+klopt+niet%2C+zegt+Noor."

    private func site(_ error: StoreError) throws -> TestSite {
        try TestSite(TestSite.shipped.snapshot.catalogue, store: AwayStore(BrokenStore(), throwing: error))
    }

    private func hidden(_ answer: TestSite.Answer, _ name: String) throws -> String? {
        try Markup(answer.body).all("input").first { $0.attributes["name"] == name }?.attributes["value"]
    }

    @Test(arguments: Language.allCases)
    func whatWasTypedComesBackToBeSentOnceMore(_ language: Language) async throws {
        let answer = try await site(.away("no route")).post("/\(language)/records/awel-102/suggestion", Self.form)
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.headers[.retryAfter] != nil)
        let markup = try Markup(answer.body)
        #expect(markup.all("h1").first?.text == Texts.of(language)(.pausedTitle))
        #expect(try hidden(answer, "message") == Self.typed)
        #expect(markup.all("form").contains { $0.attributes["action"] == "/\(language)/records/awel-102/suggestion" })
        #expect(!answer.body.contains("no route"))
    }

    @Test(arguments: Language.allCases)
    func whereNobodyKnowsPeopleAreAskedToLookFirst(_ language: Language) async throws {
        let answer = try await site(.uncertain("cut")).post("/\(language)/records/awel-102/suggestion", Self.form)
        #expect(answer.status == .serviceUnavailable)
        // No program sends it again by itself.
        #expect(answer.headers[.retryAfter] == nil)
        #expect(try Markup(answer.body).all("h1").first?.text == Texts.of(language)(.uncertainTitle))
        #expect(try hidden(answer, "message") == Self.typed)
    }

    @Test func theWorkspaceGivesBackWhatWasTyped() async throws {
        let answer = try await site(.away("no route")).post(
            "/nl/workspace/drafts/abc", "summary-nl=Een+zin&action=save&form-code=x",
            headers: [.cookie: "__Host-session=\(SecretToken.new().text)"])
        #expect(answer.status == .serviceUnavailable)
        #expect(try hidden(answer, "summary-nl") == "Een zin")
        #expect(try hidden(answer, "form-code") == "x")
    }

    @Test func passwordsAreNotRepeated() async throws {
        let answer = try await site(.away("no route")).post(
            "/nl/workspace/sign-in", "email=noor%40example.be&password=vier+losse+woorden")
        #expect(answer.status == .serviceUnavailable)
        #expect(!answer.body.contains("losse"))
    }

    @Test func thePagesOfTheWorkspaceSayIt() async throws {
        let answer = try await site(.away("no route")).get(
            "/fr/workspace", headers: [.cookie: "__Host-session=\(SecretToken.new().text)"])
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.body.contains(Texts.of(.fr)(.pausedTitle)))
    }

    @Test func programsHearItAsData() async throws {
        let answer = try await site(.away("no route")).post(
            "/api/v1/drafts", "{}",
            headers: [.contentType: "application/json", .authorization: "Bearer \(SecretToken.new().text)"])
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.headers[.retryAfter] != nil)
    }

    @Test func aNodeThatReadsOnIsReadyAndNotWell() async throws {
        let site = try site(.away("no route"))
        await site.site.housekeeping.refresh()
        #expect(try await site.get("/health").status == .serviceUnavailable)
        let ready = try await site.get("/health/ready")
        #expect(ready.status == .ok)
        #expect(ready.body.contains("reading only"))
        #expect(try await site.get("/nl/search?q=pesten").status == .ok)
    }
}

/// Several programs on one store.
@Suite struct ManyNodesTests {
    private static let awel = RecordID("awel-102")

    private static var folder: String {
        FileManager.default.temporaryDirectory.appendingPathComponent("nodes-\(UUID().uuidString)").path
    }

    @Test func allGetTheSameKey() async throws {
        let store = try SQLiteStore(folder: Self.folder)
        let keys = try await withThrowingTaskGroup(of: Data.self) { group in
            for _ in 0..<8 { group.addTask { try await store.secret(.formTickets, at: TestSite.noon) } }
            return try await group.reduce(into: Set<Data>()) { $0.insert($1) }
        }
        #expect(keys.count == 1)
        #expect(keys.first?.count == 32)
        #expect(keys.first != Data(count: 32))
    }

    @Test func aFormOfOneNodeIsGoodOnAnother() {
        let (one, other) = (FormTickets(), FormTickets())
        let before = one.new(at: TestSite.noon)
        #expect(other.nonce(of: before, at: TestSite.noon) == nil)
        let key = Data(repeating: 7, count: 32)
        one.share(key)
        other.share(key)
        #expect(other.nonce(of: one.new(at: TestSite.noon), at: TestSite.noon) != nil)
        // A form from before the node knew the key is still good where it was given out.
        #expect(one.nonce(of: before, at: TestSite.noon) != nil)
        #expect(FormTickets().nonce(of: one.new(at: TestSite.noon), at: TestSite.noon) == nil)
    }

    /// A site over a store in which `count` revisions of one page of text were published.
    private func site(publishing count: Int) async throws -> (TestSite, SQLiteStore) {
        let store = try SQLiteStore(folder: Self.folder)
        for number in 1...count { try await publish(number, in: store) }
        return (try TestSite(Snapshot(try await store.published()), store: store, clock: TestSite.noon), store)
    }

    private func publish(_ number: Int, in store: SQLiteStore) async throws {
        let id = try #require(Self.awel)
        var changed = try #require(TestSite.shipped.snapshot.catalogue[id])
        changed.verified = Verification(
            on: PartialDate(CivilDay(daysSinceEpoch: 20_000 + number)), organisation: nil, by: .letter)
        _ = try await store.publish([.record(changed)], by: "test", at: TestSite.noon + Double(number) * 60)
    }

    @Test func whatAnotherNodePublishedIsTaken() async throws {
        let (site, store) = try await site(publishing: 1)
        try await publish(2, in: store)
        await site.site.housekeeping.refresh()
        #expect(site.site.environment.snapshots.revision == 2)
    }

    @Test func nothingIsMadeAnewWhereNothingHappened() async throws {
        let (site, _) = try await site(publishing: 3)
        let before = site.site.environment.snapshots.current
        await site.site.housekeeping.refresh()
        #expect(site.site.environment.snapshots.current === before)
    }

    /// A standby that lagged behind took over: what the database does not have any more nobody reads any more.
    @Test(arguments: [1, 3])
    func aStoreThatWentBackIsReadAnew(_ revisions: Int) async throws {
        let (site, _) = try await site(publishing: 3)
        let other = try SQLiteStore(folder: Self.folder)
        // As many revisions as before are others, made at another time.
        for number in 1...revisions { try await publish(number + 10, in: other) }
        let behind = try TestSite(
            site.site.environment.snapshots.current, store: other, clock: TestSite.noon)
        await behind.site.housekeeping.refresh()
        let now = behind.site.environment.snapshots.current
        #expect(now.revision == revisions)
        let awel = try #require(Self.awel)
        let kept = try await other.published().catalogue[awel]?.verified
        #expect(now.catalogue[awel]?.verified == kept)
    }

    @Test func aStoreThatComesBackIsNoticed() async throws {
        let (site, store) = try await site(publishing: 1)
        let away = AwayStore(store)
        let node = try TestSite(site.site.environment.snapshots.current, store: away, clock: TestSite.noon)
        away.fail(with: .away("cut"))
        await node.site.housekeeping.refresh()
        #expect(node.site.environment.standing.isAway)
        try await publish(2, in: store)
        away.fail(with: nil)
        await node.site.housekeeping.refresh()
        #expect(!node.site.environment.standing.isAway)
        #expect(node.site.environment.snapshots.revision == 2)
    }

    @Test func aSnapshotIsKeptOnceWithItsAges() async throws {
        let (site, store) = try await site(publishing: 2)
        let kept = Mutex<[PublishedCatalogue]>([])
        let keeping = SnapshotKeeping { published in kept.withLock { $0.append(published) } }
        let snapshot = site.site.environment.snapshots.current
        try await keeping.keep(snapshot)
        try await keeping.keep(snapshot)
        #expect(kept.withLock { $0.map(\.revision) } == [2])
        let published = try await store.published()
        let one = try #require(kept.withLock { $0.first })
        #expect(one.madeAt == published.madeAt)
        #expect(one.ages.mapValues(\.first) == published.ages.mapValues(\.first))
        #expect(Snapshot(one).log.changes == snapshot.log.changes)
        try await publish(3, in: store)
        await site.site.housekeeping.refresh()
        try await keeping.keep(site.site.environment.snapshots.current)
        #expect(kept.withLock { $0.map(\.revision) } == [2, 3])
    }
}
