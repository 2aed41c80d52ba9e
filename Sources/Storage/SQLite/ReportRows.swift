import Catalogue
import Editorial
import Foundation
import GRDB
import Intake

/// A row of `inbox`.
struct InboxRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "inbox"

    let organisation: String
    let publicKey: Data
    let themes: String
    let languages: String
    let answersWithin: Int?
    let isOn: Bool

    init(_ inbox: Inbox) {
        organisation = inbox.organisation.description
        publicKey = inbox.publicKey.bytes
        themes = inbox.themes.map(\.description).joined(separator: ",")
        languages = inbox.languages.map(\.rawValue).joined(separator: ",")
        answersWithin = inbox.answersWithin
        isOn = inbox.isOn
    }

    func inbox() throws -> Inbox {
        guard let id = RecordID(organisation), let key = PublicSealingKey(bytes: publicKey) else {
            throw StoreError.unreadable("inbox", reason: "a row makes no sense")
        }
        return Inbox(
            organisation: id, publicKey: key, themes: themes.split(separator: ",").compactMap { ConceptID($0) },
            languages: languages.split(separator: ",").compactMap { Language(rawValue: String($0)) },
            answersWithin: answersWithin, isOn: isOn)
    }
}

/// A row of `handler`.
struct HandlerRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "handler"

    let inbox: String
    let name: String
    let rounds: Int
    let salt: Data
    let sealed: Data
    let addedOn: String
    let addedBy: String?

    init(_ handler: Handler) {
        inbox = handler.inbox.description
        name = handler.name
        rounds = handler.wrapped.rounds
        salt = handler.wrapped.salt
        sealed = handler.wrapped.sealed
        addedOn = handler.addedOn.description
        addedBy = handler.addedBy
    }

    func handler() throws -> Handler {
        guard let id = RecordID(inbox), let day = PartialDate(addedOn)?.civilDay else {
            throw StoreError.unreadable("handler", reason: "a row makes no sense")
        }
        return Handler(
            inbox: id, name: name, wrapped: WrappedKey(rounds: rounds, salt: salt, sealed: sealed), addedOn: day,
            addedBy: addedBy)
    }
}

/// A row of `report`.
struct ReportRow: Codable, Equatable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "report"

    let number: Int
    let inbox: String
    let guide: String
    let language: String
    let role: String
    let receivedOn: String
    let status: String
    let closing: String?
    let closedOn: String?
    let handedOverBy: String?
    let salt: Data
    let verifier: Data
    let reporterKey: Data

    init(_ report: ReportCase) {
        number = report.number.value
        inbox = report.inbox.description
        guide = report.guide.description
        language = report.language.rawValue
        role = report.role.rawValue
        receivedOn = report.receivedOn.description
        status = report.status.rawValue
        closing = report.closing?.rawValue
        closedOn = report.closedOn?.description
        handedOverBy = report.handedOverBy?.description
        salt = report.salt
        verifier = report.verifier
        reporterKey = report.reporterKey.bytes
    }

    func report() throws -> ReportCase {
        guard let number = CaseNumber(value: number), let inbox = RecordID(inbox), let guide = RecordID(guide),
            let language = Language(rawValue: language), let role = ReporterRole(rawValue: role),
            let day = PartialDate(receivedOn)?.civilDay, let status = ReportCase.Status(rawValue: status),
            let key = PublicSealingKey(bytes: reporterKey)
        else { throw StoreError.unreadable("report", reason: "a row makes no sense") }
        return ReportCase(
            number: number, inbox: inbox, guide: guide, language: language, role: role, receivedOn: day,
            status: status, closing: closing.flatMap(ReportCase.Closing.init),
            closedOn: closedOn.flatMap { PartialDate($0)?.civilDay },
            handedOverBy: handedOverBy.flatMap { RecordID($0) }, salt: salt, verifier: verifier, reporterKey: key)
    }
}

/// A row of `reportMessage`.
struct ReportMessageRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "reportMessage"

    let number: Int
    let place: Int
    let author: String
    let writtenOn: String
    let forInbox: Data
    let forReporter: Data

    init(_ message: SealedMessage) {
        number = message.number.value
        place = message.place
        author = message.author.rawValue
        writtenOn = message.writtenOn.description
        forInbox = message.forInbox
        forReporter = message.forReporter
    }

    func message() throws -> SealedMessage {
        guard let number = CaseNumber(value: number), let author = SealedMessage.Author(rawValue: author),
            let day = PartialDate(writtenOn)?.civilDay
        else { throw StoreError.unreadable("reportMessage", reason: "a row makes no sense") }
        return SealedMessage(
            number: number, place: place, author: author, writtenOn: day, forInbox: forInbox, forReporter: forReporter)
    }
}

/// A row of `handlerAction`.
struct HandlerActionRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "handlerAction"

    let inbox: String
    let handler: String
    let what: String
    let number: Int?
    let day: String
    let minute: Int

    init(_ action: HandlerAction) {
        inbox = action.inbox.description
        handler = action.handler
        what = action.what.rawValue
        number = action.number?.value
        day = action.on.description
        minute = action.minute
    }

    func action() throws -> HandlerAction {
        guard let inbox = RecordID(inbox), let what = HandlerAction.What(rawValue: what),
            let day = PartialDate(day)?.civilDay
        else { throw StoreError.unreadable("handlerAction", reason: "a row makes no sense") }
        return HandlerAction(
            inbox: inbox, handler: handler, what: what, number: number.flatMap { CaseNumber(value: $0) }, on: day,
            minute: minute)
    }
}
