import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Hummingbird
import Intake
import Logging

/// The pages of those who handle reports. Nothing is opened by a plain link: every opening is sent, and noted.
struct HandlingRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/workspace/reports", use: list)
        router.post(":lang/workspace/reports", use: signIn)
        router.post(":lang/workspace/reports/exit", use: signOut)
        PeopleRoutes(site: site).addRoutes(to: router)
        router.get(":lang/workspace/reports/:number", use: sealedCase)
        router.post(":lang/workspace/reports/:number", use: act)
    }

    // MARK: In and out

    @Sendable private func list(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .handling)
        guard let reporting = site.reporting else { throw HTTPError(.notFound) }
        guard let session = try await site.handlerSession(request) else {
            let visit = try await site.visit(request)
            return site.answer(SignInPage(context: page, inboxes: reporting.inboxes, visit: visit), to: request)
        }
        return try await show(page, session, reporting, request)
    }

    private func show(
        _ page: PageContext, _ session: HandlerSessions.Session, _ reporting: Reporting, typed: String = "",
        _ request: Request
    ) async throws -> Response {
        let reports = try await reporting.vault.reports(of: session.inbox)
        return site.answer(
            CaseListPage(
                context: page, session: session, reports: reports, inbox: reporting.inbox(of: session.inbox),
                page: request.query.first("page").flatMap { Int($0) } ?? 1, typed: typed),
            to: request, status: typed.isEmpty ? .ok : .gone)
    }

    @Sendable private func signIn(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .handling)
        guard let reporting = site.reporting, let fields = try await request.formFields(upTo: 4_096) else {
            throw HTTPError(.badRequest)
        }
        let typed = fields.first("name") ?? ""
        let source = site.source(of: request, context)
        let visit = try await site.visit(request)
        func again(_ fault: TextKey?, _ status: HTTPResponse.Status) -> Response {
            site.answer(
                SignInPage(context: page, inboxes: reporting.inboxes, visit: visit, name: typed, fault: fault),
                to: request, status: status)
        }
        guard let visit, visit.wants == nil else { return again(nil, .unauthorized) }
        guard let name = Handler.name(typed), let id = fields.first("inbox").flatMap({ RecordID($0) }) else {
            return again(.handlingWrong, .unprocessableContent)
        }
        // The own account comes first, the passphrase of the inbox is the second lock.
        guard visit.mayOpenReports(of: id) else { return again(.handlingAccountWrong, .forbidden) }
        guard reporting.signingIn.take(from: source, at: Handler.owner(name, of: id), now: site.clock()) else {
            return again(.returnTooOften, .tooManyRequests)
        }
        guard let unlocking = try await unlock(name, of: id, fields.first("passphrase") ?? "", reporting) else {
            return again(.returnTooOften, .serviceUnavailable)
        }
        guard case .right(let handler, let key) = unlocking else {
            return again(.handlingWrong, .unprocessableContent)
        }
        let secret = reporting.sessions.begin(
            handler, key: key, under: visit.session.id, at: site.clock())
        // Whoever was removed, or got another passphrase, while this one was tried.
        guard try await reporting.vault.handlers(of: id).contains(handler) else {
            reporting.sessions.end(secret)
            return again(.handlingWrong, .unprocessableContent)
        }
        reporting.signingIn.giveBack(to: source, at: Handler.owner(name, of: id))
        try await reporting.vault.note(.by(handler.name, .signedIn, in: id, at: page.now))
        var response = Response.redirect(to: page.link(.handling), type: .normal)
        response.headers[.setCookie] = site.handlerCookie(secret, age: Int(HandlerSessions.longest))
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private enum Unlocking {
        case right(Handler, SealingKey)
        case wrong
    }

    /// The key of a handler whose passphrase is right. Unknown names cost the same time as known ones. Nil where too
    /// many passphrases are being tried.
    private func unlock(
        _ name: String, of id: RecordID, _ passphrase: String, _ reporting: Reporting
    ) async throws -> Unlocking? {
        let handler = try await reporting.vault.handlers(of: id).first { $0.name == name }
        let wrapped =
            handler?.wrapped
            ?? WrappedKey(rounds: ScryptCost.passphrase.rounds, salt: .random(16), sealed: .random(60))
        let owner = Handler.owner(name, of: id)
        guard
            let key = try await reporting.derive({ [wrapped.unlock(passphrase: passphrase, owner: owner)] })?.first
        else { return nil }
        guard let handler, let key else { return .wrong }
        // A key that is not the inbox's: somebody changed one of them in the database.
        guard
            try await reporting.vault.inboxes().contains(where: {
                $0.organisation == id && $0.publicKey == key.publicKey
            })
        else {
            site.logger.error("the public key of an inbox is not that of its handlers", metadata: ["inbox": "\(id)"])
            return .wrong
        }
        return .right(handler, key)
    }

    /// Out of the reports is out of the workspace as well: whoever gets up from the screen leaves nothing open.
    @Sendable private func signOut(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .handling)
        _ = try await request.formFields(upTo: 4_096)
        try await site.signOut(request)
        return site.signedOut(to: page.link(.handling))
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
        guard let fields = try await request.formFields(upTo: ReportRoutes.largestForm) else {
            throw HTTPError(.badRequest)
        }
        return try await site.keeping(fields, of: request) { try await act(fields, request, context) }
    }

    private func act(
        _ fields: QueryItems, _ request: Request, _ context: SiteRequestContext
    ) async throws -> Response {
        let (page, session, report, reporting) = try await subject(request, context)
        let typed = (fields.first("message") ?? "").tidied
        guard let session else { return try await ended(page, reporting, typed: typed, request) }
        guard let report else {
            guard typed.isEmpty else { return try await show(page, session, reporting, typed: typed, request) }
            return site.redirect(toNearest: .handling, page)
        }
        // A form of another site, or of an earlier session: nothing is done, nothing is opened.
        guard fields.first("code") == session.formCode else {
            return site.answer(
                CasePage(context: page, session: session, report: report, inboxes: reporting.inboxes, typed: typed),
                to: request, status: .forbidden)
        }
        let sealed = try await inHand(report, session, page, reporting)
        var opened: OpenedCase?
        var fault: HandlingFault?
        do {
            if fields.first("action") == "export" { return try await export(sealed, page, request) }
            opened = try await perform(fields, on: sealed)
            guard opened != nil else { return .redirect(to: page.link(.handling), type: .normal) }
        } catch let error as HTTPError {
            throw error
        } catch {
            fault = HandlingFault(error)
            if fault?.isOfTheStore == true {
                site.logger.error("a case could not be handled", metadata: ["error": "\(error)"])
            }
            guard let now = try await reporting.vault.report(report.number), now.inbox == session.inbox else {
                return try await show(page, session, reporting, typed: typed, request)
            }
            // What is shown was opened, and that is noted; where it can't be noted it stays sealed.
            opened = try? await inHand(now, session, page, reporting).opened()
            // A page that was loaded again is no fault: the answer is there already.
            let isThere = opened?.lines.contains { $0.author == session.inbox && $0.parts.first?.text == typed }
            if error as? VaultError == .sentBefore, isThere ?? false { fault = nil }
        }
        return site.answer(
            CasePage(
                context: page, session: session, report: opened?.report ?? report, lines: opened?.lines,
                inboxes: reporting.inboxes,
                // What may have been stored after all counts once when it is sent once more.
                ticket: (fault?.isOfTheStore == true ? fields.first("ticket") : nil)
                    ?? reporting.tickets.new(at: site.clock()),
                fault: fault?.words(page.texts), typed: fault == nil ? "" : typed), to: request,
            status: fault?.status ?? .ok)
    }

    /// Does what a form of a case asks for. Nil where the case is done with, and the list is next.
    private func perform(_ fields: QueryItems, on sealed: OpenedCase) async throws -> OpenedCase? {
        switch fields.first("action") {
        case "open": return try await sealed.opened()
        case "answer":
            let ticket = sealed.reporting.tickets.nonce(of: fields.first("ticket"), at: site.clock())
            if let ticket, try await sealed.reporting.vault.number(of: ticket) != nil { throw VaultError.sentBefore }
            try sealed.expect(seen: fields.first("seen"))
            return try await sealed.answered((fields.first("message") ?? "").tidied, ticket: ticket)
        case "close":
            guard let closing = fields.first("closing").flatMap(ReportCase.Closing.init), closing != .withdrawn
            else { throw HTTPError(.badRequest) }
            try sealed.expect(seen: fields.first("seen"))
            try await sealed.closed(closing)
            return nil
        case "hand-over":
            try sealed.expect(seen: fields.first("seen"))
            try await sealed.handedOver(to: fields.first("inbox").flatMap { RecordID($0) })
            return nil
        default: throw HTTPError(.badRequest)
        }
    }

    private func inHand(
        _ report: ReportCase, _ session: HandlerSessions.Session, _ page: PageContext, _ reporting: Reporting
    ) async throws -> OpenedCase {
        OpenedCase(
            report: report, messages: try await reporting.vault.messages(of: report.number), session: session,
            now: page.now, reporting: reporting)
    }

    /// Nobody is signed in any more; what was typed is given back.
    private func ended(
        _ page: PageContext, _ reporting: Reporting, typed: String, _ request: Request
    ) async throws -> Response {
        guard !typed.isEmpty else { return .redirect(to: page.link(.handling), type: .normal) }
        let visit = try await site.visit(request)
        return site.answer(
            SignInPage(
                context: page, inboxes: reporting.inboxes, visit: visit, fault: .handlingEnded, typed: typed),
            to: request, status: .unauthorized)
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

    private func subject(
        _ request: Request, _ context: SiteRequestContext
    ) async throws -> (PageContext, HandlerSessions.Session?, ReportCase?, Reporting) {
        guard let reporting = site.reporting else { throw HTTPError(.notFound) }
        let number = context.parameters.get("number").flatMap { CaseNumber($0) }
        let page = site.context(
            for: request, edition: try context.edition, address: number.map { .handlingCase($0) } ?? .handling)
        let session = try await site.handlerSession(request)
        guard let session, let number else { return (page, session, nil, reporting) }
        let report = try await reporting.vault.report(number)
        // A case of another inbox is not there.
        return (page, session, report.flatMap { $0.inbox == session.inbox ? $0 : nil }, reporting)
    }
}
