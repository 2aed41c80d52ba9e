import Catalogue
import Foundation
import HTTPTypes
import Intake

/// Why a handler's step can't be done.
enum HandlingFault: Error {
    case emptyAnswer, longAnswer, expiredForm, noInbox, closed, changedMeanwhile, notStored, uncertain

    /// What went wrong in the store, in the words of those who handle.
    init(_ error: any Error) {
        self =
            switch error {
            case let fault as HandlingFault: fault
            case VaultError.changedMeanwhile, VaultError.sentBefore: .changedMeanwhile
            case VaultError.uncertain: .uncertain
            default: .notStored
            }
    }

    /// Whether the step itself was right.
    var isOfTheStore: Bool { self == .notStored || self == .uncertain }

    var status: HTTPResponse.Status {
        switch self {
        case .notStored, .uncertain: .serviceUnavailable
        case .changedMeanwhile: .conflict
        default: .unprocessableContent
        }
    }

    func words(_ texts: Texts) -> String {
        switch self {
        case .emptyAnswer: texts(.dialogueEmpty)
        case .longAnswer: texts(.reportFaultLong, "\(DialogueMessage.longestText)")
        case .expiredForm: texts(.reportFaultExpired)
        case .noInbox: texts(.handlingNoInbox)
        case .closed: texts(.handlingClosed)
        case .changedMeanwhile: texts(.handlingChanged)
        case .notStored: texts(.dialogueNotStored)
        case .uncertain: texts(.reportFaultUncertain)
        }
    }
}

/// A case in the hands of a handler, opened with the key of the session; what is done with it is noted.
struct OpenedCase: Sendable {
    struct Line: Sendable {
        /// The organisation that answered; nil: whoever reported.
        let author: RecordID?
        let sentAt: String
        /// What was asked, and what was answered to it; a message has one part without a question.
        let parts: [(question: TextKey?, text: String)]
    }

    private(set) var report: ReportCase
    private(set) var messages: [SealedMessage]
    let session: HandlerSessions.Session
    let now: BrusselsTime
    let reporting: Reporting

    /// That whoever acts has seen every message.
    func expect(seen: String?) throws {
        guard report.status != .closed else { throw HandlingFault.closed }
        if seen != "\(messages.count)" { throw HandlingFault.changedMeanwhile }
    }

    func opened() async throws -> OpenedCase {
        var copy = self
        if report.status == .new { copy.report.status = .open }
        try await reporting.vault.update(report, to: copy.report, resealed: [], noting: noted(.opened))
        return copy
    }

    func answered(_ text: String, ticket: Data?) async throws -> OpenedCase {
        guard !text.isEmpty else { throw HandlingFault.emptyAnswer }
        guard text.count <= DialogueMessage.longestText else { throw HandlingFault.longAnswer }
        guard let ticket else { throw HandlingFault.expiredForm }
        var copy = self
        copy.report.status = .answered
        let message = try SealedMessage(
            DialogueMessage(text: text, sentAt: now.stamp, from: session.inbox), number: report.number,
            place: messages.count, author: .handler, writtenOn: now.day, inbox: session.key.publicKey,
            reporter: report.reporterKey)
        try await reporting.vault.append(
            message, to: report, changing: copy.report, ticket: ticket, noting: noted(.answered))
        copy.messages.append(message)
        return copy
    }

    func closed(_ closing: ReportCase.Closing) async throws {
        var copy = self
        copy.report.status = .closed
        copy.report.closing = closing
        copy.report.closedOn = now.day
        try await reporting.vault.update(report, to: copy.report, resealed: [], noting: noted(.closed))
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
        try await reporting.vault.update(report, to: copy, resealed: resealed, noting: noted(.handedOver))
    }

    func exported() async throws {
        try await reporting.vault.note(noted(.exported))
    }

    private func noted(_ what: HandlerAction.What) -> HandlerAction {
        .by(session.handler, what, in: session.inbox, number: report.number, at: now)
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
                return Line(author: nil, sentAt: content.sentAt, parts: parts.filter { !$0.1.isEmpty })
            }
            guard let said = try? message.open(as: DialogueMessage.self, with: session.key, reader: .inbox) else {
                return Line(author: message.author == .handler ? report.inbox : nil, sentAt: "", parts: [(nil, "—")])
            }
            return Line(
                author: message.author == .handler ? said.from.flatMap { RecordID($0) } ?? report.inbox : nil,
                sentAt: said.sentAt, parts: [(nil, said.text)])
        }
    }
}

extension HandlerAction {
    /// What a handler does at a moment.
    static func by(
        _ handler: String, _ what: What, in inbox: RecordID, number: CaseNumber? = nil, at now: BrusselsTime
    ) -> HandlerAction {
        HandlerAction(inbox: inbox, handler: handler, what: what, number: number, on: now.day, minute: now.minute)
    }
}
