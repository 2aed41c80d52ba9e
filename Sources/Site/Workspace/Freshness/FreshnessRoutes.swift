import Catalogue
import Editorial
import Hummingbird

/// What keeps entries true: the list of what is due, and the link in reminders.
struct FreshnessRoutes: Sendable {
    let site: SiteEnvironment

    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("verify", on: router, at: { _ in .verifying }, list)
        door.post("verify", on: router, at: { _ in .verifying }, verify)
        // In front of the door: the letter is the key.
        router.get(":lang/workspace/still-right/:token", use: ask)
        router.post(":lang/workspace/still-right/:token", use: confirm)
    }

    // MARK: The list

    @Sendable private func list(_ work: WorkspaceRequest) async throws -> Response {
        let done = work.query.first(Self.done).flatMap { RecordID($0) }.flatMap { work.page.catalogue[$0] }
        let page = VerifyPage(
            context: work.page, visit: work.visit, due: try await workspace.due(for: work.actor), done: done)
        return site.answer(page, to: work.request)
    }

    private static let done = "done"

    @Sendable private func verify(_ work: WorkspaceRequest) async throws -> Response {
        guard let id = RecordID(work.text("record")) else { throw WorkspaceError.faulty }
        try await workspace.verify(id, by: work.actor, means: .workspace)
        await Housekeeping(site: site).refresh()
        let query = QueryItems([QueryItem(Self.done, id.description)]).print()
        return .redirect(to: work.link(.verifying) + query, type: .normal)
    }

    // MARK: The link in a letter

    @Sendable private func ask(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let (page, token) = try place(request, context)
        guard let (record, account) = try await workspace.reminded(token) else { return old(page, request) }
        return site.answer(StillRightPage(context: page, record: record, account: account), to: request)
    }

    @Sendable private func confirm(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        guard try await request.formFields(upTo: 1_024) != nil else { throw HTTPError(.badRequest) }
        let (page, token) = try place(request, context)
        do {
            let (record, account) = try await workspace.confirm(token)
            await Housekeeping(site: site).refresh()
            // What was checked is not due any more, whatever the snapshot says.
            let due = try await workspace.due(for: account.actor).filter { $0.record.id != record.id }
            let now = site.context(for: request, edition: page.edition, address: page.address)
            let verification = Verification(
                on: PartialDate(workspace.today), organisation: account.organisation, by: .letter)
            return site.answer(
                StillRightThanksPage(context: now, record: record, verification: verification, more: due.count),
                to: request)
        } catch is WorkspaceError {
            return old(page, request)
        }
    }

    private func place(_ request: Request, _ context: SiteRequestContext) throws -> (PageContext, String) {
        let token = try context.step("token")
        let page = site.context(
            for: request, edition: try context.edition, address: .workspace(.stillRight(token)))
        return (page, token)
    }

    private func old(_ page: PageContext, _ request: Request) -> Response {
        // The token is not repeated in the links of the page: it is worth nothing.
        site.answer(OldLinkPage(context: page.at(.workspace(.verifying))), to: request, status: .gone)
    }
}
