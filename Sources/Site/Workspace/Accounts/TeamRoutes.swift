import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// The people of the workspace: inviting them, their roles, shutting them out.
struct TeamRoutes: Sendable {
    static let largestForm = 16 * 1_024

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("people", on: router, at: { _ in .people }) { work in
            try await show(work, InvitationForm(work.visit.account), said: Said(work.query))
        }
        door.post("people", on: router, at: { _ in .people }, upTo: Self.largestForm, invite)
        let place: WorkspaceDoor.Place = { route in .person(route.parameters.get("id") ?? "") }
        door.get("people/:id", on: router, at: place) { work in
            try await person(work, said: Said(work.query))
        }
        door.post("people/:id", on: router, at: place, upTo: Self.largestForm, change)
    }

    // MARK: Everybody

    private func show(
        _ work: WorkspaceRequest, _ form: InvitationForm, said: Said? = nil, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard work.actor.mayEver(.invite) else { throw WorkspaceError.notAllowed(.invite) }
        let people = try await site.workspace.people(for: work.actor)
        return site.answer(
            TeamPage(context: work.page, visit: work.visit, people: people, form: form, said: said),
            to: work.request, status: status)
    }

    @Sendable private func invite(_ work: WorkspaceRequest) async throws -> Response {
        guard work.actor.mayEver(.invite) else { throw WorkspaceError.notAllowed(.invite) }
        var form = InvitationForm(work)
        guard form.faults.isEmpty else { return try await show(work, form, .unprocessableContent) }
        guard site.desk.asking.take(from: "invitations of \(work.actor.account)", at: site.clock()) else {
            form.faults.add("email", work.page.texts(.returnTooOften))
            return try await show(work, form, .tooManyRequests)
        }
        try await site.workspace.invite(form.invitee, by: work.actor)
        return .redirect(to: work.page.link(.people, asking: [Said.invitationSent.item]), type: .normal)
    }

    // MARK: One of them

    private func person(
        _ work: WorkspaceRequest, roles: RolesForm? = nil, said: Said? = nil, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let account = try await site.workspace.person(try work.step("id"), for: work.actor)
        let lastSignIn = try await site.workspace.lastSignIn(of: account, for: work.actor)
        var trail: [TrailLine] = []
        if work.actor.may(.readTrail, on: nil) {
            trail = try await site.workspace.trail(TrailSelection(object: account.id, limit: 50), for: work.actor)
        }
        return site.answer(
            PersonPage(
                context: work.page, visit: work.visit, account: account, lastSignIn: lastSignIn, trail: trail,
                roles: roles ?? RolesForm(account), said: said),
            to: work.request, status: status)
    }

    @Sendable private func change(_ work: WorkspaceRequest) async throws -> Response {
        let id = try work.step("id")
        var said = Said.saved
        switch PersonPage.Part(rawValue: work.text("part")) {
        case .roles:
            let roles = RolesForm(work)
            guard roles.faults.isEmpty else { return try await person(work, roles: roles, .unprocessableContent) }
            try await site.workspace.change(
                id, roles: roles.roles, organisation: roles.organisation, by: work.actor)
        case .disable: try await site.workspace.disable(id, true, by: work.actor)
        case .enable: try await site.workspace.disable(id, false, by: work.actor)
        case .takeFactor: try await site.workspace.takeSecondFactor(from: id, by: work.actor)
        case .inviteAgain:
            let account = try await site.workspace.person(id, for: work.actor)
            guard site.desk.asking.take(from: "invitations of \(work.actor.account)", at: site.clock()) else {
                throw HTTPError(.tooManyRequests)
            }
            try await site.workspace.invite(Workspace.Invitee(account), by: work.actor)
            said = .invitationSent
        case nil: throw WorkspaceError.faulty
        }
        // Whoever changed the own roles has to sign in anew.
        return .redirect(to: work.page.link(.person(id), asking: [said.item]), type: .normal)
    }
}

extension Workspace.Invitee {
    init(_ account: Account) {
        self.init(
            email: account.email, name: account.name, language: account.language, organisation: account.organisation,
            roles: account.roles)
    }
}
