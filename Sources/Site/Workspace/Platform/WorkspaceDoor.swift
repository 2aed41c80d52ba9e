import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// One request of somebody who is signed in.
struct WorkspaceRequest: Sendable {
    let page: PageContext
    let visit: Workspace.Visit
    let request: Request
    let route: SiteRequestContext
    /// What the form holds; empty for a page that is only looked at.
    let fields: QueryItems
    /// The file in it, where a form may have one.
    var file: MultipartForm.File?

    var actor: Actor { visit.actor }
    var query: QueryItems { request.query }

    /// A field of the form without control characters and space at the ends.
    func text(_ name: String) -> String { (fields.first(name) ?? "").tidied }

    func identifier(_ name: String = "id") throws -> Identifier { try route.identifier(name) }

    /// A step of the address that is no identifier of the catalogue, such as the id of a draft.
    func step(_ name: String) throws -> String { try route.step(name) }

    func link(_ address: WorkspaceAddress) -> String { page.link(.workspace(address)) }
}

/// The door of the workspace: every page behind it is for somebody who is signed in, with the second factor where one
/// is needed, and every form comes from a page of that session.
///
/// Whether that person may do what is asked is decided by ``Workspace`` and nowhere else.
struct WorkspaceDoor: Sendable {
    /// Bytes of a sent form: a record in four languages, escaped.
    static let largestForm = 512 * 1_024
    /// Fields of a sent form: a guide with all its texts in eight editions.
    static let mostFields = 3_000

    let site: SiteEnvironment

    typealias Handler = @Sendable (WorkspaceRequest) async throws -> Response
    typealias Place = @Sendable (SiteRequestContext) throws -> WorkspaceAddress

    /// A page that is looked at. `path` comes below `/{lang}/workspace`.
    func get(
        _ path: String, on router: SiteRouter, at place: @escaping Place, mayWant want: Workspace.Visit.Want? = nil,
        _ handler: @escaping Handler
    ) {
        router.get(RouterPath(":lang/workspace" + (path.isEmpty ? "" : "/" + path))) { request, context in
            let page = try page(request, context, place)
            guard let visit = try await site.visit(request) else { return to(.signIn, from: request, page) }
            if let wants = visit.wants, wants != want { return to(wants.address, from: request, page) }
            let work = WorkspaceRequest(
                page: page, visit: visit, request: request, route: context, fields: QueryItems([]))
            return try await answer(work, handler)
        }
    }

    /// A form that is sent.
    func post(
        _ path: String, on router: SiteRouter, at place: @escaping Place, mayWant want: Workspace.Visit.Want? = nil,
        upTo limit: Int = largestForm, _ handler: @escaping Handler
    ) {
        post(path, on: router, at: place, mayWant: want, handler) { request in
            try await request.formFields(upTo: limit, most: Self.mostFields).map { SentForm(fields: $0) }
        }
    }

    /// A form with a file of at most `limit` bytes in the field `file`. Only those who are signed in send so much.
    func post(
        _ path: String, on router: SiteRouter, at place: @escaping Place, file: String, upTo limit: Int,
        _ handler: @escaping Handler
    ) {
        post(path, on: router, at: place, mayWant: nil, handler) { request in
            if try await site.visit(request) != nil {
                return try await request.form(withFileIn: file, upTo: limit + Self.largestForm)
            }
            do { return try await request.form(withFileIn: file, upTo: Self.largestForm) } catch let error
                as any HTTPResponseError
                where error.status == .contentTooLarge
            { return SentForm() }
        }
    }

    private func post(
        _ path: String, on router: SiteRouter, at place: @escaping Place, mayWant want: Workspace.Visit.Want?,
        _ handler: @escaping Handler, reading read: @escaping @Sendable (Request) async throws -> SentForm?
    ) {
        router.post(RouterPath(":lang/workspace" + (path.isEmpty ? "" : "/" + path))) { request, context in
            let page = try page(request, context, place)
            guard let form = try await read(request) else { throw HTTPError(.badRequest) }
            return try await site.keeping(form.fields, of: request) {
                try await take(form, page, request, context, mayWant: want, handler)
            }
        }
    }

    private func take(
        _ form: SentForm, _ page: PageContext, _ request: Request, _ context: SiteRequestContext,
        mayWant want: Workspace.Visit.Want?, _ handler: Handler
    ) async throws -> Response {
        let fields = form.fields
        guard let visit = try await site.visit(request) else {
            return site.answer(
                SignInAgainPage(context: page, fields: fields), to: request, status: .unauthorized)
        }
        if let wants = visit.wants, wants != want {
            return site.answer(
                SignInAgainPage(context: page, fields: fields, wants: wants, visit: visit), to: request,
                status: .unauthorized)
        }
        // A form of an earlier session: its sender says once more that it is to be sent.
        guard fields.first(FormCode.field) == visit.session.formCode else {
            return site.answer(SendAgainPage(context: page, visit: visit, fields: fields), to: request)
        }
        let work = WorkspaceRequest(
            page: page, visit: visit, request: request, route: context, fields: fields, file: form.file)
        return try await answer(work, handler)
    }

    private func page(
        _ request: Request, _ context: SiteRequestContext, _ place: Place
    ) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: .workspace(try place(context)))
    }

    /// To where somebody signs in first, and back from there.
    private func to(_ address: WorkspaceAddress, from request: Request, _ page: PageContext) -> Response {
        let onward = Onward(next: LocalPath(request.uri.string))
        return .redirect(to: page.link(address, asking: onward.query), type: .found)
    }

    private func answer(_ work: WorkspaceRequest, _ handler: Handler) async throws -> Response {
        do { return try await handler(work) } catch let error as WorkspaceError {
            let status = error.status
            return site.answer(
                RefusedPage(context: work.page, visit: work.visit, error: error, fields: work.fields),
                to: work.request, status: status)
        }
    }
}

extension Workspace.Visit.Want {
    var address: WorkspaceAddress {
        switch self {
        case .code: .code
        case .secondFactor: .secondFactor
        }
    }
}

extension WorkspaceError {
    var status: HTTPResponse.Status {
        switch self {
        case .notAllowed: .forbidden
        case .notFound: .notFound
        case .changedMeanwhile, .notNow: .conflict
        case .busy: .serviceUnavailable
        case .faulty: .unprocessableContent
        }
    }
}
