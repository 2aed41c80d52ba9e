import Catalogue
import Editorial
import HTTPTypes
import Hummingbird
import Intake

/// The work list of a person, the overview of the coordinator, and the figures.
struct DeskRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("", on: router, at: { _ in .home }, workList)
        door.get("dashboard", on: router, at: { _ in .dashboard }) { work in
            site.answer(
                DashboardPage(
                    context: work.page, visit: work.visit,
                    overview: try await site.workspace.overview(for: work.actor)), to: work.request)
        }
        door.get("figures", on: router, at: { _ in .figures }, figures)
    }

    @Sendable private func workList(_ work: WorkspaceRequest) async throws -> Response {
        try work.actor.require(.seeWorkspace, on: nil)
        return site.answer(
            WorkListPage(
                context: work.page, visit: work.visit, list: try await site.workspace.workList(for: work.actor),
                reports: try await openReports(for: work.actor), whole: work.query.first("all")), to: work.request)
    }

    /// How many reports of the own inbox are open; what they say stays sealed.
    private func openReports(for actor: Actor) async throws -> Int? {
        guard let organisation = actor.organisation, actor.may(.openReports, on: organisation) else { return nil }
        return try await site.openReports(of: organisation)
    }

    @Sendable private func figures(_ work: WorkspaceRequest) async throws -> Response {
        try work.actor.require(.readFigures, on: nil)
        let asked = work.query.first("days").flatMap { Int($0) } ?? 30
        let days = FiguresPage.periods.contains(asked) ? asked : 30
        let counts = try await site.store.searchCounts(since: work.page.now.day.adding(days: -days))
        return site.answer(
            FiguresPage(
                context: work.page, visit: work.visit, found: SearchListing(counts).rows,
                notFound: SearchListing(counts, nothingFound: true).rows, days: days), to: work.request)
    }
}
