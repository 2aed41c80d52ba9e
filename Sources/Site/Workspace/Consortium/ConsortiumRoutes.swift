import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// The rooms of the consortium.
struct ConsortiumRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("consortium", on: router, at: { _ in .consortium }) { work in
            // Whose organisation is no member can be helped; who has another role can't.
            if work.actor.mayEver(.seeInternalContacts), !site.workspace.isOfConsortium(work.actor) {
                return site.answer(ConsortiumClosedPage(context: work.page, visit: work.visit), to: work.request)
            }
            return site.answer(
                ConsortiumPage(
                    context: work.page, visit: work.visit,
                    overview: try await site.workspace.overview(for: work.actor)),
                to: work.request)
        }
        door.get("knowledge", on: router, at: { _ in .knowledge }) { work in
            site.answer(
                KnowledgePage(
                    context: work.page, visit: work.visit,
                    people: try await site.workspace.directory(for: work.actor),
                    theme: work.query.first(KnowledgePage.theme).flatMap { ConceptID($0) },
                    words: String((work.query.first(KnowledgePage.words) ?? "").tidied.prefix(200))),
                to: work.request)
        }
        ApplicationRoutes(site: site).addRoutes(to: router)
        MemberRoutes(site: site).addRoutes(to: router)
        ProjectRoutes(site: site).addRoutes(to: router)
        MeetingRoutes(site: site).addRoutes(to: router)
    }
}
