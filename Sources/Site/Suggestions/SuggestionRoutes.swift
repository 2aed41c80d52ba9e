import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// What anybody may send without an account, and the way to the answer.
struct SuggestionRoutes: Sendable {
    /// Bytes of a sent form.
    static let largestForm = 32 * 1_024

    let site: SiteEnvironment
    private let limit = SuggestionLimit()

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/records/:id/suggestion", use: form)
        router.post(":lang/records/:id/suggestion", use: send)
        router.get(":lang/accessibility-problem", use: form)
        router.post(":lang/accessibility-problem", use: send)
        InitiativeRoutes(site: site, limit: limit).addRoutes(to: router)
        AnswerRoutes(site: site).addRoutes(to: router)
    }

    // MARK: "Something wrong here?"

    @Sendable private func form(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let (page, subject) = try subject(request, context)
        return site.answer(SuggestionFormPage(context: page, subject: subject), to: request)
    }

    @Sendable private func send(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let (page, subject) = try subject(request, context)
        guard let fields = try await request.formFields(upTo: Self.largestForm), !TrapField.caught(fields) else {
            throw HTTPError(.badRequest)
        }
        var form = SuggestionFormPage(
            context: page, subject: subject, message: (fields.first("message") ?? "").tidied,
            contact: (fields.first(ContactField.name) ?? "").tidied)
        if form.message.isEmpty { form.fault = .suggestionEmpty }
        if form.message.count > Suggestion.longestMessage { form.fault = .suggestionTooLong }
        form.contactFault = ContactField.fault(in: form.contact, page.texts)
        guard form.fault == nil, form.contactFault == nil else {
            return site.answer(form, to: request, status: .unprocessableContent)
        }
        guard limit.take(at: site.clock()) else {
            form.fault = .returnTooOften
            return site.answer(form, to: request, status: .tooManyRequests)
        }
        let suggestion = Suggestion(
            code: Suggestion.newCode(), record: subject.id, language: page.language, message: form.message,
            contact: form.contact.isEmpty ? nil : form.contact, receivedOn: page.now.day)
        return try await site.keeping(fields, of: request) {
            try await site.workspace.receive(suggestion)
            return site.answer(
                SuggestionThanksPage(context: page, subject: subject, code: suggestion.code), to: request)
        }
    }

    /// A record, or the accessibility of the site.
    private func subject(
        _ request: Request, _ context: SiteRequestContext
    ) throws -> (PageContext, SuggestionSubject) {
        let edition = try context.edition
        guard context.parameters.get("id") != nil else {
            let page = site.context(for: request, edition: edition, address: .accessProblem)
            guard let statement = page.catalogue.page("accessibility") else { throw HTTPError(.notFound) }
            return (page, SuggestionSubject(id: statement.id, title: statement.title, address: .page(statement.id)))
        }
        let id = try context.identifier()
        let page = site.context(for: request, edition: edition, address: .suggestion(id))
        guard let record = page.catalogue[id] else { throw HTTPError(.notFound) }
        return (page, SuggestionSubject(id: id, title: record.title, address: .record(record.kind, id)))
    }
}

/// What a suggestion is about.
struct SuggestionSubject: Sendable {
    let id: Identifier
    let title: LocalisedText
    let address: Address
}

extension Suggestion {
    /// A code for something new.
    static func newCode() -> String {
        var generator = SystemRandomNumberGenerator()
        return newCode(using: &generator)
    }
}
