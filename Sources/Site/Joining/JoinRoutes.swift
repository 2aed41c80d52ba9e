import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// How an organisation asks to join the consortium, without an account, and how it reads the answer.
struct JoinRoutes: Sendable {
    /// Bytes of a sent form.
    private static let largestForm = 64 * 1_024

    let site: SiteEnvironment
    /// For the whole site and in memory: more applications in an hour than the consortium has ever had members are
    /// none.
    private let limit = SourceLimit(capacity: 40, perHour: 40)

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/join") { request, context in
            let page = site.context(for: request, edition: try context.edition, address: .join)
            return site.answer(JoinPage(context: page, members: members(page)), to: request)
        }
        router.post(":lang/join", use: send)
        router.get(":lang/join/answer") { request, context in
            let page = site.context(for: request, edition: try context.edition, address: .joinAnswer)
            return site.answer(JoinAnswerPage(context: page), to: request)
        }
        router.post(":lang/join/answer", use: answer)
    }

    private func members(_ page: PageContext) -> [Record] { site.workspace.members(in: page.language) }

    @Sendable private func send(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .join)
        guard let fields = try await request.formFields(upTo: Self.largestForm) else { throw HTTPError(.badRequest) }
        guard fields.first(JoinPage.trap)?.isEmpty ?? true else { throw HTTPError(.badRequest) }
        let members = members(page)
        let statement = Editorial.Application.Statement(fields, members: Set(members.map(\.id)))
        var faults = FormFaults(statement.faults, page.texts)
        var status = HTTPResponse.Status.unprocessableContent
        if faults.isEmpty, !mayAsk(request, context) || !limit.take(from: "everybody", at: site.clock()) {
            faults.add("organisation", page.texts(.joinTooOften))
            status = .tooManyRequests
        }
        guard faults.isEmpty else {
            return site.answer(
                JoinPage(context: page, members: members, statement: statement, faults: faults), to: request,
                status: status)
        }
        return try await site.keeping(fields, of: request) {
            let application = try await site.workspace.apply(statement, in: page.language)
            return site.answer(JoinThanksPage(context: page, code: application.code), to: request)
        }
    }

    private func mayAsk(_ request: Request, _ context: SiteRequestContext) -> Bool {
        site.desk.asking.take(from: site.source(of: request, context), at: site.clock())
    }

    @Sendable private func answer(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .joinAnswer)
        guard let fields = try await request.formFields(upTo: 4_096) else { throw HTTPError(.badRequest) }
        let typed = String((fields.first(JoinAnswerPage.code) ?? "").tidied.prefix(40))
        // Every try counts, so that nobody finds codes by trying many.
        guard mayAsk(request, context) else {
            return site.answer(
                JoinAnswerPage(context: page, typed: typed, fault: page.texts(.joinTooOften)), to: request,
                status: .tooManyRequests)
        }
        guard let code = Suggestion.code(typed: typed),
            var application = try await site.workspace.application(code: code)
        else {
            return site.answer(
                JoinAnswerPage(context: page, typed: typed, fault: page.texts(.joinUnknown)), to: request,
                status: .notFound)
        }
        if fields.first(JoinAnswerPage.withdraw) == "yes", application.state == .open {
            application = try await site.workspace.withdrawApplication(code: code)
        }
        return site.answer(
            JoinAnswerPage(
                context: page, typed: typed, found: (application, site.workspace.support(of: application))),
            to: request)
    }
}

extension Editorial.Application.Statement {
    /// What a form says; of the members only those that are some.
    fileprivate init(_ fields: QueryItems, members: Set<RecordID>) {
        func text(_ name: String) -> String { (fields.first(name) ?? "").tidied }
        self.init(
            organisation: text("organisation"), website: text("website"), about: text("about"),
            purpose: text("purpose"), contact: text("contact"), email: text("email"),
            knownTo: fields.all(JoinPage.members).compactMap { RecordID($0) }.filter(members.contains))
    }
}
