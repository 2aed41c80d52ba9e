import Catalogue
import Foundation
import Storage
import Testing

@testable import Editorial
@testable import Site

/// Letters go out once, and none is forgotten.
@Suite struct LetterPostboxTests {
    private func put(_ count: Int = 1, _ matter: Notice.Matter = .passwordChanged, in accounts: AccountSite)
        async throws
    {
        var work = Work(by: "test", at: accounts.workspace.now)
        for number in 0..<count {
            try work.put(
                Notice(
                    to: "person\(number)@example.be", name: "Person \(number)", language: .nl, matter: matter,
                    at: accounts.workspace.now))
        }
        try await accounts.store.commit(work)
    }

    private func waiting(_ accounts: AccountSite) async throws -> [Notice] {
        try await accounts.store.all(Notice.self).map(\.value)
    }

    @Test func eachIsSentOnceAndThirtyAtATime() async throws {
        let accounts = try AccountSite()
        try await put(70, in: accounts)
        for sent in [30, 60, 70, 70] { #expect(try await accounts.letters().count == sent) }
        #expect(Set(accounts.post.letters.map(\.to.address)).count == 70)
        #expect(try await waiting(accounts).isEmpty)
    }

    /// What the postman refuses waits, soon at first and then longer, and is counted.
    @Test func whatIsRefusedIsTriedAgain() async throws {
        let accounts = try AccountSite()
        try await put(in: accounts)
        accounts.post.refuse(6)
        for failures in 1...6 {
            #expect(try await accounts.letters().isEmpty)
            #expect(try await waiting(accounts).map(\.failures) == [failures])
            // Not at once.
            #expect(try await accounts.letters().isEmpty)
            #expect(try await waiting(accounts).map(\.failures) == [failures])
            accounts.wait(failures < 5 ? 16 : 901)
        }
        #expect(try await accounts.letters().count == 1)
        #expect(try await waiting(accounts).isEmpty)
        #expect(accounts.log.text.contains("could not be sent"))
    }

    @Test func oneThatFailsKeepsNobodyWaiting() async throws {
        let accounts = try AccountSite()
        try await put(3, in: accounts)
        accounts.post.refuse(1)
        #expect(try await accounts.letters().count == 2)
    }

    @Test func afterFiveDaysItIsGivenUp() async throws {
        let accounts = try AccountSite()
        try await put(in: accounts)
        accounts.post.refuse(1)
        _ = try await accounts.letters()
        accounts.wait(Postbox.patience + 1)
        #expect(try await accounts.letters().isEmpty)
        #expect(try await waiting(accounts).isEmpty)
        #expect(accounts.log.text.contains("given up"))
    }

    /// A link that has run out is not sent, and what can't be written is not tried for ever.
    @Test func nothingDeadAndNothingUnwritableIsSent() async throws {
        let accounts = try AccountSite()
        try await put(in: accounts)
        accounts.post.refuse(1)
        try await put(1, .reset(token: "T"), in: accounts)
        _ = try await accounts.letters()
        let before = accounts.post.letters.count
        try await put(1, .reset(token: "T"), in: accounts)
        accounts.wait(Invitation.resettingTime + 1)
        _ = try await accounts.letters()
        #expect(accounts.post.letters.dropFirst(before).allSatisfy { $0.subject != Texts.of(.nl)(.letterResetSubject) })
        var work = Work(by: "test", at: accounts.workspace.now)
        try work.put(
            Notice(to: "no address", name: "X", language: .nl, matter: .passwordChanged, at: accounts.workspace.now))
        try await accounts.store.commit(work)
        _ = try await accounts.letters()
        #expect(try await waiting(accounts).isEmpty)
    }

    @Test func theLogSaysNothingOfPeopleOrLinks() async throws {
        let accounts = try AccountSite()
        try await put(3, .reset(token: "GEHEIMETOKEN"), in: accounts)
        accounts.post.refuse(9)
        for _ in 0..<4 {
            _ = try await accounts.letters()
            accounts.wait(1_300)
        }
        #expect(accounts.log.text.contains("given up") && accounts.log.text.contains("could not be sent"))
        for secret in ["GEHEIMETOKEN", "@example.be", "Person"] { #expect(!accounts.log.text.contains(secret)) }
    }

    /// A store that does not take the news of a sent letter gets it again; the letter does not go out again.
    @Test func aLetterIsNotSentTwiceWhereTheStoreFails() async throws {
        let accounts = try AccountSite()
        try await put(in: accounts)
        let store = StubbornStore(accounts.store)
        let workspace = Workspace(
            store: store, publicAddress: "https://shop.example", published: { .empty },
            clock: { accounts.workspace.now })
        let postbox = Postbox(
            workspace: workspace, postman: accounts.post,
            writer: LetterWriter(
                settings: SiteSettings(publicAddress: "https://shop.example"),
                snapshots: SnapshotHolder(accounts.site.snapshot)),
            logger: accounts.site.site.environment.logger)
        store.fail(true)
        for _ in 0..<3 { await postbox.send() }
        #expect(accounts.post.letters.count == 1)
        #expect(try await waiting(accounts).count == 1)
        store.fail(false)
        await postbox.send()
        #expect(accounts.post.letters.count == 1)
        #expect(try await waiting(accounts).isEmpty)
    }
}
