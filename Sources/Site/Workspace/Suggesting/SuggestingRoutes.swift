import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// What readers suggest: read, made into drafts, answered.
struct SuggestingRoutes: Sendable {
    private static let kept = "kept"

    let site: SiteEnvironment
    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("suggestions", on: router, at: { _ in .suggestions }, list)
        let place: WorkspaceDoor.Place = { .suggestion(try $0.step("code")) }
        door.get("suggestions/:code", on: router, at: place) { work in
            try await show(work, isKept: work.query.first(Self.kept) != nil)
        }
        door.post("suggestions/:code", on: router, at: place, act)
    }

    @Sendable private func list(_ work: WorkspaceRequest) async throws -> Response {
        guard work.actor.mayEver(.handleSuggestion) else { throw WorkspaceError.notAllowed(.handleSuggestion) }
        let filter = work.query.first(SuggestionsPage.filter).flatMap { SuggestionsPage.Filter(rawValue: $0) } ?? .open
        let all = try await workspace.suggestions(for: work.actor).map(\.value).filter(filter.takes)
        return site.answer(
            SuggestionsPage(
                context: work.page, visit: work.visit, filter: filter,
                // What waits longest comes first; of what is answered, the newest.
                suggestions: all.filter(\.isOpen) + all.filter { !$0.isOpen }.reversed(),
                page: max(1, work.query.first("page").flatMap { Int($0) } ?? 1)), to: work.request)
    }

    private func show(
        _ work: WorkspaceRequest, typed: String = "", fault: String? = nil, isKept: Bool = false
    ) async throws -> Response {
        let standing = try await workspace.suggestion(try work.step("code"), for: work.actor)
        return site.answer(
            SuggestionPage(
                context: work.page, visit: work.visit, standing: standing, doubles: doubles(of: standing, work.page),
                typed: typed, fault: fault, isKept: isKept),
            to: work.request, status: fault == nil ? .ok : .unprocessableContent)
    }

    private func doubles(of standing: SuggestionStanding, _ page: PageContext) -> [LikelyDouble] {
        guard standing.suggestion.isOpen, let survey = standing.suggestion.survey, let name = RecordID("suggested")
        else { return [] }
        let record = survey.record(name, in: standing.suggestion.language, of: page.catalogue)
        return site.desk.doubles.finder(for: page.snapshot).likely(for: record)
    }

    @Sendable private func act(_ work: WorkspaceRequest) async throws -> Response {
        let code = try work.step("code")
        let action = work.text("action")
        if action == "take" {
            let draft = try await workspace.take(code, by: work.actor)
            return .redirect(to: work.link(.draft(draft.value.id)), type: .normal)
        }
        guard let state = Suggestion.State(rawValue: action) else { throw WorkspaceError.faulty }
        let words = work.text(SuggestionPage.words)
        guard !words.isEmpty, words.count <= Suggestion.longestAnswer else {
            let fault = work.page.texts(.suggestingAnswerFault, "\(Suggestion.longestAnswer)")
            return try await show(work, typed: words, fault: fault)
        }
        try await workspace.answer(code, state, words: words, by: work.actor)
        return .redirect(
            to: work.page.link(.suggestion(code), asking: [QueryItem(Self.kept, "1")]), type: .normal)
    }
}
