import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import Intake

/// The pages of those who handle reports. Nothing is opened by a plain link: every opening is sent, and noted.
struct HandlingRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/workspace/reports", use: list)
        router.post(":lang/workspace/reports", use: signIn)
        router.post(":lang/workspace/reports/exit", use: signOut)
        router.get(":lang/workspace/reports/people", use: people)
        router.post(":lang/workspace/reports/people", use: changePeople)
        router.get(":lang/workspace/reports/:number", use: sealedCase)
        router.post(":lang/workspace/reports/:number", use: act)
    }

    // MARK: In and out

    @Sendable private func list(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, language: try context.language, address: .handling)
        guard let reporting = site.reporting else { throw HTTPError(.notFound) }
        guard let session = session(request) else {
            return site.answer(SignInPage(context: page, inboxes: reporting.inboxes), to: request)
        }
        let reports = try await reporting.vault.reports(of: session.inbox)
        return site.answer(CaseListPage(context: page, session: session, reports: reports), to: request)
    }

    @Sendable private func signIn(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, language: try context.language, address: .handling)
        guard let reporting = site.reporting, let fields = try await request.formFields(upTo: 4_096) else {
            throw HTTPError(.badRequest)
        }
        let name = (fields.first("name") ?? "").tidied
        let now = site.clock()
        let source = site.source(of: request, context) + "/" + name
        guard reporting.guessing.isLeft(for: source, at: now) else { throw HTTPError(.tooManyRequests) }
        guard let inbox = fields.first("inbox").flatMap({ RecordID($0) }),
            let (handler, key) = try await unlock(
                name, inbox: inbox, passphrase: fields.first("passphrase") ?? "", reporting)
        else {
            _ = reporting.guessing.take(from: source, at: now)
            return site.answer(
                SignInPage(context: page, inboxes: reporting.inboxes, name: name, isWrong: true), to: request,
                status: .unprocessableContent)
        }
        try await reporting.vault.note(action(.signedIn, by: handler.name, in: inbox, at: page.now))
        var response = Response.redirect(to: page.link(.handling), type: .normal)
        response.headers[.setCookie] = cookie(
            reporting.sessions.begin(handler, key: key, at: now), age: Int(HandlerSessions.longest))
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// The key of a handler whose passphrase is right. Unknown names cost the same time as known ones.
    private func unlock(
        _ name: String, inbox: RecordID, passphrase: String, _ reporting: Reporting
    ) async throws -> (Handler, SealingKey)? {
        let handler = try await reporting.vault.handlers(of: inbox).first { $0.name == name }
        let wrapped =
            handler?.wrapped
            ?? WrappedKey(rounds: ScryptCost.passphrase.rounds, salt: .random(16), sealed: .random(60))
        let key = try await reporting.derive {
            wrapped.unlock(passphrase: passphrase, owner: Handler.owner(name, of: inbox))
        }
        guard let handler, let key else { return nil }
        return (handler, key)
    }

    @Sendable private func signOut(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, language: try context.language, address: .handling)
        _ = try await request.formFields(upTo: 4_096)
        site.reporting?.sessions.end(secret(request))
        var response = Response.redirect(to: page.link(.handling), type: .normal)
        response.headers[.setCookie] = cookie("", age: 0)
        if let name = HTTPField.Name("Clear-Site-Data") {
            response.headers[name] = "\"cache\", \"cookies\", \"storage\""
        }
        return response
    }

    // MARK: A case

    @Sendable private func sealedCase(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let (page, session, report, reporting) = try await subject(request, context)
        guard let session else { return .redirect(to: page.link(.handling), type: .found) }
        guard let report else { return site.redirect(toNearest: .handling, page) }
        return site.answer(
            CasePage(context: page, session: session, report: report, inboxes: reporting.inboxes), to: request)
    }

    @Sendable private func act(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let (page, session, found, reporting) = try await subject(request, context)
        let fields = try await request.formFields(upTo: ReportRoutes.largestForm)
        guard let session else { return .redirect(to: page.link(.handling), type: .normal) }
        guard let report = found, let fields, fields.first("code") == session.formCode else {
            throw HTTPError(.forbidden)
        }
        let case_ = OpenedCase(
            report: report, messages: try await reporting.vault.messages(of: report.number), session: session,
            now: page.now, reporting: reporting)
        var fault: TextKey?
        let shown: OpenedCase
        do {
            switch fields.first("action") {
            case "answer": shown = try await case_.answered((fields.first("message") ?? "").tidied)
            case "close":
                shown = try await case_.closed(fields.first("closing").flatMap(ReportCase.Closing.init) ?? .helped)
            case "hand-over":
                try await case_.handedOver(to: fields.first("inbox").flatMap { RecordID($0) })
                return .redirect(to: page.link(.handling), type: .normal)
            case "export":
                return try await export(case_, page, request)
            default: shown = try await case_.opened()
            }
        } catch let error as HandlingFault {
            fault = error.text
            shown = case_
        }
        return site.answer(
            CasePage(
                context: page, session: session, report: shown.report, lines: shown.lines, inboxes: reporting.inboxes,
                fault: fault, typed: fault == nil ? "" : fields.first("message") ?? ""), to: request,
            status: fault == nil ? .ok : .unprocessableContent)
    }

    /// One report as a file for the police.
    private func export(_ opened: OpenedCase, _ page: PageContext, _ request: Request) async throws -> Response {
        try await opened.exported()
        let text = CaseFile(report: opened.report, lines: opened.lines, context: page).text
        var response = ReadyPage(
            mediaType: "text/plain; charset=utf-8", language: page.language.rawValue, bytes: Array(text.utf8),
            freshness: .never
        ).response(to: request)
        response.headers[.contentDisposition] = "attachment; filename=\"report-\(opened.report.number).txt\""
        return response
    }

    // MARK: People

    @Sendable private func people(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, language: try context.language, address: .handlingPeople)
        guard let session = session(request), let reporting = site.reporting else {
            return .redirect(to: page.link(.handling), type: .found)
        }
        return try await show(page, session, reporting, to: request)
    }

    @Sendable private func changePeople(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, language: try context.language, address: .handlingPeople)
        let fields = try await request.formFields(upTo: 4_096)
        guard let session = session(request), let reporting = site.reporting else {
            return .redirect(to: page.link(.handling), type: .normal)
        }
        guard let fields, fields.first("code") == session.formCode else { throw HTTPError(.forbidden) }
        let name = (fields.first("name") ?? "").tidied
        if fields.first("action") == "remove" {
            try await reporting.vault.removeHandler(
                name, of: session.inbox,
                noting: action(.removedHandler, by: session.handler, in: session.inbox, at: page.now))
            reporting.sessions.endAll(of: name, inbox: session.inbox)
            return try await show(page, session, reporting, to: request)
        }
        let passphrase = fields.first("passphrase") ?? ""
        guard (1...Handler.longestName).contains(name.count), !name.contains("\n"), WrappedKey.isAcceptable(passphrase)
        else { return try await show(page, session, reporting, fault: .peopleFault, to: request) }
        // A new passphrase for somebody who is there already is set by that person only.
        let isThere = try await reporting.vault.handlers(of: session.inbox).contains { $0.name == name }
        guard !isThere || name == session.handler else {
            return try await show(page, session, reporting, fault: .peopleTaken, to: request)
        }
        let wrapped = try await reporting.derive {
            try WrappedKey(session.key, passphrase: passphrase, owner: Handler.owner(name, of: session.inbox))
        }
        try await reporting.vault.put(
            Handler(
                inbox: session.inbox, name: name, wrapped: wrapped, addedOn: page.now.day, addedBy: session.handler),
            noting: action(.addedHandler, by: session.handler, in: session.inbox, at: page.now))
        return try await show(page, session, reporting, to: request)
    }

    private func show(
        _ page: PageContext, _ session: HandlerSessions.Session, _ reporting: Reporting, fault: TextKey? = nil,
        to request: Request
    ) async throws -> Response {
        let handlers = try await reporting.vault.handlers(of: session.inbox)
        let actions = try await reporting.vault.actions(of: session.inbox, limit: 50)
        return site.answer(
            PeoplePage(context: page, session: session, handlers: handlers, actions: actions, fault: fault),
            to: request, status: fault == nil ? .ok : .unprocessableContent)
    }

    // MARK: Sessions

    private func subject(
        _ request: Request, _ context: SiteRequestContext
    ) async throws -> (PageContext, HandlerSessions.Session?, ReportCase?, Reporting) {
        guard let reporting = site.reporting else { throw HTTPError(.notFound) }
        let number = context.parameters.get("number").flatMap { CaseNumber($0) }
        let page = site.context(
            for: request, language: try context.language, address: number.map { .handlingCase($0) } ?? .handling)
        guard let session = session(request), let number else { return (page, session(request), nil, reporting) }
        let report = try await reporting.vault.report(number)
        // A case of another inbox is not there.
        return (page, session, report.flatMap { $0.inbox == session.inbox ? $0 : nil }, reporting)
    }

    private func session(_ request: Request) -> HandlerSessions.Session? {
        site.reporting?.sessions.session(secret(request), at: site.clock())
    }

    private var cookieName: String { site.security.isSecure ? "__Host-handler" : "handler" }

    private func secret(_ request: Request) -> String? {
        request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
            .map { $0.trimmingPrefix(while: \.isWhitespace) }
            .first { $0.hasPrefix(cookieName + "=") }
            .map { String($0.dropFirst(cookieName.count + 1)) }
    }

    private func cookie(_ secret: String, age: Int) -> String {
        "\(cookieName)=\(secret); Path=/; Max-Age=\(age); HttpOnly; SameSite=Strict"
            + (site.security.isSecure ? "; Secure" : "")
    }
}

/// What a handler did, for the log of the inbox.
func action(
    _ what: HandlerAction.What, by handler: String, in inbox: RecordID, number: CaseNumber? = nil, at now: BrusselsTime
) -> HandlerAction {
    HandlerAction(inbox: inbox, handler: handler, what: what, number: number, on: now.day, minute: now.minute)
}
