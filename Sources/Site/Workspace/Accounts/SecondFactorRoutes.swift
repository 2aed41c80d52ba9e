import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Setting up a device for one-time codes.
struct SecondFactorRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("second-factor", on: router, at: { _ in .secondFactor }, mayWant: .secondFactor) { work in
            try await show(work, Onward(work.query))
        }
        door.post(
            "second-factor", on: router, at: { _ in .secondFactor }, mayWant: .secondFactor,
            upTo: SignInRoutes.largestForm, confirm)
    }

    private func show(
        _ work: WorkspaceRequest, _ onward: Onward, faults: FormFaults = FormFaults(),
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let secret = try await site.workspace.pendingSecondFactor(of: work.visit)
        return site.answer(
            SecondFactorPage(context: work.page, visit: work.visit, secret: secret, onward: onward, faults: faults),
            to: work.request, status: status)
    }

    @Sendable private func confirm(_ work: WorkspaceRequest) async throws -> Response {
        let onward = Onward(work.fields)
        // Comes from another page, with a form that was kept.
        guard let code = work.fields.first("code") else { return try await show(work, onward) }
        if work.visit.wants == nil,
            let (fault, status) = try await PresentPassword(site: site, work: work).fault(in: "password")
        {
            return try await show(work, onward, faults: FormFaults("password", fault), status)
        }
        guard let (codes, token) = try await site.workspace.setSecondFactor(code: code, by: work.visit),
            let visit = try await site.workspace.visit(token.text)
        else {
            let faults = FormFaults("code", work.page.texts(.accountFactorWrong))
            return try await show(work, onward, faults: faults, .unprocessableContent)
        }
        var response = site.answer(
            RecoveryCodesPage(context: work.page, visit: visit, codes: codes, onward: onward), to: work.request)
        response.set(cookie: site.sessionCookie(token))
        return response
    }
}
