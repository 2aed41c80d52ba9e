import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// The campaigns, and how a group tells of its action without an account.
struct CampaignRoutes: Sendable {
    /// Bytes of a sent form.
    private static let largestForm = 16 * 1_024

    let site: SiteEnvironment
    private let limit = SuggestionLimit()
    private let board = ActionBoard()

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/landscape/actions") { request, context in
            let page = try page(request, context, .landscape(.campaigns))
            let tallies = await board.tallies(site)
            return site.answer(CampaignsPage(context: page, tallies: tallies), to: request)
        }
        router.get(":lang/landscape/actions.csv") { request, context in
            let page = try page(request, context, .landscape(.table(.actions, of: .campaigns)))
            let tallies = await board.tallies(site)
            let table = CampaignTable(
                tallies: page.catalogue.campaigns.flatMap { tallies[$0.event.id] ?? [] }, context: page)
            return site.answer(
                csvResponse(table.figures, language: page.language, freshness: .minute), to: request, keeping: true,
                context: page)
        }
        router.get(":lang/events/:id/action") { request, context in
            site.answer(try blank(request, context), to: request)
        }
        router.post(":lang/events/:id/action", use: send)
    }

    private func page(_ request: Request, _ context: SiteRequestContext, _ address: Address) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: address)
    }

    // MARK: Signing up

    private func blank(_ request: Request, _ context: SiteRequestContext) throws -> SignUpPage {
        let id = try context.identifier()
        let page = try page(request, context, .campaignSignUp(id))
        guard let event = page.catalogue[id], event.campaign != nil else { throw HTTPError(.notFound) }
        return SignUpPage(context: page, event: event)
    }

    @Sendable private func send(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        var page = try blank(request, context)
        guard let fields = try await request.formFields(upTo: Self.largestForm), !TrapField.caught(fields) else {
            throw HTTPError(.badRequest)
        }
        if let deed = fields.first(SignUpPage.deed) {
            guard let deed = SignUpPage.Deed(rawValue: deed) else { throw HTTPError(.badRequest) }
            return try await site.keeping(fields, of: request) { [page] in
                try await open(fields, deed, page, request, context)
            }
        }
        page.filled = SignUpForm(fields, event: page.event, context: page.context)
        guard let signUp = page.filled.signUp else {
            return site.answer(page, to: request, status: .unprocessableContent)
        }
        guard limit.take(at: site.clock()) else {
            page.refusal = .returnTooOften
            return site.answer(page, to: request, status: .tooManyRequests)
        }
        return try await site.keeping(fields, of: request) { [page] in
            try await site.workspace.signUp(signUp)
            return site.answer(
                SignUpThanksPage(context: page.context, event: page.event, code: signUp.code), to: request)
        }
    }

    /// An action by its code: shown, or told how it went.
    private func open(
        _ fields: QueryItems, _ deed: SignUpPage.Deed, _ form: SignUpPage, _ request: Request,
        _ context: SiteRequestContext
    ) async throws -> Response {
        var page = form
        page.code = (fields.first(CodeForm.field) ?? "").tidied
        let opened = try await site.open(page.code, request, context) { code in
            try await site.workspace.signUp(code: code).flatMap { $0.campaign == form.event.id ? $0 : nil }
        }
        switch opened {
        case .found(let signUp): return try await answer(signUp, fields, deed, page, request)
        case .unknown: page.codeFault = .labCodeWrong
        case .tooOften: page.codeFault = .returnTooOften
        }
        return site.answer(page, to: request, status: opened.status)
    }

    private func answer(
        _ signUp: CampaignSignUp, _ fields: QueryItems, _ deed: SignUpPage.Deed, _ form: SignUpPage,
        _ request: Request
    ) async throws -> Response {
        var page = SignedUpPage(context: form.context, event: form.event, signUp: signUp)
        // Sent twice: what was kept the first time is shown.
        guard deed == .result, signUp.takesResult(on: page.context.now.day) else {
            return site.answer(page, to: request)
        }
        page.filled = ResultForm(fields, context: page.context)
        guard let result = page.filled.result else {
            return site.answer(page, to: request, status: .unprocessableContent)
        }
        let told = try await site.workspace.tell(result, of: signUp.code)
        return site.answer(SignedUpPage(context: page.context, event: page.event, signUp: told), to: request)
    }
}
