import Catalogue
import Foundation
import Intake

/// Somebody who came back with a number and words that belong together.
struct ReporterVisit: Sendable {
    private(set) var report: ReportCase
    private(set) var messages: [SealedMessage]
    private let key: SealingKey
    private static let mostTries = 4

    /// From a request to the answer that number and words don't belong together. A report that is there is read and proven,
    /// which takes some microseconds more than finding none: whoever measures answers learns nothing from it.
    static let refusalTakes: Duration = .milliseconds(100)

    /// Nil where they don't. The work is the same whether there is such a report or not.
    init?(number: String, words: String, language: Language, vault: any ReportVault) async throws {
        let receipt = Receipt(words, language: language)
        let number = CaseNumber(number)
        let found = try await vault.report(number ?? .random())
        let salt = found?.salt ?? Data.random(16)
        let keys = try (receipt ?? Receipt()).keys(salt: salt)
        let isRight = keys.verifier.equalsInConstantTime(found?.verifier ?? Data(count: keys.verifier.count))
        // A key in the row that is not that of the words: somebody changed it in the database.
        guard isRight, receipt != nil, let found, found.reporterKey == keys.key.publicKey else { return nil }
        report = found
        key = keys.key
        messages = try await vault.messages(of: found.number)
    }

    /// Adds what was written. Where a handler answered, closed or handed over at the same moment, that came first.
    mutating func add(_ text: String, ticket: Data, at now: BrusselsTime, _ reporting: Reporting) async throws {
        for _ in 0..<Self.mostTries {
            do { return try await addOnce(text, ticket: ticket, at: now, reporting) } catch VaultError.changedMeanwhile
            {
                guard let found = try await reporting.vault.report(report.number) else { break }
                report = found
                messages = try await reporting.vault.messages(of: found.number)
            }
        }
        throw VaultError.changedMeanwhile
    }

    private mutating func addOnce(
        _ text: String, ticket: Data, at now: BrusselsTime, _ reporting: Reporting
    ) async throws {
        guard report.status != .closed else { throw ReportForm.Fault.closed }
        guard let inbox = reporting.inbox(of: report.inbox) else { throw VaultError.notStored("no inbox") }
        let message = try SealedMessage(
            DialogueMessage(text: text, sentAt: now.stamp), number: report.number, place: messages.count,
            author: .reporter, writtenOn: now.day, inbox: inbox.publicKey, reporter: report.reporterKey)
        var changed = report
        if changed.status == .answered { changed.status = .open }
        try await reporting.vault.append(message, to: report, changing: changed, ticket: ticket, noting: nil)
        report = changed
        messages.append(message)
    }

    var lines: [DialoguePage.Line] {
        messages.compactMap { message in
            let isMine = message.author == .reporter
            if message.place == 0 {
                guard let content = try? message.open(as: ReportContent.self, with: key, reader: .reporter) else {
                    return nil
                }
                let parts = [content.what, content.place, content.when, content.wanted, content.contact]
                return DialoguePage.Line(
                    author: nil, text: parts.filter { !$0.isEmpty }.joined(separator: "\n"), sentAt: content.sentAt)
            }
            return (try? message.open(as: DialogueMessage.self, with: key, reader: .reporter)).map {
                DialoguePage.Line(
                    author: isMine ? nil : $0.from.flatMap { RecordID($0) } ?? report.inbox, text: $0.text,
                    sentAt: $0.sentAt)
            }
        }
    }
}
