import Catalogue
import Editorial
import Exchange
import HTTPTypes
import Hummingbird

/// What somebody follows, and the feed of it.
struct FollowRoutes: Sendable {
    private static let ended = "ended"

    let site: SiteEnvironment
    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("follows", on: router, at: { _ in .follows }) { work in
            try await show(work, hasEndedFeed: work.query.first(Self.ended) != nil)
        }
        door.post("follows", on: router, at: { _ in .follows }, act)
        // In front of the door: a feed reader can't sign in, its address is the key.
        router.get(":lang/workspace/follows/{token}.atom", use: feed)
    }

    private func show(
        _ work: WorkspaceRequest, newFeed: String? = nil, hasEndedFeed: Bool = false, fault: String? = nil
    ) async throws -> Response {
        site.answer(
            FollowsPage(
                context: work.page, visit: work.visit, follows: try await workspace.follows(for: work.actor),
                feed: try await workspace.feed(for: work.actor), newFeed: newFeed, hasEndedFeed: hasEndedFeed,
                fault: fault),
            to: work.request, status: fault == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func act(_ work: WorkspaceRequest) async throws -> Response {
        switch work.text("action") {
        case "follow": return try await follow(true, work)
        case "stop": return try await follow(false, work)
        case "add": return try await add(work)
        case "feed":
            let token = try await workspace.makeFeed(by: work.actor)
            let address = Address.workspace(.feed(token.text)).print(in: work.page.edition)
            return try await show(work, newFeed: site.settings.publicAddress + address)
        case "end-feed":
            try await workspace.endFeed(by: work.actor)
            return .redirect(to: work.page.link(.follows, asking: [QueryItem(Self.ended, "1")]), type: .normal)
        default: throw WorkspaceError.faulty
        }
    }

    private func follow(_ wanted: Bool, _ work: WorkspaceRequest) async throws -> Response {
        guard let subject = Follow.Subject(name: work.text(FollowButton.subject)) else { throw WorkspaceError.faulty }
        if let fault = try await begin([subject], wanted, work) { return try await show(work, fault: fault) }
        if case .record(let id) = subject, !work.text(FollowButton.back).isEmpty {
            return .redirect(to: work.link(.entry(id)), type: .normal)
        }
        return .redirect(to: work.link(.follows), type: .normal)
    }

    private func add(_ work: WorkspaceRequest) async throws -> Response {
        let subjects = [FollowsPage.theme, FollowsPage.territory]
            .compactMap { Follow.Subject(name: "\($0)/\(work.text($0))") }
        guard !subjects.isEmpty else { return try await show(work, fault: work.page.texts(.followsChooseFault)) }
        if let fault = try await begin(subjects, true, work) { return try await show(work, fault: fault) }
        return .redirect(to: work.link(.follows), type: .normal)
    }

    /// What is wrong, where it could not be done.
    private func begin(
        _ subjects: [Follow.Subject], _ wanted: Bool, _ work: WorkspaceRequest
    ) async throws -> String? {
        do {
            for subject in subjects { try await workspace.follow(subject, wanted, by: work.actor) }
            return nil
        } catch WorkspaceError.notNow { return work.page.texts(.followsFull, "\(Follow.most)") }
    }

    // MARK: The feed

    @Sendable private func feed(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let token = try context.step("token")
        let page = site.context(for: request, edition: try context.edition, address: .workspace(.feed(token)))
        guard let (feed, account) = try await workspace.follower(at: token) else { throw HTTPError(.notFound) }
        let steps = try await workspace.news(for: account.actor, most: FollowFeed.length)
        let news = FollowFeed(steps: steps, feed: feed, context: page).atom
        return site.answer(
            ReadyPage(
                mediaType: AtomFeed.mediaType, language: page.language.rawValue, bytes: Array(news.text.utf8),
                freshness: .personal), to: request, keeping: false, context: page)
    }
}
