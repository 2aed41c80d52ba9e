import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Ways to a password: the link for whoever forgot it, and the links in letters.
struct PasswordLinkRoutes: Sendable {
    static let largestForm = 8 * 1_024

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/workspace/forgot", use: forgot)
        router.post(":lang/workspace/forgot", use: ask)
        router.get(":lang/workspace/invitation/:token", use: invitation)
        router.post(":lang/workspace/invitation/:token", use: accept)
    }

    // MARK: Forgotten

    @Sendable private func forgot(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .workspace(.forgot))
        return site.answer(ForgotPage(context: page), to: request)
    }

    /// The same answer whether there is such an account or not.
    @Sendable private func ask(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .workspace(.forgot))
        guard let fields = try await request.formFields(upTo: Self.largestForm) else { throw HTTPError(.badRequest) }
        let email = (fields.first("email") ?? "").tidied
        func again(_ fault: String, _ status: HTTPResponse.Status) -> Response {
            site.answer(ForgotPage(context: page, email: email, fault: fault), to: request, status: status)
        }
        guard site.desk.asking.take(from: site.source(of: request, context), at: site.clock()) else {
            return again(page.texts(.returnTooOften), .tooManyRequests)
        }
        guard (try? EmailAddress(email)) != nil else {
            return again(page.texts(.teamEmailFault), .unprocessableContent)
        }
        try await site.workspace.forget(email: email)
        return site.answer(ForgotPage(context: page, isDone: true), to: request)
    }

    // MARK: Links in letters

    @Sendable private func invitation(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let (page, token) = try place(request, context)
        guard let (invitation, account) = try await site.workspace.invitation(token) else { return gone(page, request) }
        return site.answer(
            PasswordLinkPage(context: page, token: token, purpose: invitation.purpose, account: account), to: request)
    }

    @Sendable private func accept(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let (page, token) = try place(request, context)
        guard let fields = try await request.formFields(upTo: Self.largestForm) else { throw HTTPError(.badRequest) }
        guard site.desk.asking.take(from: site.source(of: request, context), at: site.clock()) else {
            throw HTTPError(.tooManyRequests)
        }
        guard let (invitation, account) = try await site.workspace.invitation(token) else { return gone(page, request) }
        func again(_ fault: String, _ status: HTTPResponse.Status) -> Response {
            site.answer(
                PasswordLinkPage(
                    context: page, token: token, purpose: invitation.purpose, account: account, fault: fault),
                to: request, status: status)
        }
        do {
            if let fault = try await site.workspace.accept(token, password: fields.first("new-password") ?? "") {
                return again(fault.words(page.texts), .unprocessableContent)
            }
        } catch WorkspaceError.notFound {
            return gone(page, request)
        } catch WorkspaceError.busy, WorkspaceError.changedMeanwhile {
            return again(page.texts(.refusedBusy), .serviceUnavailable)
        }
        return .redirect(to: page.link(.signIn, asking: [Said.passwordSet.item]), type: .normal)
    }

    private func place(_ request: Request, _ context: SiteRequestContext) throws -> (PageContext, String) {
        guard let token = context.parameters.get("token") else { throw HTTPError(.notFound) }
        let page = site.context(
            for: request, edition: try context.edition, address: .workspace(.invitation(token)))
        return (page, token)
    }

    private func gone(_ page: PageContext, _ request: Request) -> Response {
        // Its own address is worth nothing any more: the other languages lead to the sign-in.
        site.answer(LinkGonePage(context: page.at(.workspace(.signIn))), to: request, status: .gone)
    }
}
