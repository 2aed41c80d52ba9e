import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Other sites that entries are fetched from.
struct HarvestRoutes: Sendable {
    /// What stands in the address instead of the id of one that isn't there yet.
    static let new = "new"
    static let kept = "kept"
    static let asked = "asked"

    let site: SiteEnvironment
    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("sources", on: router, at: { _ in .sources }) { work in
            let sources = try await workspace.sources(for: work.actor)
            return site.answer(
                SourcesPage(context: work.page, visit: work.visit, sources: sources, now: workspace.now),
                to: work.request)
        }
        let place: WorkspaceDoor.Place = { .source(try $0.step("id")) }
        door.get("sources/:id", on: router, at: place, show)
        door.post("sources/:id", on: router, at: place, ask)
        let form: WorkspaceDoor.Place = { .editSource(try $0.step("id")) }
        door.get("sources/:id/edit", on: router, at: form) { work in
            let (source, isNew) = try await source(work)
            return show(SourceForm(in: work.page).values(of: source), of: source, isNew: isNew, work)
        }
        door.post("sources/:id/edit", on: router, at: form, keep)
    }

    @Sendable private func show(_ work: WorkspaceRequest) async throws -> Response {
        let source = try await workspace.source(try work.step("id"), for: work.actor)
        return site.answer(
            SourcePage(
                context: work.page, visit: work.visit, source: source, now: workspace.now,
                wasKept: work.query.first(Self.kept) != nil),
            to: work.request)
    }

    /// A run starts where other sites can be reached; the page only asks for it.
    @Sendable private func ask(_ work: WorkspaceRequest) async throws -> Response {
        let id = try work.step("id")
        guard let deed = SourcePage.Deed(rawValue: work.text("deed")) else { throw WorkspaceError.faulty }
        try await workspace.ask(
            id, isTrial: deed == .trial, believesVanished: deed == .believe, by: work.actor)
        return .redirect(to: work.link(.source(id)), type: .normal)
    }

    private func source(_ work: WorkspaceRequest) async throws -> (source: HarvestSource, isNew: Bool) {
        let id = try work.step("id")
        guard id == Self.new else { return (try await workspace.source(id, for: work.actor), false) }
        return (
            try workspace.newSource(for: work.actor.organisation, in: work.page.language, by: work.actor), true
        )
    }

    private func show(
        _ values: FormValues, of source: HarvestSource, isNew: Bool, _ work: WorkspaceRequest,
        _ faults: FormFaults = FormFaults()
    ) -> Response {
        site.answer(
            SourceFormPage(
                context: work.page, visit: work.visit, id: isNew ? Self.new : source.id,
                form: ConsortiumForm(
                    context: work.page, values: values, faults: faults, names: SourceForm.names)),
            to: work.request, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func keep(_ work: WorkspaceRequest) async throws -> Response {
        let (current, isNew) = try await source(work)
        let values = FormValues(work.fields)
        let (source, faults) = SourceForm(in: work.page).read(values, into: current, by: work.actor)
        guard faults.isEmpty else { return show(values, of: current, isNew: isNew, work, faults) }
        try await workspace.keep(source, by: work.actor)
        return .redirect(
            to: work.link(.source(source.id)) + QueryItems([QueryItem(Self.kept, "1")]).print(), type: .normal)
    }
}
