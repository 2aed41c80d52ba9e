import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Coming in, with the second step, and going out.
struct SignInRoutes: Sendable {
    /// Bytes of a sent form: it may carry another form that was kept, escaped once more.
    static let largestForm = 3 * WorkspaceDoor.largestForm

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/workspace/sign-in", use: form)
        router.post(":lang/workspace/sign-in", use: signIn)
        router.post(":lang/workspace/sign-out", use: signOut)
        let door = WorkspaceDoor(site: site)
        door.get("code", on: router, at: { _ in .code }, mayWant: .code, codeForm)
        door.post("code", on: router, at: { _ in .code }, mayWant: .code, upTo: Self.largestForm, showCode)
    }

    // MARK: The password

    @Sendable private func form(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .workspace(.signIn))
        let onward = Onward(request.query)
        if let visit = try await site.visit(request) {
            return try await Arrival(site: site, page: page, request: request).answer(visit, onward)
        }
        return site.answer(
            WorkspaceSignInPage(context: page, onward: onward, said: Said(request.query)), to: request)
    }

    @Sendable private func signIn(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .workspace(.signIn))
        guard let fields = try await request.formFields(upTo: Self.largestForm) else { throw HTTPError(.badRequest) }
        let onward = Onward(fields)
        let email = (fields.first("email") ?? "").tidied
        func again(_ fault: String, _ status: HTTPResponse.Status) -> Response {
            site.answer(
                WorkspaceSignInPage(context: page, onward: onward, email: String(email.prefix(254)), fault: fault),
                to: request, status: status)
        }
        let source = site.source(of: request, context)
        guard site.desk.signingIn.take(from: source, at: email.lowercased(), now: site.clock()) else {
            var response = again(site.desk.tooOften(page), .tooManyRequests)
            response.set(retryAfter: site.desk.signingIn.pause)
            return response
        }
        let outcome: Workspace.SigningIn
        do {
            outcome = try await site.workspace.signIn(
                email: email, password: fields.first("password") ?? "", device: request.device,
                replacing: site.sessionSecret(request))
        } catch WorkspaceError.busy {
            // Nothing was tried: a crowd that is turned away must not use up what others have.
            site.desk.signingIn.giveBack(to: source, at: email.lowercased())
            return again(page.texts(.refusedBusy), .serviceUnavailable)
        } catch WorkspaceError.changedMeanwhile {
            return again(page.texts(.refusedBusy), .serviceUnavailable)
        }
        guard case .right(let token) = outcome, let visit = try await site.workspace.visit(token.text) else {
            return again(page.texts(.signInWrong), .unprocessableContent)
        }
        site.desk.signingIn.giveBack(to: source, at: email.lowercased())
        return try await Arrival(site: site, page: page, request: request).answer(visit, onward, token: token)
    }

    // MARK: The code

    @Sendable private func codeForm(_ work: WorkspaceRequest) async throws -> Response {
        let onward = Onward(work.query)
        guard work.visit.wants == .code else { return try await arrival(work).answer(work.visit, onward) }
        return site.answer(CodePage(context: work.page, visit: work.visit, onward: onward), to: work.request)
    }

    @Sendable private func showCode(_ work: WorkspaceRequest) async throws -> Response {
        let onward = Onward(work.fields)
        guard work.visit.wants == .code else { return try await arrival(work).answer(work.visit, onward) }
        func again(_ fault: String, _ status: HTTPResponse.Status) -> Response {
            site.answer(
                CodePage(context: work.page, visit: work.visit, onward: onward, fault: fault), to: work.request,
                status: status)
        }
        // Comes from another page, with a form that was kept.
        guard let code = work.fields.first("code") else {
            return site.answer(CodePage(context: work.page, visit: work.visit, onward: onward), to: work.request)
        }
        guard site.desk.codes.take(from: work.actor.account, at: site.clock()) else {
            var response = again(site.desk.tooOften(work.page), .tooManyRequests)
            response.set(retryAfter: site.desk.signingIn.pause)
            return response
        }
        let outcome: Workspace.CodeShowing
        do { outcome = try await site.workspace.show(code: code, in: work.visit.session) } catch WorkspaceError
            .changedMeanwhile
        {
            return again(work.page.texts(.signInCodeWrong), .conflict)
        }
        switch outcome {
        case .wrong: return again(work.page.texts(.signInCodeWrong), .unprocessableContent)
        case .ended:
            var response = site.answer(
                WorkspaceSignInPage(
                    context: work.page.at(.workspace(.signIn)), onward: onward, email: work.visit.account.email,
                    fault: work.page.texts(Said.codesUsedUp.words)),
                to: work.request, status: .unauthorized)
            response.set(cookie: site.noSessionCookie)
            return response
        case .right(let token):
            site.desk.codes.giveBack(to: work.actor.account)
            guard let visit = try await site.workspace.visit(token.text) else { throw WorkspaceError.changedMeanwhile }
            return try await arrival(work).answer(visit, onward, token: token)
        }
    }

    private func arrival(_ work: WorkspaceRequest) -> Arrival {
        Arrival(site: site, page: work.page, request: work.request)
    }

    // MARK: Out

    /// Ends the session, with what was opened in it, and takes away what the browser kept. Nobody is kept in by an old
    /// form: it needs no code of the session.
    @Sendable private func signOut(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .workspace(.signOut))
        _ = try await request.formFields(upTo: 4_096)
        try await site.signOut(request)
        return site.signedOut(to: page.link(.signIn, asking: [Said.signedOut.item]))
    }
}

extension SiteEnvironment {
    /// Ends whatever session a request shows, and the inbox that was opened in it.
    func signOut(_ request: Request) async throws {
        reporting?.sessions.end(handlerSecret(request))
        guard let visit = try await visit(request) else { return }
        reporting?.sessions.endAll(under: visit.session.id)
        try await workspace.signOut(visit)
    }

    /// Leads on, and has the browser forget all of this site (OWASP ASVS 5.0, 14.3.1).
    func signedOut(to address: String) -> Response {
        var response = Response.redirect(to: address, type: .normal)
        response.set(cookie: noSessionCookie)
        response.set(cookie: handlerCookie("", age: 0))
        if let name = HTTPField.Name("Clear-Site-Data") {
            response.headers[name] = "\"cache\", \"cookies\", \"storage\""
        }
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
