import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Likely doubles, and making one of two.
struct DoublesRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("doubles", on: router, at: { _ in .doubles }, list)
        let place: WorkspaceDoor.Place = { .merge(try $0.identifier(), with: try $0.identifier("other")) }
        door.get("doubles/:id/:other", on: router, at: place) { work in
            site.answer(
                MergePage(context: work.page, visit: work.visit, merge: try merge(work, work.query)), to: work.request)
        }
        door.post("doubles/:id/:other", on: router, at: place, decide)
    }

    @Sendable private func list(_ work: WorkspaceRequest) async throws -> Response {
        guard work.actor.mayEver(.merge) else { throw WorkspaceError.notAllowed(.merge) }
        let pairs = site.desk.doubles.finder(for: work.page.snapshot).all()
        return site.answer(
            DoublesPage(
                context: work.page, visit: work.visit,
                pairs: try await site.workspace.doubles(pairs, for: work.actor),
                page: max(1, work.query.first("page").flatMap { Int($0) } ?? 1)), to: work.request)
    }

    /// The two entries of the address, with the choices of a form.
    private func merge(_ work: WorkspaceRequest, _ fields: QueryItems) throws -> RecordMerge {
        let choices = MergeField.allCases.compactMap { field in
            fields.first(field.rawValue).flatMap { MergeChoice(rawValue: $0) }.map { (field, $0) }
        }
        guard let kept = work.page.catalogue[try work.identifier()],
            let other = work.page.catalogue[try work.identifier("other")],
            let merge = RecordMerge(
                keeping: kept, mergingIn: other, choices: Dictionary(uniqueKeysWithValues: choices))
        else { throw WorkspaceError.notFound }
        try work.actor.require(.merge, on: kept.owners)
        try work.actor.require(.merge, on: other.owners)
        return merge
    }

    @Sendable private func decide(_ work: WorkspaceRequest) async throws -> Response {
        let merge = try merge(work, work.fields)
        if work.text("action") == "apart" {
            try await site.workspace.keepApart(merge.kept.id, merge.other.id, by: work.actor)
            return .redirect(to: work.link(.doubles), type: .normal)
        }
        let why = work.text("why")
        guard !why.isEmpty else {
            return site.answer(
                MergePage(
                    context: work.page, visit: work.visit, merge: merge, why: why,
                    whyFault: work.page.texts(.mergeWhyFault)), to: work.request, status: .unprocessableContent)
        }
        let draft = try await site.workspace.merge(
            merge.other.id, into: merge.kept.id, as: merge.result, why: why, by: work.actor)
        return .redirect(to: work.link(.draft(draft.value.id)), type: .normal)
    }
}
