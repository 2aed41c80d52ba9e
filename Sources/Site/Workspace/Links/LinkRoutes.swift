import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Links that want looking at, and replacing a domain.
struct LinkRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("links", on: router, at: { _ in .links }, links)
        door.post("links", on: router, at: { _ in .links }, follow)
        door.get("links/domain", on: router, at: { _ in .domain }) { work in
            try work.actor.require(.replaceDomain, on: nil)
            return site.answer(DomainPage(context: work.page, visit: work.visit), to: work.request)
        }
        door.post("links/domain", on: router, at: { _ in .domain }, replace)
    }

    @Sendable private func links(_ work: WorkspaceRequest) async throws -> Response {
        guard work.actor.mayEver(.write) else { throw WorkspaceError.notAllowed(.write) }
        return site.answer(
            LinksPage(
                context: work.page, visit: work.visit, tasks: try await site.workspace.linkTasks(for: work.actor),
                proposed: work.query.first("proposed").flatMap { Int($0) },
                page: max(1, work.query.first("page").flatMap { Int($0) } ?? 1)), to: work.request)
    }

    @Sendable private func follow(_ work: WorkspaceRequest) async throws -> Response {
        guard let address = WebAddress(work.text("address")) else { throw WorkspaceError.faulty }
        return done(try await site.workspace.follow(moveOf: address, by: work.actor), work)
    }

    @Sendable private func replace(_ work: WorkspaceRequest) async throws -> Response {
        try work.actor.require(.replaceDomain, on: nil)
        var page = DomainPage(
            context: work.page, visit: work.visit, old: work.text("old"), new: work.text("new"))
        page.oldFault = fault(in: page.old, work)
        page.newFault = fault(in: page.new, work)
        guard page.oldFault == nil, page.newFault == nil else {
            return site.answer(page, to: work.request, status: .unprocessableContent)
        }
        let replacement = try DomainReplacement(old: page.old, new: page.new)
        if work.text("action") == "propose" {
            return done(try await site.workspace.replace(replacement, by: work.actor), work)
        }
        page.changes = try site.workspace.preview(replacement, by: work.actor)
        return site.answer(page, to: work.request)
    }

    private func fault(in text: String, _ work: WorkspaceRequest) -> String? {
        (try? SitePlace(text)) == nil ? work.page.texts(.domainFault) : nil
    }

    private func done(_ drafts: [Draft], _ work: WorkspaceRequest) -> Response {
        .redirect(
            to: work.link(.links) + QueryItems([QueryItem("proposed", "\(drafts.count)")]).print(), type: .normal)
    }
}
