import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// Claims of entries, and the decisions about them.
struct ClaimRoutes: Sendable {
    let site: SiteEnvironment
    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        let place: WorkspaceDoor.Place = { .claim(try $0.identifier()) }
        door.get("entries/:id/claim", on: router, at: place) { work in try await form(work) }
        door.post("entries/:id/claim", on: router, at: place, claim)
        door.get("claims", on: router, at: { _ in .claims }) { work in try await list(work) }
        door.post("claims", on: router, at: { _ in .claims }, decide)
    }

    private func form(_ work: WorkspaceRequest, typed: String = "", fault: String? = nil) async throws -> Response {
        let record = try workspace.claimable(try work.identifier(), by: work.actor).record
        return site.answer(
            ClaimPage(
                context: work.page, visit: work.visit, record: record,
                open: try await workspace.openClaim(of: record.id, by: work.actor), typed: typed, fault: fault),
            to: work.request, status: fault == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func claim(_ work: WorkspaceRequest) async throws -> Response {
        let words = work.text(ClaimPage.words)
        guard !words.isEmpty, words.count <= Claim.longestWords else {
            let fault = work.page.texts(.claimsWordsFault, "\(Claim.longestWords)")
            return try await form(work, typed: words, fault: fault)
        }
        try await workspace.claim(try work.identifier(), words: words, by: work.actor)
        return done(.sent, work)
    }

    private func list(_ work: WorkspaceRequest, refusal: ClaimsPage.Refusal? = nil) async throws -> Response {
        site.answer(
            ClaimsPage(
                context: work.page, visit: work.visit, claims: try await workspace.claims(for: work.actor),
                done: work.query.first(ClaimsPage.Done.field).flatMap { ClaimsPage.Done(rawValue: $0) },
                refusal: refusal),
            to: work.request, status: refusal == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func decide(_ work: WorkspaceRequest) async throws -> Response {
        try work.actor.require(.decideClaim, on: nil)
        let claim = work.text("claim")
        let answer = work.text(ClaimView.field(of: claim))
        let grant: Bool
        switch work.text("action") {
        case "grant": grant = true
        case "refuse": grant = false
        default: throw WorkspaceError.faulty
        }
        guard grant || !answer.isEmpty, answer.count <= Claim.longestWords else {
            let fault = work.page.texts(.claimsAnswerFault, "\(Claim.longestWords)")
            return try await list(work, refusal: .init(claim: claim, typed: answer, fault: fault))
        }
        try await workspace.decide(claim: claim, grant: grant, answer: answer, by: work.actor)
        await Housekeeping(site: site).refresh()
        return done(grant ? .granted : .refused, work)
    }

    private func done(_ done: ClaimsPage.Done, _ work: WorkspaceRequest) -> Response {
        .redirect(
            to: work.page.link(.claims, asking: [QueryItem(ClaimsPage.Done.field, done.rawValue)]), type: .normal)
    }
}
