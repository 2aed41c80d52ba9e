import Editorial
import HTTPTypes
import Hummingbird

/// What became of a suggestion, for whoever holds its code.
struct AnswerRoutes: Sendable {
    /// Bytes of a sent form.
    static let largestForm = 2 * 1_024

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/suggest/answer") { request, context in
            site.answer(AnswerPage(context: try page(request, context)), to: request)
        }
        router.post(":lang/suggest/answer", use: show)
    }

    private func page(_ request: Request, _ context: SiteRequestContext) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: .suggestionAnswer)
    }

    @Sendable private func show(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        guard let fields = try await request.formFields(upTo: Self.largestForm) else { throw HTTPError(.badRequest) }
        var page = AnswerPage(context: try page(request, context), code: (fields.first(AnswerPage.field) ?? "").tidied)
        // Taken before it is tried, so that guesses at the same time count as well.
        let source = "suggestion code/" + site.source(of: request, context)
        guard site.desk.asking.take(from: source, at: site.clock()) else {
            page.fault = .returnTooOften
            return site.answer(page, to: request, status: .tooManyRequests)
        }
        guard let code = Suggestion.code(typed: page.code),
            let standing = try await site.workspace.suggestion(code: code)
        else {
            page.fault = .suggestionCodeWrong
            return site.answer(page, to: request, status: .unprocessableContent)
        }
        site.desk.asking.giveBack(to: source)
        page.standing = standing
        return site.answer(page, to: request)
    }
}
