import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// The labs, and how somebody registers for one without an account.
struct LabRoutes: Sendable {
    /// Bytes of a sent form.
    private static let largestForm = 16 * 1_024

    let site: SiteEnvironment
    private let limit = SuggestionLimit()

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/landscape/labs") { request, context in
            site.answer(LabsPage(context: try page(request, context, .landscape(.labs))), to: request)
        }
        router.get(":lang/landscape/labs.csv") { request, context in
            let page = try page(request, context, .landscape(.table(.labs, of: .labs)))
            return site.answer(
                csvResponse(LabTable(context: page).figures, language: page.language, freshness: .minute), to: request,
                keeping: true, context: page)
        }
        router.get(":lang/events/:id/registration", use: form)
        router.post(":lang/events/:id/registration", use: send)
    }

    private func page(_ request: Request, _ context: SiteRequestContext, _ address: Address) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: address)
    }

    // MARK: Registering

    private func blank(_ request: Request, _ context: SiteRequestContext) async throws -> LabRegistrationPage {
        let id = try context.identifier()
        let page = try page(request, context, .labRegistration(id))
        guard let event = page.catalogue[id], let lab = event.lab else { throw HTTPError(.notFound) }
        return LabRegistrationPage(
            context: page, event: event, lab: lab, seatsLeft: try await site.workspace.seatsLeft(in: event))
    }

    @Sendable private func form(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        site.answer(try await blank(request, context), to: request)
    }

    @Sendable private func send(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        guard let fields = try await request.formFields(upTo: Self.largestForm), !TrapField.caught(fields) else {
            throw HTTPError(.badRequest)
        }
        return try await site.keeping(fields, of: request) { try await take(fields, request, context) }
    }

    private func take(
        _ fields: QueryItems, _ request: Request, _ context: SiteRequestContext
    ) async throws -> Response {
        var page = try await blank(request, context)
        if let deed = fields.first(LabRegistrationPage.deed) {
            guard let deed = LabRegistrationPage.Deed(rawValue: deed) else { throw HTTPError(.badRequest) }
            return try await open(fields, deed, page, request, context)
        }
        page.filled = LabForm(fields, event: page.event, lab: page.lab, context: page.context)
        guard let registration = page.filled.registration else {
            return site.answer(page, to: request, status: .unprocessableContent)
        }
        guard limit.take(at: site.clock()) else {
            page.refusal = .returnTooOften
            return site.answer(page, to: request, status: .tooManyRequests)
        }
        switch try await site.workspace.register(registration) {
        case .kept:
            return site.answer(
                LabRegisteredPage(
                    context: page.context, event: page.event, registration: registration, isNew: true),
                to: request)
        case .closed: page.refusal = .labClosed
        case .full: page.filled.noteFull(page.context.texts)
        }
        return site.answer(page, to: request, status: .conflict)
    }

    /// A registration by its code: shown, or taken back.
    private func open(
        _ fields: QueryItems, _ deed: LabRegistrationPage.Deed, _ form: LabRegistrationPage, _ request: Request,
        _ context: SiteRequestContext
    ) async throws -> Response {
        var page = form
        page.code = (fields.first(CodeForm.field) ?? "").tidied
        let opened = try await site.open(page.code, request, context) { code in
            try await site.workspace.registration(code: code).flatMap { $0.lab == form.event.id ? $0 : nil }
        }
        switch opened {
        case .found(let registration):
            if deed == .cancel {
                try await site.workspace.cancelRegistration(code: registration.code)
                return site.answer(LabCancelledPage(context: page.context, event: page.event), to: request)
            }
            return site.answer(
                LabRegisteredPage(context: page.context, event: page.event, registration: registration, isNew: false),
                to: request)
        case .unknown: page.codeFault = .labCodeWrong
        case .tooOften: page.codeFault = .returnTooOften
        }
        return site.answer(page, to: request, status: opened.status)
    }
}
