import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Joint projects.
struct ProjectRoutes: Sendable {
    /// What stands in the address instead of the id of one that isn't there yet.
    static let new = "new"
    static let merged = "merged"

    let site: SiteEnvironment
    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("projects", on: router, at: { _ in .projects }, list)
        door.get("projects/:id", on: router, at: { .project(try $0.step("id")) }) { work in
            let project = try await workspace.project(try work.step("id"), for: work.actor)
            return site.answer(
                ProjectPage(
                    context: work.page, visit: work.visit, project: project,
                    mayKeep: workspace.mayKeep(project, work.actor),
                    wasMerged: work.query.first(Self.merged) != nil),
                to: work.request)
        }
        let place: WorkspaceDoor.Place = { .editProject(try $0.step("id")) }
        door.get("projects/:id/edit", on: router, at: place) { work in
            let (project, isNew) = try await project(work)
            return show(ProjectForm(in: work.page).values(of: project), isNew ? nil : project, work)
        }
        door.post("projects/:id/edit", on: router, at: place, keep)
    }

    @Sendable private func list(_ work: WorkspaceRequest) async throws -> Response {
        let filter = Project.Filter(
            need: work.query.first(ProjectsPage.need).flatMap { .init(rawValue: $0) },
            language: work.query.first(ProjectsPage.language).flatMap { .init(rawValue: $0) })
        return site.answer(
            ProjectsPage(
                context: work.page, visit: work.visit,
                projects: try await workspace.projects(filter, for: work.actor), filter: filter),
            to: work.request)
    }

    /// The project of a form that its sender may keep, or a new one.
    private func project(_ work: WorkspaceRequest) async throws -> (project: Project, isNew: Bool) {
        let id = try work.step("id")
        guard id != Self.new else { return (try workspace.newProject(in: work.page.language, by: work.actor), true) }
        let project = try await workspace.project(id, for: work.actor)
        guard workspace.mayKeep(project, work.actor) else { throw WorkspaceError.notAllowed(.keepProject) }
        return (project, false)
    }

    private func show(
        _ values: FormValues, _ seen: Project?, _ work: WorkspaceRequest, _ faults: FormFaults = FormFaults(),
        status: HTTPResponse.Status = .ok
    ) -> Response {
        site.answer(
            ProjectFormPage(
                context: work.page, visit: work.visit, id: seen?.id ?? Self.new, seen: seen,
                form: ConsortiumForm(context: work.page, values: values, faults: faults, names: ProjectForm.names)),
            to: work.request, status: status)
    }

    @Sendable private func keep(_ work: WorkspaceRequest) async throws -> Response {
        let (current, isNew) = try await project(work)
        let seen = isNew ? nil : work.seen(Project.self)
        guard isNew || seen?.id == current.id else { throw WorkspaceError.faulty }
        let form = ProjectForm(in: work.page)
        let values = FormValues(work.fields).movingRowsUp(ProjectForm.tables)
        guard values[FormRows.more].isEmpty else { return show(values, seen, work) }
        let (project, faults) = form.read(values, into: current)
        guard faults.isEmpty else { return show(values, seen, work, faults, status: .unprocessableContent) }
        switch try await workspace.keep(project, seen: seen, by: work.actor) {
        case .kept: return .redirect(to: work.link(.project(project.id)), type: .normal)
        case .merged:
            return .redirect(
                to: work.link(.project(project.id)) + QueryItems([QueryItem(Self.merged, "1")]).print(), type: .normal)
        case .conflict(let mine, let theirs, let fields):
            let faults = FormFaults(conflicts: fields.map(ProjectForm.field), work.page.texts) {
                form.shown($0, of: theirs, in: work.page)
            }
            return show(form.values(of: mine), theirs, work, faults, status: .conflict)
        }
    }
}
