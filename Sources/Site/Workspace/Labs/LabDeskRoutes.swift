import Catalogue
import Editorial
import Exchange
import HTTPTypes
import Hummingbird

/// Registrations for labs, and actions of campaigns, for the coordinator.
struct LabDeskRoutes: Sendable {
    let site: SiteEnvironment
    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("labs", on: router, at: { _ in .labs }) { work in try await labs(work) }
        door.post("labs", on: router, at: { _ in .labs }, note)
        door.get(
            "labs/:id/registrations.csv", on: router, at: { .registrations(try $0.identifier()) }, registrations)
        door.get("actions", on: router, at: { _ in .signUps }) { work in
            site.answer(
                SignUpsPage(
                    context: work.page, visit: work.visit, signUps: try await workspace.signUps(for: work.actor)),
                to: work.request)
        }
        let place: WorkspaceDoor.Place = { .signUp(try $0.step("code")) }
        door.get("actions/:code", on: router, at: place) { work in try await signUp(work) }
        door.post("actions/:code", on: router, at: place, decide)
    }

    // MARK: Labs

    private func labs(
        _ work: WorkspaceRequest, typed: FormValues = FormValues(), faults: FormFaults = FormFaults()
    ) async throws -> Response {
        site.answer(
            LabDeskPage(
                context: work.page, visit: work.visit,
                registrations: try await workspace.registrations(for: work.actor), typed: typed, faults: faults),
            to: work.request, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func registrations(_ work: WorkspaceRequest) async throws -> Response {
        let id = try work.identifier()
        let registrations = try await workspace.exportRegistrations(of: id, by: work.actor)
        guard let event = work.page.catalogue.any(id), let lab = event.lab else { throw WorkspaceError.notFound }
        let rows = LabRows(event: event, lab: lab, context: work.page)
        return .table(
            CSVWriter().data(headers: rows.headers, rows: registrations.map(rows.cells)), named: "\(id)-registrations")
    }

    @Sendable private func note(_ work: WorkspaceRequest) async throws -> Response {
        guard let lab = RecordID(work.text(LabDeskPage.lab)) else { throw WorkspaceError.faulty }
        func text(_ name: String) -> String { work.text("\(name)-\(lab)") }
        let words = text(LabDeskPage.words)
        let note: Workspace.LabNote
        switch text(LabDeskPage.what) {
        case "finding": note = .finding
        case "testimony":
            guard let sector = Identifier(text(LabDeskPage.sector)) else { throw WorkspaceError.faulty }
            note = .testimony(sector: sector)
        default: throw WorkspaceError.faulty
        }
        guard !words.isEmpty, words.count <= Suggestion.longestAnswer else {
            let fault = work.page.texts(
                words.isEmpty ? .joinFaultMissing : .joinFaultLong, "\(Suggestion.longestAnswer)")
            return try await labs(
                work, typed: FormValues(work.fields), faults: FormFaults("\(LabDeskPage.words)-\(lab)", fault))
        }
        let draft = try await workspace.note(note, words, in: work.page.language, at: lab, by: work.actor)
        return .redirect(to: work.link(.draft(draft.value.id)), type: .normal)
    }

    // MARK: Actions

    private func signUp(_ work: WorkspaceRequest, typed: String = "", fault: String? = nil) async throws -> Response {
        site.answer(
            SignUpDecisionPage(
                context: work.page, visit: work.visit,
                signUp: try await workspace.signUp(try work.step("code"), for: work.actor), typed: typed, fault: fault),
            to: work.request, status: fault == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func decide(_ work: WorkspaceRequest) async throws -> Response {
        let code = try work.step("code")
        let decisions = ["approve": true, "decline": false]
        guard let isApproved = decisions[work.text(SignUpDecisionPage.decision)] else { throw WorkspaceError.faulty }
        let words = work.text(SignUpDecisionPage.words)
        // Whether somebody may decide at all comes before what is wrong with the answer.
        _ = try await workspace.signUp(code, for: work.actor)
        guard isApproved || !words.isEmpty, words.count <= Suggestion.longestAnswer else {
            let fault = work.page.texts(
                words.isEmpty ? .joinFaultMissing : .joinFaultLong, "\(Suggestion.longestAnswer)")
            return try await signUp(work, typed: words, fault: fault)
        }
        try await workspace.decide(code, isApproved: isApproved, words: words, by: work.actor)
        return .redirect(to: work.link(.signUp(code)), type: .normal)
    }
}
