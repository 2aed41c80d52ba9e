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
        var page = AnswerPage(context: try page(request, context), code: (fields.first(CodeForm.field) ?? "").tidied)
        let opened = try await site.open(page.code, request, context) { try await site.workspace.suggestion(code: $0) }
        switch opened {
        case .found(let standing): page.standing = standing
        case .unknown: page.fault = .suggestionCodeWrong
        case .tooOften: page.fault = .returnTooOften
        }
        return site.answer(page, to: request, status: opened.status)
    }
}
