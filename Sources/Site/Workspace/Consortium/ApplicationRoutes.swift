import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Applications to join, for the members and the coordinator.
struct ApplicationRoutes: Sendable {
    let site: SiteEnvironment
    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("applications", on: router, at: { _ in .applications }) { work in
            let applications = try await workspace.applications(for: work.actor)
            return site.answer(
                ApplicationsPage(
                    context: work.page, visit: work.visit, applications: applications, support: workspace.support(of:)),
                to: work.request)
        }
        let place: WorkspaceDoor.Place = { .application(try $0.step("id")) }
        door.get("applications/:id", on: router, at: place, show)
        door.post("applications/:id", on: router, at: place, act)
    }

    @Sendable private func show(_ work: WorkspaceRequest) async throws -> Response {
        try await page(of: try await application(work), work, FormValues(), FormFaults())
    }

    private func application(_ work: WorkspaceRequest) async throws -> Editorial.Application {
        try await workspace.application(try work.step("id"), for: work.actor)
    }

    private func page(
        of application: Editorial.Application, _ work: WorkspaceRequest, _ sent: FormValues, _ faults: FormFaults
    ) async throws -> Response {
        let draft = try await workspace.entryDraft(of: application)
        var values = sent
        // What was said before stands in the forms, to be changed.
        let deed = ApplicationPage.Deed(rawValue: sent["deed"])
        if deed != .sponsor { values.fill("support", application.sponsor(of: work.actor.organisation)?.words) }
        if deed != .vote, let vote = application.vote(of: work.actor.organisation) {
            values.fill("vote", vote.isFor ? "for" : "against")
            values.fill("ground", vote.words)
        }
        if deed != .decide { values.fill("on", work.page.now.day.description) }
        if deed != .decide, let draft, draft.state == .published {
            values.fill("record", RecordNames.candidates(in: work.page).name(of: draft.record.id))
        }
        let mayDecide = work.actor.may(.decideApplication, on: nil)
        return site.answer(
            ApplicationPage(
                context: work.page, visit: work.visit, application: application,
                support: workspace.support(of: application),
                may: ApplicationPage.Rights(
                    sponsor: workspace.maySponsor(work.actor), vote: workspace.mayVote(work.actor), decide: mayDecide),
                draft: draft.flatMap { $0.state.isOpen || $0.state == .published ? $0 : nil },
                form: ConsortiumForm(context: work.page, values: values, faults: faults, names: ApplicationPage.names)),
            to: work.request, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Deeds

    @Sendable private func act(_ work: WorkspaceRequest) async throws -> Response {
        let application = try await application(work)
        var faults = FormFaults()
        switch ApplicationPage.Deed(rawValue: work.text("deed")) {
        case .sponsor: try await sponsor(application, work, &faults)
        case .unsponsor: try await workspace.endSponsorship(application.id, by: work.actor)
        case .vote: try await vote(on: application, work, &faults)
        case .decide: try await decide(application, work, &faults)
        case .entry:
            let draft = try await workspace.beginEntry(of: application.id, by: work.actor)
            return .redirect(to: work.link(.draft(draft.id)), type: .normal)
        case nil: throw HTTPError(.badRequest)
        }
        guard faults.isEmpty else { return try await page(of: application, work, FormValues(work.fields), faults) }
        return .redirect(to: work.link(.application(application.id)), type: .normal)
    }

    private func check(
        _ words: String, _ field: String, isNeeded: Bool, most: Int = Editorial.Application.longestWords,
        _ work: WorkspaceRequest, _ faults: inout FormFaults
    ) {
        if isNeeded, words.isEmpty { faults.add(field, work.page.texts(.joinFaultMissing)) }
        if words.count > most { faults.add(field, work.page.texts(.joinFaultLong, "\(most)")) }
    }

    private func sponsor(
        _ application: Editorial.Application, _ work: WorkspaceRequest, _ faults: inout FormFaults
    ) async throws {
        let words = work.text("support")
        guard workspace.maySponsor(work.actor) else { throw WorkspaceError.notAllowed(.sponsor) }
        check(words, "support", isNeeded: true, work, &faults)
        if faults.isEmpty { try await workspace.sponsor(application.id, words: words, by: work.actor) }
    }

    private func vote(
        on application: Editorial.Application, _ work: WorkspaceRequest, _ faults: inout FormFaults
    ) async throws {
        let words = work.text("ground")
        guard workspace.mayVote(work.actor) else { throw WorkspaceError.notAllowed(.vote) }
        let vote = ["for": true, "against": false][work.text("vote")]
        if vote == nil { faults.add("vote", work.page.texts(.consortiumFaultChoose)) }
        check(words, "ground", isNeeded: vote == false, work, &faults)
        if faults.isEmpty, let vote {
            try await workspace.vote(application.id, isFor: vote, words: words, by: work.actor)
        }
    }

    private func decide(
        _ application: Editorial.Application, _ work: WorkspaceRequest, _ faults: inout FormFaults
    ) async throws {
        try work.actor.require(.decideApplication, on: nil)
        guard application.state == .open else { throw WorkspaceError.notNow }
        let texts = work.page.texts
        let ruling = work.text("ruling")
        let (answer, despite) = (work.text("answer"), work.text("despite"))
        if !["admit", "refuse"].contains(ruling) { faults.add("ruling", texts(.consortiumFaultChoose)) }
        let day = PartialDate(work.text("on"))?.civilDay
        if day.map({ $0 < application.receivedOn || $0 > work.page.now.day }) ?? true {
            faults.add("on", texts(.consortiumFaultDecidedOn))
        }
        check(
            answer, "answer", isNeeded: ruling == "refuse", most: Editorial.Application.longestAnswer, work, &faults)
        var record: RecordID?
        if ruling == "admit" {
            record = RecordNames.candidates(in: work.page).find(work.text("record"))
            if record == nil { faults.add("record", texts(.consortiumFaultRecord)) }
            check(
                despite, "despite", isNeeded: !workspace.support(of: application).isEnough, work, &faults)
        }
        guard faults.isEmpty, let day else { return }
        try await workspace.decide(
            application.id, record.map { .admit($0, despite: despite) } ?? .refuse, on: day, answer: answer,
            by: work.actor)
    }
}
