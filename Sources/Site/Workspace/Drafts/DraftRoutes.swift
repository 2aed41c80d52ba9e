import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Writing in drafts: the form, what is kept of it, how it will look, and what to do when two write at once.
struct DraftRoutes: Sendable {
    let site: SiteEnvironment
    /// How often one account may have a draft kept by its script: every other second for ten minutes, then every third.
    private let saving = SourceLimit(capacity: 300, perHour: 1_200)

    private var workspace: Workspace { site.workspace }

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        let draft: WorkspaceDoor.Place = { .draft(try $0.step("id")) }
        door.get("drafts/:id", on: router, at: draft, show)
        door.post("drafts/:id", on: router, at: draft, take)
        door.get("drafts/:id/preview", on: router, at: { .preview(try $0.step("id")) }, preview)
        let conflict: WorkspaceDoor.Place = { .draftConflict(try $0.step("id")) }
        // The page of a choice is made from what was sent: without that there is only the draft.
        door.get("drafts/:id/conflict", on: router, at: conflict) { work in
            .redirect(to: work.link(.draft(try work.step("id"))), type: .found)
        }
        door.post("drafts/:id/conflict", on: router, at: conflict, choose)
    }

    // MARK: Looking

    @Sendable private func show(_ work: WorkspaceRequest) async throws -> Response {
        let editing = try DraftEditing(site: site, work: work)
        let kept = try await workspace.look(at: editing.id, for: work.actor)
        guard work.actor.may(.write, on: kept.value.owners) else {
            return .redirect(to: work.link(.review(editing.id)), type: .found)
        }
        guard kept.value.state.isWritable else { return try await settled(kept.value, work) }
        let isFresh = work.query.first(Self.kept) != nil
        return site.answer(editing.form(of: kept, notice: isFresh ? .kept : nil), to: work.request)
    }

    private func settled(_ draft: Draft, _ work: WorkspaceRequest) async throws -> Response {
        let author = try await workspace.store.find(Account.self, draft.author)?.value.name ?? ""
        return site.answer(
            SettledDraftPage(context: work.page, visit: work.visit, draft: draft, author: author), to: work.request)
    }

    @Sendable private func preview(_ work: WorkspaceRequest) async throws -> Response {
        let draft = try await workspace.look(at: try work.step("id"), for: work.actor).value
        let edition = work.query.first(PreviewPage.language).flatMap { Edition($0) } ?? work.page.edition
        let page = PreviewPage(
            context: work.page, visit: work.visit, draft: draft,
            reader: work.page.reader(of: draft.record, in: edition),
            faults: draft.state.isWritable ? draft.faults(in: work.page.catalogue) : [],
            doubles: try DraftEditing(site: site, work: work).doubles(of: draft),
            node: work.query.first(PreviewPage.node).flatMap { Identifier($0) })
        return site.answer(page, to: work.request)
    }

    // MARK: Keeping

    private static let kept = "kept"

    @Sendable private func take(_ work: WorkspaceRequest) async throws -> Response {
        let editing = try DraftEditing(site: site, work: work)
        let action = work.text(DraftFields.action)
        if action == "drop" {
            try await workspace.drop(editing.id, by: work.actor)
            return .redirect(to: work.link(.draft(editing.id)), type: .normal)
        }
        guard work.fields.first(DraftFields.autosave) == nil else { return try await autosave(editing, work) }
        switch try await editing.save() {
        case .conflict(let conflict): return try await ask(conflict, editing, work)
        case .kept(let kept, let notice): return try await goOn(kept, notice, action, editing, work)
        }
    }

    /// What comes after a draft was kept.
    private func goOn(
        _ kept: Kept<Draft>, _ notice: DraftPage.Notice, _ action: String, _ editing: DraftEditing,
        _ work: WorkspaceRequest
    ) async throws -> Response {
        if case .merged = notice {
            return site.answer(editing.form(of: kept, notice: notice), to: work.request)
        }
        switch action {
        case "preview": return .redirect(to: work.link(.preview(editing.id)), type: .normal)
        case "submit": return try await submit(kept, editing, work)
        default:
            let page = editing.form(of: kept, notice: .kept)
            guard page.faults.isEmpty else {
                return site.answer(page, to: work.request, status: .unprocessableContent)
            }
            return .redirect(to: work.link(.draft(editing.id)) + "?\(Self.kept)=1", type: .normal)
        }
    }

    private func submit(
        _ kept: Kept<Draft>, _ editing: DraftEditing, _ work: WorkspaceRequest
    ) async throws -> Response {
        let choices = Conflict.choices(in: work.fields)
        switch try await workspace.submit(editing.id, by: work.actor, resolving: choices) {
        case .submitted: return .redirect(to: work.link(.draft(editing.id)), type: .normal)
        case .faulty(let faults):
            let page = editing.form(of: kept, notice: .kept, lacking: faults)
            return site.answer(page, to: work.request, status: .unprocessableContent)
        case .conflict(let merge, let draft, let published):
            let conflict = Conflict(
                merge: merge, by: published.author, over: .published(version: draft.version), fields: work.fields)
            let missing = choices.isEmpty ? [] : conflict.undecided(choices)
            return try await ask(conflict, missing: missing, editing, work)
        }
    }

    // MARK: Choosing

    private func ask(
        _ conflict: Conflict, missing: [FieldPath] = [], _ editing: DraftEditing, _ work: WorkspaceRequest
    ) async throws -> Response {
        let draft = try await workspace.draft(editing.id, for: work.actor).value
        let page = ConflictPage(
            context: work.page, visit: work.visit, draft: draft, conflict: conflict, missing: missing)
        return site.answer(page, to: work.request, status: missing.isEmpty ? .conflict : .unprocessableContent)
    }

    @Sendable private func choose(_ work: WorkspaceRequest) async throws -> Response {
        let editing = try DraftEditing(site: site, work: work)
        guard let theirs = work.fields.first(Conflict.theirs) else {
            let kept = try await workspace.draft(editing.id, for: work.actor)
            return try await submit(kept, editing, work)
        }
        guard let theirs = Int(theirs) else { throw WorkspaceError.faulty }
        switch try await editing.resolve(over: theirs) {
        case (.conflict(let conflict), let missing): return try await ask(conflict, missing: missing, editing, work)
        case (.kept(let kept, let notice), _):
            return try await goOn(kept, notice, work.text(DraftFields.action), editing, work)
        }
    }

    // MARK: While somebody is writing

    private func autosave(_ editing: DraftEditing, _ work: WorkspaceRequest) async throws -> Response {
        guard saving.take(from: work.actor.account, at: site.clock()) else {
            return try DraftAnswer(words: work.page.texts(.draftNotKept)).response(status: .tooManyRequests)
        }
        switch try await editing.save() {
        case .conflict:
            return try DraftAnswer(words: work.page.texts(.draftConflictMeanwhile), isConflict: true)
                .response(status: .conflict)
        case .kept(let kept, let notice):
            let page = editing.form(of: kept, notice: notice)
            return try DraftAnswer(page, sent: FormValues(work.fields)).response()
        }
    }
}
