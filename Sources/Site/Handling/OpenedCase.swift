import Catalogue
import Foundation
import Intake

/// Why a handler's step can't be done.
enum HandlingFault: Error {
    case emptyAnswer, noInbox, closed

    var text: TextKey {
        switch self {
        case .emptyAnswer: .dialogueEmpty
        case .noInbox: .handlingNoInbox
        case .closed: .handlingClosed
        }
    }
}

/// A case in the hands of a handler, opened with the key of the session; what is done with it is noted.
struct OpenedCase: Sendable {
    struct Line: Sendable {
        let author: SealedMessage.Author
        let sentAt: String
        /// What was asked, and what was answered to it; a message has one part without a question.
        let parts: [(question: TextKey?, text: String)]
    }

    private(set) var report: ReportCase
    private(set) var messages: [SealedMessage]
    let session: HandlerSessions.Session
    let now: BrusselsTime
    let reporting: Reporting

    func opened() async throws -> OpenedCase {
        var copy = self
        if report.status == .new { copy.report.status = .open }
        try await reporting.vault.update(copy.report, resealed: [], noting: noted(.opened))
        return copy
    }

    func answered(_ text: String) async throws -> OpenedCase {
        guard report.status != .closed else { throw HandlingFault.closed }
        guard !text.isEmpty, text.count <= DialogueMessage.longestText else { throw HandlingFault.emptyAnswer }
        var copy = self
        copy.report.status = .answered
        let message = try SealedMessage(
            DialogueMessage(text: text, sentAt: now.stamp), number: report.number, place: messages.count,
            author: .handler, writtenOn: now.day, inbox: session.key.publicKey, reporter: report.reporterKey)
        try await reporting.vault.append(message, changing: copy.report, noting: noted(.answered))
        copy.messages.append(message)
        return copy
    }

    func closed(_ closing: ReportCase.Closing) async throws -> OpenedCase {
        var copy = self
        copy.report.status = .closed
        copy.report.closing = closing
        copy.report.closedOn = now.day
        try await reporting.vault.update(copy.report, resealed: [], noting: noted(.closed))
        return copy
    }

    /// Seals every message anew to another inbox; from then on this one can't open the case.
    func handedOver(to organisation: RecordID?) async throws {
        guard let inbox = organisation.flatMap({ reporting.inbox(of: $0) }), inbox.isOn,
            inbox.organisation != session.inbox
        else { throw HandlingFault.noInbox }
        var copy = report
        copy.inbox = inbox.organisation
        copy.handedOverBy = session.inbox
        copy.status = .new
        let resealed = try messages.map { try $0.handedOver(from: session.key, to: inbox.publicKey) }
        try await reporting.vault.update(copy, resealed: resealed, noting: noted(.handedOver))
    }

    func exported() async throws {
        try await reporting.vault.note(noted(.exported))
    }

    private func noted(_ what: HandlerAction.What) -> HandlerAction {
        action(what, by: session.handler, in: session.inbox, number: report.number, at: now)
    }

    var lines: [Line] {
        messages.map { message in
            if message.place == 0,
                let content = try? message.open(as: ReportContent.self, with: session.key, reader: .inbox)
            {
                let parts: [(TextKey?, String)] = [
                    (.reportWhat, content.what), (.reportPlace, content.place), (.reportWhen, content.when),
                    (.reportWanted, content.wanted), (.reportContact, content.contact),
                ]
                return Line(author: message.author, sentAt: content.sentAt, parts: parts.filter { !$0.1.isEmpty })
            }
            guard let said = try? message.open(as: DialogueMessage.self, with: session.key, reader: .inbox) else {
                return Line(author: message.author, sentAt: "", parts: [(nil, "—")])
            }
            return Line(author: message.author, sentAt: said.sentAt, parts: [(nil, said.text)])
        }
    }
}

/// A case as plain text, for the police.
struct CaseFile {
    let report: ReportCase
    let lines: [OpenedCase.Line]
    let context: PageContext

    var text: String {
        var text = [
            context.texts(.dialogueTitle, report.number.shown), context.name(of: report.inbox),
            report.receivedOn.description, "",
        ]
        for line in lines {
            let author =
                line.author == .handler ? context.name(of: report.inbox) : context.texts(report.role.label)
            text.append("— \(author), \(context.wording.moment(line.sentAt))")
            for part in line.parts { text.append((part.question.map { context.texts($0) + "\n" } ?? "") + part.text) }
            text.append("")
        }
        return text.joined(separator: "\r\n")
    }
}
