import Catalogue
import HTTPTypes
import Hummingbird

/// The page that tells how hard a text is. What is written there is neither kept nor logged.
struct ReadabilityRoutes: Sendable {
    /// Bytes of a sent form: a text of the greatest length, escaped.
    private static let largestForm = 256 * 1_024

    let site: SiteEnvironment
    /// For the whole site and in memory: editors who write see every pause, a flood doesn't slow the others.
    private let limit = SourceLimit(capacity: 300, perHour: 7_200)

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/workspace/readability") { request, context in
            let page = try page(request, context)
            return site.answer(ReadabilityPage(context: page, edition: page.edition), to: request)
        }
        router.post(":lang/workspace/readability", use: judge)
    }

    @Sendable private func judge(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = try page(request, context)
        guard let fields = try await request.formFields(upTo: Self.largestForm) else { throw HTTPError(.badRequest) }
        guard limit.take(from: "all editors", at: site.clock()) else { throw HTTPError(.tooManyRequests) }
        let text = (fields.first("text") ?? "").tidied
        return site.answer(
            ReadabilityPage(
                context: page, edition: fields.first("edition").flatMap { Edition($0) } ?? page.edition, text: text,
                isTooLong: text.count > ReadabilityPage.longestText), to: request)
    }

    private func page(_ request: Request, _ context: SiteRequestContext) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: .readability)
    }
}
