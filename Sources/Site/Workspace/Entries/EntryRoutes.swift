import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// The list of entries, one entry, and new ones.
struct EntryRoutes: Sendable {
    let site: SiteEnvironment

    private var workspace: Workspace { site.workspace }
    private static let checked = "checked"

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("entries", on: router, at: { _ in .entries }, list)
        door.get("new", on: router, at: { _ in .newEntry }, new)
        door.post("new", on: router, at: { _ in .newEntry }, begin)
        let entry: WorkspaceDoor.Place = { .entry(try $0.identifier()) }
        door.get("entries/:id", on: router, at: entry, show)
        door.post("entries/:id", on: router, at: entry, act)
    }

    @Sendable private func list(_ work: WorkspaceRequest) async throws -> Response {
        let (drafts, due) = try await workspace.entryStates(for: work.actor)
        let filter = EntryFilter(work.query)
        let lines = EntryLine.all(
            in: work.page.catalogue, drafts: drafts, due: due, edition: work.page.edition
        ).filter { filter.takes($0, own: work.actor.organisation) }
        return site.answer(
            EntriesPage(context: work.page, visit: work.visit, filter: filter, lines: lines), to: work.request)
    }

    @Sendable private func show(_ work: WorkspaceRequest) async throws -> Response {
        let standing = try await workspace.standing(of: try work.identifier(), for: work.actor)
        let page = EntryPage(
            context: work.page, visit: work.visit, standing: standing,
            isFollowed: try await workspace.isFollowing(.record(standing.record.id), work.actor),
            isChecked: work.query.first(Self.checked) != nil,
            provenance: try await workspace.provenance(of: standing.record))
        return site.answer(page, to: work.request)
    }

    @Sendable private func act(_ work: WorkspaceRequest) async throws -> Response {
        let id = try work.identifier()
        switch work.text("action") {
        case "edit":
            let draft = try await workspace.edit(id, by: work.actor)
            return .redirect(to: work.link(.draft(draft.value.id)), type: .normal)
        case "verify":
            try await workspace.verify(id, by: work.actor, means: .workspace)
            await Housekeeping(site: site).refresh()
            return .redirect(to: work.link(.entry(id)) + "?\(Self.checked)=1", type: .normal)
        default: throw WorkspaceError.faulty
        }
    }

    // MARK: Something new

    @Sendable private func new(_ work: WorkspaceRequest) async throws -> Response {
        guard work.actor.mayEver(.write) else { throw WorkspaceError.notAllowed(.write) }
        return site.answer(NewEntryPage(context: work.page, visit: work.visit), to: work.request)
    }

    @Sendable private func begin(_ work: WorkspaceRequest) async throws -> Response {
        guard let kind = Kind(rawValue: work.text("kind")) else {
            return choose(work.page.texts(.entryWhichFault), work)
        }
        let model = RecordID(work.text(NewEntryPage.model))
        do {
            let draft = try await workspace.beginEntry(kind, like: model, by: work.actor)
            return .redirect(to: work.link(.draft(draft.value.id)), type: .normal)
        } catch WorkspaceError.faulty { return choose(work.page.texts(.entryModelFault), work) }
    }

    private func choose(_ fault: String, _ work: WorkspaceRequest) -> Response {
        site.answer(
            NewEntryPage(context: work.page, visit: work.visit, fault: fault), to: work.request,
            status: .unprocessableContent)
    }
}
