import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Keys for programs of a member.
struct TokenRoutes: Sendable {
    static let largestForm = 4 * 1_024

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("tokens", on: router, at: { _ in .tokens }) { work in
            try await show(work, said: Said(work.query))
        }
        door.post("tokens", on: router, at: { _ in .tokens }, upTo: Self.largestForm, change)
    }

    private func show(
        _ work: WorkspaceRequest, new: SecretToken? = nil, typed: String = "", fault: String? = nil,
        said: Said? = nil, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let tokens = try await site.workspace.tokens(for: work.actor)
        return site.answer(
            TokensPage(
                context: work.page, visit: work.visit, tokens: tokens, new: new, typed: typed, fault: fault,
                said: said),
            to: work.request, status: status)
    }

    @Sendable private func change(_ work: WorkspaceRequest) async throws -> Response {
        if let ended = work.fields.first("end") {
            try await site.workspace.endToken(ended, by: work.actor)
            return .redirect(to: work.page.link(.tokens, asking: [Said.tokenEnded.item]), type: .normal)
        }
        let typed = work.text("label")
        guard MemberToken.isLabel(typed) else {
            return try await show(
                work, typed: typed, fault: work.page.texts(.tokenLabelFault, "\(MemberToken.longestLabel)"),
                .unprocessableContent)
        }
        do {
            // Shown once: a page that is loaded again asks before it makes another.
            return try await show(work, new: try await site.workspace.makeToken(label: typed, by: work.actor))
        } catch WorkspaceError.notNow {
            return try await show(
                work, typed: typed, fault: work.page.texts(.tokenTooMany, "\(MemberToken.most)"), .conflict)
        }
    }
}
