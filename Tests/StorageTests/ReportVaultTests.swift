import Catalogue
import Foundation
import Intake
import Testing

@testable import Storage

/// What is kept of reports, on a real database.
@Suite(.databases) struct ReportVaultTests {
    private let day = CivilDay(year: 2026, month: 11, day: 23)
    private let key = SealingKey()

    private func vault(_ database: TestDatabase) async throws -> any ReportVault {
        let vault = try database.open().reports
        for name in ["child-focus", "mediawijs"] {
            let id = try #require(RecordID(name))
            let inbox = Inbox(organisation: id, publicKey: key.publicKey, themes: [], languages: [.nl])
            try await vault.add(inbox, handler: try handler("Anna", id))
        }
        return vault
    }

    private func handler(_ name: String, _ inbox: RecordID) throws -> Handler {
        Handler(
            inbox: inbox, name: name, wrapped: WrappedKey(rounds: 16, salt: .random(16), sealed: .random(60)),
            addedOn: day, addedBy: nil)
    }

    private func report(_ number: CaseNumber = .random()) throws -> (ReportCase, SealedMessage) {
        let inbox = try #require(RecordID("child-focus"))
        let report = ReportCase(
            number: number, inbox: inbox, guide: try #require(RecordID("threats")), language: .nl, role: .teenager,
            receivedOn: day, salt: .random(16), verifier: .random(32), reporterKey: key.publicKey)
        let message = try SealedMessage(
            DialogueMessage(text: "VAULTMARKER", sentAt: ""), number: number, place: 0, author: .reporter,
            writtenOn: day, inbox: key.publicKey, reporter: key.publicKey)
        return (report, message)
    }

    private func did(_ what: HandlerAction.What, _ number: CaseNumber? = nil) throws -> HandlerAction {
        HandlerAction(
            inbox: try #require(RecordID("child-focus")), handler: "Anna", what: what, number: number, on: day,
            minute: 9)
    }

    @Test(arguments: TestStore.available) func keepsWhatItAccepts(_ kind: TestStore) async throws {
        let database = try await kind.empty()
        let vault = try await vault(database)
        let (report, message) = try report()
        try await vault.accept(report, message, ticket: .random(16))
        #expect(try await vault.report(report.number) == report)
        #expect(try await vault.messages(of: report.number) == [message])
        #expect(try await vault.reports(of: report.inbox) == [report])
        // It is there for another process too.
        #expect(try await database.open().reports.report(report.number) == report)
    }

    @Test(arguments: TestStore.available) func aFormCountsOnce(_ kind: TestStore) async throws {
        let vault = try await vault(kind.empty())
        let ticket = Data.random(16)
        let (first, message) = try report()
        try await vault.accept(first, message, ticket: ticket)
        let (second, other) = try report()
        await #expect(throws: VaultError.sentBefore) { try await vault.accept(second, other, ticket: ticket) }
        #expect(try await vault.report(second.number) == nil)
        // A number that is taken spoils neither: the form may be sent with another number.
        let (same, again) = try report(first.number)
        let fresh = Data.random(16)
        await #expect(throws: VaultError.numberTaken) { try await vault.accept(same, again, ticket: fresh) }
        try await vault.accept(second, other, ticket: fresh)
    }

    /// Many at once share transactions; each gets its own answer.
    @Test(arguments: TestStore.available) func manyAtOnce(_ kind: TestStore) async throws {
        let vault = try await vault(kind.empty())
        let shared = Data.random(16)
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for place in 0..<200 {
                let (report, message) = try report()
                let ticket = place % 10 == 0 ? shared : Data.random(16)
                group.addTask {
                    do {
                        try await vault.accept(report, message, ticket: ticket)
                        return true
                    } catch VaultError.sentBefore { return false }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count(where: { $0 }) == 181)
        #expect(try await vault.reports(of: try #require(RecordID("child-focus"))).count == 181)
    }

    @Test(arguments: TestStore.available) func changesAndTheLogGoTogether(_ kind: TestStore) async throws {
        let vault = try await vault(kind.empty())
        var (report, message) = try report()
        try await vault.accept(report, message, ticket: .random(16))
        let accepted = report
        report.status = .answered
        let answer = try SealedMessage(
            DialogueMessage(text: "b", sentAt: ""), number: report.number, place: 1, author: .handler, writtenOn: day,
            inbox: key.publicKey, reporter: key.publicKey)
        try await vault.append(
            answer, to: accepted, changing: report, ticket: .random(16), noting: try did(.answered, report.number))
        #expect(try await vault.messages(of: report.number).count == 2)
        // The same place twice is refused whole, and so is what somebody does who has not seen the answer.
        let answered = report
        var later = report
        later.status = .open
        func error(_ write: () async throws -> Void) async -> VaultError? {
            do { try await write() } catch { return error as? VaultError }
            return nil
        }
        let changes: [() async throws -> Void] = [
            { try await vault.append(answer, to: answered, changing: later, ticket: .random(16), noting: nil) },
            { try await vault.update(accepted, to: later, resealed: [], noting: try did(.opened, later.number)) },
            {
                try await vault.update(
                    answered, to: later, resealed: [message], noting: try did(.handedOver, later.number))
            },
        ]
        for change in changes { #expect(await error(change) == .changedMeanwhile) }
        #expect(try await vault.report(report.number)?.status == .answered)
        #expect(try await vault.actions(of: report.inbox, limit: 10).count == 1)
    }

    @Test(arguments: TestStore.available) func theLastHandlerStays(_ kind: TestStore) async throws {
        let vault = try await vault(kind.empty())
        let inbox = try #require(RecordID("child-focus"))
        try await vault.put(try handler("Bert", inbox), noting: try did(.addedHandler))
        #expect(try await vault.removeHandler("Anna", of: inbox, noting: try did(.removedHandler)))
        #expect(try await !vault.removeHandler("Bert", of: inbox, noting: try did(.removedHandler)))
        #expect(try await vault.handlers(of: inbox).map(\.name) == ["Bert"])
        #expect(try await vault.actions(of: inbox, limit: 10).map(\.what) == [.removedHandler, .addedHandler])
    }

    /// What is wiped is gone from the files of its tables, down to the sealed bytes; with SQLite from the log too.
    @Test(arguments: TestStore.available) func wipingLeavesNothing(_ kind: TestStore) async throws {
        let database = try await kind.empty()
        let vault = try await vault(database)
        var (report, message) = try report()
        try await vault.accept(report, message, ticket: .random(16))
        let accepted = report
        report.status = .closed
        report.closing = .helped
        report.closedOn = day
        try await vault.update(accepted, to: report, resealed: [], noting: try did(.closed, report.number))
        let canary = message.forInbox.suffix(64)
        #expect(try await database.contents().contains { $0.range(of: canary) != nil })
        #expect(try await vault.wipe(closedBefore: day) == 0)
        #expect(try await vault.wipe(closedBefore: day.adding(days: 1)) == 1)
        #expect(try await vault.report(report.number) == nil)
        #expect(try await vault.messages(of: report.number).isEmpty)
        #expect(try await vault.actions(of: report.inbox, limit: 10).isEmpty)
        // While others of the same server read, the next wiping round does it.
        func isGone() async throws -> Bool {
            try await !database.contents().contains { $0.range(of: canary) != nil }
        }
        var rounds = 0
        while try await !isGone(), rounds < 300 {
            rounds += 1
            try await Task.sleep(for: .milliseconds(100))
            _ = try await vault.wipe(closedBefore: day)
        }
        #expect(try await isGone())
    }

    /// Nothing readable of a report is in any file of the store.
    @Test(arguments: TestStore.available) func filesHoldNoPlaintext(_ kind: TestStore) async throws {
        let database = try await kind.empty()
        let vault = try await vault(database)
        for _ in 0..<20 {
            let (report, message) = try report()
            try await vault.accept(report, message, ticket: .random(16))
        }
        for file in try await database.contents() { #expect(file.range(of: Data("VAULTMARKER".utf8)) == nil) }
    }
}
