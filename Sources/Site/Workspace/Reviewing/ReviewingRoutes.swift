import Catalogue
import Editorial
import Hummingbird

/// The second pair of eyes, and what becomes of entries over time: review, revisions, withdrawing.
struct ReviewingRoutes: Sendable {
    let site: SiteEnvironment

    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        let draft: WorkspaceDoor.Place = { .review(try $0.step("id")) }
        door.get("drafts/:id/review", on: router, at: draft, review)
        door.post("drafts/:id/review", on: router, at: draft, decide)
        let revision: WorkspaceDoor.Place = { .revision(try $0.identifier(), try $0.number("number")) }
        door.get("entries/:id/revisions/:number", on: router, at: revision, self.revision)
        door.post("entries/:id/revisions/:number", on: router, at: revision, restore)
        let entry: WorkspaceDoor.Place = { .withdraw(try $0.identifier()) }
        door.get("entries/:id/withdraw", on: router, at: entry, askToWithdraw)
        door.post("entries/:id/withdraw", on: router, at: entry, withdraw)
    }

    // MARK: Review

    @Sendable private func review(_ work: WorkspaceRequest) async throws -> Response {
        let matter = try await workspace.reviewMatter(try work.step("id"), for: work.actor)
        return site.answer(try await page(of: matter, work), to: work.request)
    }

    @Sendable private func decide(_ work: WorkspaceRequest) async throws -> Response {
        let id = try work.step("id")
        let matter = try await workspace.reviewMatter(id, for: work.actor)
        let form = ReviewForm(work.fields)
        let faults = form.faults(mayBePublished: matter.mayBePublished)
        guard matter.draft.state == .submitted, let decision = form.decision, faults.isEmpty else {
            // Somebody else decided first: what they decided is shown.
            let isDecided = matter.draft.state != .submitted
            var page = try await page(of: matter, work)
            page.form = form
            page.faults = isDecided ? [] : faults
            return site.answer(page, to: work.request, status: isDecided ? .conflict : .unprocessableContent)
        }
        try await workspace.decide(decision, on: id, by: work.actor)
        await Housekeeping(site: site).refresh()
        return .redirect(to: work.link(.review(id)), type: .normal)
    }

    private func page(of matter: ReviewMatter, _ work: WorkspaceRequest) async throws -> ReviewPage {
        let author = try await workspace.writer(of: matter.draft) ?? ""
        var page = ReviewPage(context: work.page, visit: work.visit, matter: matter, author: author)
        // Whoever writes an entry sees its doubles; what comes by itself is looked at here first.
        if case .harvest = matter.draft.origin, matter.isNew, matter.draft.state == .submitted {
            let finder = site.desk.doubles.finder(for: work.page.snapshot)
            page.doubles = finder.likely(for: matter.draft.record).filter { $0.score >= DoubleFinder.leastListed }
        }
        return page
    }

    // MARK: Revisions

    @Sendable private func revision(_ work: WorkspaceRequest) async throws -> Response {
        let history = try await workspace.history(of: try work.identifier(), for: work.actor)
        let number = try work.route.number("number")
        guard let step = history.first(where: { $0.id == number }),
            let published = history.first(where: \.revision.isPublished)?.revision
        else { throw WorkspaceError.notFound }
        let page = RevisionPage(
            context: work.page, visit: work.visit, step: step,
            since: step.revision.isPublished ? [] : try workspace.changes(from: step, to: published),
            mayRestore: !step.revision.isPublished && work.actor.may(.write, on: published.record.owners))
        return site.answer(page, to: work.request)
    }

    @Sendable private func restore(_ work: WorkspaceRequest) async throws -> Response {
        let draft = try await workspace.restore(
            try work.identifier(), to: try work.route.number("number"), by: work.actor)
        return .redirect(to: work.link(.draft(draft.value.id)), type: .normal)
    }

    // MARK: Withdrawing

    @Sendable private func askToWithdraw(_ work: WorkspaceRequest) async throws -> Response {
        let record = try await workspace.withdrawable(try work.identifier(), by: work.actor)
        return site.answer(WithdrawalPage(context: work.page, visit: work.visit, record: record), to: work.request)
    }

    @Sendable private func withdraw(_ work: WorkspaceRequest) async throws -> Response {
        let record = try await workspace.withdrawable(try work.identifier(), by: work.actor)
        let form = WithdrawalForm(work.fields)
        let faults = form.faults(of: record.id, in: work.page.catalogue)
        guard faults.isEmpty else {
            let page = WithdrawalPage(
                context: work.page, visit: work.visit, record: record, form: form, faults: faults)
            return site.answer(page, to: work.request, status: .unprocessableContent)
        }
        try await workspace.withdraw(
            record.id, successor: form.successor(in: work.page.catalogue), why: form.why, by: work.actor)
        await Housekeeping(site: site).refresh()
        return .redirect(to: work.link(.entry(record.id)), type: .normal)
    }
}
