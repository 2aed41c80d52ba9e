import Catalogue
import Foundation

/// A report as the server keeps it: enough to find, count and wipe it; nothing of what it says.
package struct ReportCase: Hashable, Sendable {
    package enum Status: String, CaseIterable, Sendable {
        case new, open, answered, closed
    }

    package enum Closing: String, CaseIterable, Sendable {
        case helped, passedOn = "passed-on", noAnswer = "no-answer", notForUs = "not-for-us", withdrawn
    }

    package let number: CaseNumber
    package var inbox: RecordID
    package let guide: RecordID
    package let language: Language
    package let role: ReporterRole
    /// The day only.
    package let receivedOn: CivilDay
    package var status: Status
    package var closing: Closing?
    package var closedOn: CivilDay?
    /// The inbox that handed it over to this one.
    package var handedOverBy: RecordID?
    /// Of this case alone.
    package let salt: Data
    package let verifier: Data
    package let reporterKey: PublicSealingKey

    package init(
        number: CaseNumber, inbox: RecordID, guide: RecordID, language: Language, role: ReporterRole,
        receivedOn: CivilDay, status: Status = .new, closing: Closing? = nil, closedOn: CivilDay? = nil,
        handedOverBy: RecordID? = nil, salt: Data, verifier: Data, reporterKey: PublicSealingKey
    ) {
        self.number = number
        self.inbox = inbox
        self.guide = guide
        self.language = language
        self.role = role
        self.receivedOn = receivedOn
        self.status = status
        self.closing = closing
        self.closedOn = closedOn
        self.handedOverBy = handedOverBy
        self.salt = salt
        self.verifier = verifier
        self.reporterKey = reporterKey
    }
}

/// A message of a case, sealed twice: for the inbox and for the reporter. The first one is the report itself.
package struct SealedMessage: Hashable, Sendable {
    package enum Author: String, Sendable { case reporter, handler }

    package let number: CaseNumber
    /// From 0.
    package let place: Int
    package let author: Author
    package let writtenOn: CivilDay
    package var forInbox: Data
    package let forReporter: Data

    package init(
        number: CaseNumber, place: Int, author: Author, writtenOn: CivilDay, forInbox: Data, forReporter: Data
    ) {
        self.number = number
        self.place = place
        self.author = author
        self.writtenOn = writtenOn
        self.forInbox = forInbox
        self.forReporter = forReporter
    }

    /// Seals a message for both sides.
    package init(
        _ content: some Encodable, number: CaseNumber, place: Int, author: Author, writtenOn: CivilDay,
        inbox: PublicSealingKey, reporter: PublicSealingKey
    ) throws {
        let bytes = try JSONEncoder().encode(content)
        self.init(
            number: number, place: place, author: author, writtenOn: writtenOn,
            forInbox: try inbox.seal(
                bytes, for: SealingPurpose(caseNumber: number, place: place, author: author, reader: .inbox)),
            forReporter: try reporter.seal(
                bytes, for: SealingPurpose(caseNumber: number, place: place, author: author, reader: .reporter)))
    }

    package func open<Content: Decodable>(
        as type: Content.Type, with key: SealingKey, reader: SealingPurpose.Reader
    ) throws -> Content {
        let purpose = SealingPurpose(caseNumber: number, place: place, author: author, reader: reader)
        return try JSONDecoder().decode(
            type, from: try key.open(reader == .inbox ? forInbox : forReporter, for: purpose))
    }

    /// The same message sealed anew to another inbox.
    package func handedOver(from key: SealingKey, to inbox: PublicSealingKey) throws -> SealedMessage {
        let purpose = SealingPurpose(caseNumber: number, place: place, author: author, reader: .inbox)
        var copy = self
        copy.forInbox = try inbox.seal(try key.open(forInbox, for: purpose), for: purpose)
        return copy
    }
}

/// What a handler did with a case; never what it says.
package struct HandlerAction: Hashable, Sendable {
    package enum What: String, Sendable {
        case opened, answered, exported, handedOver = "handed-over", closed, addedHandler = "added-handler"
        case removedHandler = "removed-handler", signedIn = "signed-in"
        case switchedOn = "switched-on", switchedOff = "switched-off", changedInbox = "changed-inbox", rescued
    }

    package let inbox: RecordID
    package let handler: String
    package let what: What
    /// The case, or nothing for what concerns the inbox.
    package let number: CaseNumber?
    /// On the clocks of Belgium.
    package let on: CivilDay
    package let minute: Int

    package init(inbox: RecordID, handler: String, what: What, number: CaseNumber?, on: CivilDay, minute: Int) {
        self.inbox = inbox
        self.handler = handler
        self.what = what
        self.number = number
        self.on = on
        self.minute = minute
    }
}
