import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import Intake

/// Who can open the reports of an inbox, and whether it takes any.
struct PeopleRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/workspace/reports/people", use: people)
        router.post(":lang/workspace/reports/people", use: change)
    }

    @Sendable private func people(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .handlingPeople)
        guard let session = try await site.handlerSession(request), let reporting = site.reporting else {
            return .redirect(to: page.link(.handling), type: .found)
        }
        return try await show(page, session, reporting, to: request)
    }

    @Sendable private func change(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .handlingPeople)
        let fields = try await request.formFields(upTo: 4_096)
        guard let session = try await site.handlerSession(request), let reporting = site.reporting else {
            return .redirect(to: page.link(.handling), type: .normal)
        }
        guard let fields, fields.first("code") == session.formCode else { throw HTTPError(.forbidden) }
        switch fields.first("action") {
        case "switch-on": return try await turn(true, page, session, reporting)
        case "switch-off": return try await turn(false, page, session, reporting)
        case "remove": try await remove(fields.first("name") ?? "", page, session, reporting)
        default:
            if let fault = try await add(fields, page, session, reporting, request) {
                return try await show(page, session, reporting, fault: fault, to: request)
            }
        }
        return try await show(page, session, reporting, to: request)
    }

    private func turn(
        _ isOn: Bool, _ page: PageContext, _ session: HandlerSessions.Session, _ reporting: Reporting
    ) async throws -> Response {
        guard var inbox = try await reporting.vault.inboxes().first(where: { $0.organisation == session.inbox }) else {
            throw HTTPError(.notFound)
        }
        inbox.isOn = isOn
        try await reporting.vault.update(
            inbox, noting: .by(session.handler, isOn ? .switchedOn : .switchedOff, in: session.inbox, at: page.now))
        try await reporting.look()
        return .redirect(to: page.link(.handling), type: .normal)
    }

    private func remove(
        _ name: String, _ page: PageContext, _ session: HandlerSessions.Session, _ reporting: Reporting
    ) async throws {
        let hasGone = try await reporting.vault.removeHandler(
            name, of: session.inbox, noting: .by(session.handler, .removedHandler, in: session.inbox, at: page.now))
        if hasGone { reporting.sessions.endAll(of: name, inbox: session.inbox) }
    }

    /// Adds somebody, or gives whoever asks another passphrase; returns what is wrong.
    private func add(
        _ fields: QueryItems, _ page: PageContext, _ session: HandlerSessions.Session, _ reporting: Reporting,
        _ request: Request
    ) async throws -> TextKey? {
        let passphrase = fields.first("passphrase") ?? ""
        guard let name = Handler.name(fields.first("name") ?? ""), WrappedKey.isAcceptable(passphrase) else {
            return .peopleFault
        }
        let isThere = try await reporting.vault.handlers(of: session.inbox).contains { $0.name == name }
        guard !isThere || name == session.handler else { return .peopleTaken }
        let owner = Handler.owner(name, of: session.inbox)
        guard
            let wrapped = try await reporting.derive({
                try WrappedKey(session.key, passphrase: passphrase, owner: owner)
            })
        else { return .returnTooOften }
        do {
            try await reporting.vault.put(
                Handler(
                    inbox: session.inbox, name: name, wrapped: wrapped, addedOn: page.now.day,
                    addedBy: session.handler),
                noting: .by(session.handler, .addedHandler, in: session.inbox, at: page.now))
        } catch VaultError.notAllowed { return .peopleTaken }
        // Whoever knew the old passphrase is signed out.
        if name == session.handler {
            reporting.sessions.endAll(of: name, inbox: session.inbox, except: site.handlerSecret(request))
        }
        return nil
    }

    private func show(
        _ page: PageContext, _ session: HandlerSessions.Session, _ reporting: Reporting, fault: TextKey? = nil,
        to request: Request
    ) async throws -> Response {
        let handlers = try await reporting.vault.handlers(of: session.inbox)
        let actions = try await reporting.vault.actions(of: session.inbox, limit: 200)
        return site.answer(
            PeoplePage(context: page, session: session, handlers: handlers, actions: actions, fault: fault),
            to: request, status: fault == nil ? .ok : .unprocessableContent)
    }
}
