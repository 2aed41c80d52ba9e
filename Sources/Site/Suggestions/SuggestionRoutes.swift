import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// The form behind "Something wrong here?", and what becomes of what it sends.
struct SuggestionRoutes: Sendable {
    /// Bytes of a sent form.
    static let largestForm = 32 * 1_024

    let site: SiteEnvironment
    /// For the whole site and in memory: a class of thirty behind one address gets through, a flood doesn't.
    private let limit = SourceLimit(capacity: 60, perHour: 240)

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/records/:id/suggestion", use: form)
        router.post(":lang/records/:id/suggestion", use: send)
        router.get(":lang/accessibility-problem", use: form)
        router.post(":lang/accessibility-problem", use: send)
    }

    @Sendable private func form(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let (page, subject) = try subject(request, context)
        return site.answer(SuggestionFormPage(context: page, subject: subject), to: request)
    }

    @Sendable private func send(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let (page, subject) = try subject(request, context)
        guard let fields = try await request.formFields(upTo: Self.largestForm) else { throw HTTPError(.badRequest) }
        let message = (fields.first("message") ?? "").tidied
        let contact = (fields.first("contact") ?? "").tidied
        func again(_ fault: TextKey, status: HTTPResponse.Status = .unprocessableContent) -> Response {
            site.answer(
                SuggestionFormPage(context: page, subject: subject, message: message, contact: contact, fault: fault),
                to: request, status: status)
        }
        guard fields.first("website")?.isEmpty ?? true else { throw HTTPError(.badRequest) }
        guard !message.isEmpty else { return again(.suggestionEmpty) }
        guard message.count <= Suggestion.longestMessage, contact.count <= Suggestion.longestContact else {
            return again(.suggestionTooLong)
        }
        guard limit.take(from: "all readers", at: site.clock()) else {
            return again(.returnTooOften, status: .tooManyRequests)
        }
        var generator = SystemRandomNumberGenerator()
        let suggestion = Suggestion(
            code: Suggestion.newCode(using: &generator), record: subject.id, language: page.language, message: message,
            contact: contact.isEmpty ? nil : contact, receivedOn: page.now.day)
        try await site.store.keep(suggestion)
        return site.answer(SuggestionThanksPage(context: page, subject: subject, code: suggestion.code), to: request)
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
