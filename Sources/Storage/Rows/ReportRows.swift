import Catalogue
import Editorial
import Foundation
import Intake

/// A row of `inbox`.
struct InboxRow: ProvenRow {
    static let table = "inbox"

    let organisation: String
    let publicKey: Data
    let themes: String
    let languages: String
    let answersWithin: Int?
    let isOn: Bool
    private(set) var digest = ""

    init(_ inbox: Inbox) {
        organisation = inbox.organisation.description
        publicKey = inbox.publicKey.bytes
        themes = inbox.themes.map(\.description).joined(separator: ",")
        languages = inbox.languages.map(\.rawValue).joined(separator: ",")
        answersWithin = inbox.answersWithin
        isOn = inbox.isOn
        digest = digestOfFields
    }

    var digestOfFields: String {
        FieldDigest.short { digest in
            digest.take(organisation)
            digest.take(publicKey)
            digest.take(themes)
            digest.take(languages)
            digest.take(answersWithin.map(String.init))
            digest.take(isOn ? "1" : "0")
        }
    }

    var title: String { "the inbox of \(organisation)" }

    func inbox() throws -> Inbox {
        try prove()
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
struct HandlerRow: ProvenRow {
    static let table = "handler"

    let inbox: String
    let name: String
    let rounds: Int
    let salt: Data
    let sealed: Data
    let addedOn: String
    let addedBy: String?
    private(set) var digest = ""

    init(_ handler: Handler) {
        inbox = handler.inbox.description
        name = handler.name
        rounds = handler.wrapped.rounds
        salt = handler.wrapped.salt
        sealed = handler.wrapped.sealed
        addedOn = handler.addedOn.description
        addedBy = handler.addedBy
        digest = digestOfFields
    }

    var digestOfFields: String {
        FieldDigest.short { digest in
            digest.take(inbox)
            digest.take(name)
            digest.take(String(rounds))
            digest.take(salt)
            digest.take(sealed)
            digest.take(addedOn)
            digest.take(addedBy)
        }
    }

    var title: String { "a handler of \(inbox)" }

    func handler() throws -> Handler {
        try prove()
        guard let id = RecordID(inbox), let day = PartialDate(addedOn)?.civilDay else {
            throw StoreError.unreadable("handler", reason: "a row makes no sense")
        }
        return Handler(
            inbox: id, name: name, wrapped: WrappedKey(rounds: rounds, salt: salt, sealed: sealed), addedOn: day,
            addedBy: addedBy)
    }
}

/// A row of `report`.
struct ReportRow: ProvenRow, Equatable {
    static let table = "report"

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
    private(set) var digest = ""

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
        digest = digestOfFields
    }

    var digestOfFields: String {
        FieldDigest.short { digest in
            digest.take(String(number))
            digest.take(inbox)
            digest.take(guide)
            digest.take(language)
            digest.take(role)
            digest.take(receivedOn)
            digest.take(status)
            digest.take(closing)
            digest.take(closedOn)
            digest.take(handedOverBy)
            digest.take(salt)
            digest.take(verifier)
            digest.take(reporterKey)
        }
    }

    var title: String { "a report of \(inbox)" }

    func report() throws -> ReportCase {
        try prove()
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
struct ReportMessageRow: ProvenRow {
    static let table = "reportMessage"

    let number: Int
    let place: Int
    let author: String
    let writtenOn: String
    let forInbox: Data
    let forReporter: Data
    private(set) var digest = ""

    init(_ message: SealedMessage) {
        number = message.number.value
        place = message.place
        author = message.author.rawValue
        writtenOn = message.writtenOn.description
        forInbox = message.forInbox
        forReporter = message.forReporter
        digest = digestOfFields
    }

    var digestOfFields: String {
        FieldDigest.short { digest in
            digest.take(String(number))
            digest.take(String(place))
            digest.take(author)
            digest.take(writtenOn)
            digest.take(forInbox)
            digest.take(forReporter)
        }
    }

    var title: String { "a sealed message" }

    func message() throws -> SealedMessage {
        try prove()
        guard let number = CaseNumber(value: number), let author = SealedMessage.Author(rawValue: author),
            let day = PartialDate(writtenOn)?.civilDay
        else { throw StoreError.unreadable("reportMessage", reason: "a row makes no sense") }
        return SealedMessage(
            number: number, place: place, author: author, writtenOn: day, forInbox: forInbox, forReporter: forReporter)
    }
}

/// A row of `handlerAction`.
struct HandlerActionRow: ProvenRow {
    static let table = "handlerAction"

    let inbox: String
    let handler: String
    let what: String
    let number: Int?
    let day: String
    let minute: Int
    private(set) var digest = ""

    init(_ action: HandlerAction) {
        inbox = action.inbox.description
        handler = action.handler
        what = action.what.rawValue
        number = action.number?.value
        day = action.on.description
        minute = action.minute
        digest = digestOfFields
    }

    var digestOfFields: String {
        FieldDigest.short(inbox, handler, what, number.map(String.init), day, String(minute))
    }

    var title: String { "a line of the log of \(inbox)" }

    func action() throws -> HandlerAction {
        try prove()
        guard let inbox = RecordID(inbox), let what = HandlerAction.What(rawValue: what),
            let day = PartialDate(day)?.civilDay
        else { throw StoreError.unreadable("handlerAction", reason: "a row makes no sense") }
        return HandlerAction(
            inbox: inbox, handler: handler, what: what, number: number.flatMap { CaseNumber(value: $0) }, on: day,
            minute: minute)
    }
}
