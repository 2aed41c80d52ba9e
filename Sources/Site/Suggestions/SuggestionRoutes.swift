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
    }

    @Sendable private func form(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let (page, record) = try subject(request, context)
        return site.answer(SuggestionFormPage(context: page, record: record), to: request)
    }

    @Sendable private func send(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let (page, record) = try subject(request, context)
        guard let fields = try await request.formFields(upTo: Self.largestForm) else { throw HTTPError(.badRequest) }
        let message = (fields.first("message") ?? "").tidied
        let contact = (fields.first("contact") ?? "").tidied
        func again(_ fault: TextKey, status: HTTPResponse.Status = .unprocessableContent) -> Response {
            site.answer(
                SuggestionFormPage(context: page, record: record, message: message, contact: contact, fault: fault),
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
            code: Suggestion.newCode(using: &generator), record: record.id, language: page.language, message: message,
            contact: contact.isEmpty ? nil : contact, receivedOn: page.now.day)
        try await site.store.keep(suggestion)
        return site.answer(SuggestionThanksPage(context: page, record: record, code: suggestion.code), to: request)
    }

    private func subject(_ request: Request, _ context: SiteRequestContext) throws -> (PageContext, Record) {
        let id = try context.identifier()
        let page = site.context(for: request, edition: try context.edition, address: .suggestion(id))
        guard let record = page.catalogue[id] else { throw HTTPError(.notFound) }
        return (page, record)
    }
}
