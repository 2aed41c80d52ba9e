import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// The own account: what one says of oneself, what protects it, where one is signed in.
struct OwnAccountRoutes: Sendable {
    static let largestForm = 32 * 1_024

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("account", on: router, at: { _ in .account }) { work in
            try await show(work, OwnAccountForm(Workspace.Profile(work.visit.account)), said: Said(work.query))
        }
        door.post("account", on: router, at: { _ in .account }, upTo: Self.largestForm, change)
    }

    private func show(
        _ work: WorkspaceRequest, _ form: OwnAccountForm, said: Said? = nil, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let sessions = try await site.workspace.sessions(of: work.actor.account)
        return site.answer(
            OwnAccountPage(context: work.page, visit: work.visit, sessions: sessions, form: form, said: said),
            to: work.request, status: status)
    }

    @Sendable private func change(_ work: WorkspaceRequest) async throws -> Response {
        switch OwnAccountPage.Part(rawValue: work.text("part")) {
        case .profile: return try await changeProfile(work)
        case .password: return try await changePassword(work)
        case .codes: return try await makeCodes(work)
        case .sessions: return try await endSessions(work)
        case nil: throw WorkspaceError.faulty
        }
    }

    private func done(_ work: WorkspaceRequest, _ said: Said) -> Response {
        .redirect(to: work.page.link(.account, asking: [said.item]), type: .normal)
    }

    private func changeProfile(_ work: WorkspaceRequest) async throws -> Response {
        let form = OwnAccountForm(work)
        guard form.faults.isEmpty else { return try await show(work, form, .unprocessableContent) }
        try await site.workspace.change(form.profile, by: work.visit)
        return done(work, .saved)
    }

    private func changePassword(_ work: WorkspaceRequest) async throws -> Response {
        let present = PresentPassword(site: site, work: work)
        if let fault = present.take() { return try await again(work, "present-password", fault) }
        let change: Workspace.PasswordChange
        do {
            change = try await site.workspace.changePassword(
                from: work.fields.first("present-password") ?? "", to: work.fields.first("new-password") ?? "",
                by: work.visit)
        } catch WorkspaceError.busy {
            return try await again(work, "new-password", present.busy)
        }
        if change == .wrong { return try await again(work, "present-password", present.wrong) }
        present.giveBack()
        guard case .refused(let fault) = change else { return done(work, .passwordChanged) }
        return try await again(work, "new-password", (fault.words(work.page.texts), .unprocessableContent))
    }

    private func again(
        _ work: WorkspaceRequest, _ field: String, _ fault: PresentPassword.Fault
    ) async throws -> Response {
        var form = OwnAccountForm(Workspace.Profile(work.visit.account))
        form.faults.add(field, fault.words)
        return try await show(work, form, fault.status)
    }

    private func makeCodes(_ work: WorkspaceRequest) async throws -> Response {
        if let fault = try await PresentPassword(site: site, work: work).fault(in: "password") {
            return try await again(work, "password", fault)
        }
        let codes = try await site.workspace.makeRecoveryCodes(by: work.visit)
        return site.answer(
            RecoveryCodesPage(
                context: work.page, visit: work.visit, codes: codes,
                onward: Onward(next: LocalPath(work.link(.account)))),
            to: work.request)
    }

    private func endSessions(_ work: WorkspaceRequest) async throws -> Response {
        let id = work.text("session")
        try await site.workspace.endSessions(id == OwnAccountPage.allOthers ? nil : id, by: work.visit)
        return done(work, .sessionsEnded)
    }
}

/// What somebody wrote about themselves, as it was sent.
struct OwnAccountForm: Sendable {
    var profile: Workspace.Profile
    var faults = FormFaults()

    init(_ profile: Workspace.Profile) { self.profile = profile }

    init(_ work: WorkspaceRequest) {
        let texts = work.page.texts
        let known = work.page.catalogue[.themes]
        profile = Workspace.Profile(
            name: work.text("name"), language: Language(rawValue: work.text("language")) ?? work.visit.account.language,
            wantsDigest: work.fields.all("letters").contains("digest"),
            knows: work.fields.all("knows").compactMap { ConceptID($0) }.filter { known[$0] != nil },
            knowsWords: work.text("words"), isInDirectory: work.fields.all("letters").contains("directory"))
        if !Account.isName(profile.name) { faults.add("name", texts(.accountNameFault, "\(Account.longestName)")) }
        if profile.knowsWords.count > Workspace.Profile.longestWords {
            faults.add("words", texts(.accountKnowsFault, "\(Workspace.Profile.longestWords)"))
        }
    }
}
