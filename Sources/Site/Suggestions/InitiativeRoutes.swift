import Catalogue
import Editorial
import HTTPTypes
import Hummingbird
import Logging

/// The form for an initiative that is missing, and what becomes of what it sends.
struct InitiativeRoutes: Sendable {
    /// Bytes of a sent form: five long answers, escaped.
    static let largestForm = 128 * 1_024
    /// Doubles that are shown before something is sent.
    static let mostDoubles = 4

    let site: SiteEnvironment
    let limit: SuggestionLimit

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/suggest") { request, context in
            site.answer(InitiativePage(try page(request, context)), to: request)
        }
        router.post(":lang/suggest", use: send)
    }

    private func page(_ request: Request, _ context: SiteRequestContext) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: .suggest)
    }

    @Sendable private func send(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = try page(request, context)
        guard let fields = try await request.formFields(upTo: Self.largestForm), !TrapField.caught(fields) else {
            throw HTTPError(.badRequest)
        }
        let filled = InitiativeForm(fields, context: page)
        guard filled.faults.isEmpty else {
            return site.answer(InitiativePage(page, filled), to: request, status: .unprocessableContent)
        }
        if fields.first(InitiativePage.different) == nil {
            let doubles = doubles(of: filled.survey, page)
            if !doubles.isEmpty { return site.answer(InitiativePage(page, filled, doubles: doubles), to: request) }
        }
        guard limit.take(at: site.clock()) else {
            return site.answer(
                InitiativePage(page, filled, refusal: .returnTooOften), to: request, status: .tooManyRequests)
        }
        let suggestion = Suggestion(
            code: Suggestion.newCode(), record: nil, language: page.language, message: "", survey: filled.survey,
            contact: filled.contact.isEmpty ? nil : filled.contact, receivedOn: page.now.day)
        do { try await site.workspace.receive(suggestion) } catch {
            // So many answers are not to be lost.
            site.logger.error("an initiative can't be kept: \(error)")
            return site.answer(
                InitiativePage(page, filled, refusal: .initiativeNotKept), to: request, status: .serviceUnavailable)
        }
        return site.answer(SuggestionThanksPage(context: page, code: suggestion.code), to: request)
    }

    /// What readers can see already and may be the same thing, likeliest first.
    private func doubles(of survey: Survey, _ page: PageContext) -> [Record] {
        guard let name = RecordID("suggested") else { return [] }
        let record = survey.record(name, in: page.language, of: page.catalogue)
        return site.desk.doubles.finder(for: page.snapshot).likely(for: record, limit: Self.mostDoubles)
            .compactMap { page.catalogue[$0.record] }
    }
}
