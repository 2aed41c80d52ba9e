import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// `/api/v1/drafts`: what programs of members send, with a token of their organisation (docs/workspace-api.md).
///
/// No cookie is read and no other site's script may ask: whoever has the token is a program.
struct DraftAPI: Sendable {
    /// Bytes of a sent record.
    static let largestRecord = 256 * 1_024

    let site: SiteEnvironment
    /// What one source may ask, whatever it shows; and what one token may.
    private let asking = SourceLimit(capacity: 240, perHour: 2_400)
    private let sending = SourceLimit(capacity: 120, perHour: 1_200)

    private var workspace: Workspace { site.workspace }

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        router.post("api/v1/drafts") { request, context in await answer(request, context, send) }
        router.get("api/v1/drafts/:id") { request, context in await answer(request, context, look) }
    }

    // MARK: Who asks

    private struct Sender: Sendable {
        let token: MemberToken
        let actor: Actor
        let organisation: RecordID
    }

    private typealias Handler = @Sendable (Request, SiteRequestContext, Sender) async throws -> Response

    private func answer(_ request: Request, _ context: SiteRequestContext, _ handler: Handler) async -> Response {
        do {
            guard asking.take(from: site.source(of: request, context), at: site.clock()) else { return Self.tooMany }
            guard let bearer = request.bearer else { return Self.unauthorized("Bearer") }
            guard let (token, maker) = try await workspace.member(for: bearer) else {
                return Self.unauthorized("Bearer error=\"invalid_token\"")
            }
            guard sending.take(from: token.id, at: site.clock()) else { return Self.tooMany }
            let sender = Sender(token: token, actor: token.actor(of: maker), organisation: token.organisation)
            return try await handler(request, context, sender)
        } catch let fault as SentRecord.Fault {
            return Problem(status: .unprocessableContent, detail: fault.detail).response
        } catch let error as WorkspaceError {
            return Problem(status: error.status, detail: error.detail).response
        } catch let error as any HTTPResponseError {
            return Problem(status: error.status).response
        } catch {
            site.logger.error("a program could not be answered", metadata: ["error": "\(error)"])
            return Problem(status: .internalServerError).response
        }
    }

    private static func unauthorized(_ challenge: String) -> Response {
        var response = Problem(status: .unauthorized, detail: "send Authorization: Bearer and a token that is in use")
            .response
        response.headers[.wwwAuthenticate] = challenge
        return response
    }

    private static var tooMany: Response {
        var response = Problem(status: .tooManyRequests, detail: "wait a minute").response
        response.headers[.retryAfter] = "60"
        return response
    }

    // MARK: Sending

    @Sendable private func send(
        _ request: Request, _: SiteRequestContext, _ sender: Sender
    ) async throws -> Response {
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") ?? false else {
            throw HTTPError(.unsupportedMediaType)
        }
        var request = request
        let body = try await request.collectBody(upTo: Self.largestRecord)
        guard let tree = try? JSONDecoder().decode(Tree.self, from: Data(body.readableBytesView)) else {
            return Problem(status: .badRequest, detail: "the body is not JSON").response
        }
        let sent = try SentRecord(tree)
        let reserved = sent.id == nil ? try await workspace.reservedNames() : []
        let base = try await workspace.base(of: sent.id, for: sender.actor)
        guard base.published?.withdrawn == nil else {
            return Problem(status: .conflict, detail: "the record was withdrawn").response
        }
        let catalogue = workspace.catalogue
        let record = try sent.record(over: base.record, of: sender.organisation) { name in
            name.made { catalogue.any($0) != nil || reserved.contains($0) }
        }
        let kept = try await workspace.write(record, over: base, token: sender.token, by: sender.actor)
        let isWanted = request.query.first("submit") == "true"
        let (draft, conflicts) = isWanted ? try await submit(kept.value, sender) : (kept.value, [])
        var response = try answer(draft, conflicts, request)
        response.status = base.draft == nil ? .created : .ok
        response.headers[.location] = "/api/v1/drafts/\(draft.id)"
        return response
    }

    /// Where something is missing, or somebody else published the same fields, it stays a draft.
    private func submit(_ draft: Draft, _ sender: Sender) async throws -> (Draft, conflicts: [FieldPath]) {
        switch try await workspace.submit(draft.id, by: sender.actor) {
        case .submitted(let kept): (kept.value, [])
        case .faulty: (draft, [])
        case .conflict(let merge, let kept, _): (kept.value, merge.conflicts.map(\.path))
        }
    }

    @Sendable private func look(
        _ request: Request, _ context: SiteRequestContext, _ sender: Sender
    ) async throws -> Response {
        try answer(try await workspace.ownDraft(try context.step("id"), for: sender.actor), [], request)
    }

    private func answer(_ draft: Draft, _ conflicts: [FieldPath], _ request: Request) throws -> Response {
        let page = site.context(for: request, edition: Edition(.en), address: .home)
        let faults = draft.state.isOpen ? draft.faults(in: page.catalogue) : []
        let answer = DraftAnswerBody(
            draft: draft.id, record: draft.record.id.description, state: draft.state.rawValue,
            faults: faults.map { .init(field: $0.field, what: $0.words(in: page)) },
            conflicts: conflicts.map(\.description), reasons: draft.reasons)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(answer))))
    }
}

private struct DraftAnswerBody: Encodable {
    struct Fault: Encodable {
        let field: String
        let what: String
    }

    let draft: String
    let record: String
    let state: String
    /// What it lacks before somebody can review it.
    let faults: [Fault]
    /// Fields that somebody else published meanwhile, otherwise; a person chooses in the workspace.
    let conflicts: [String]
    /// Why it came back or was declined.
    let reasons: String?
}

extension Draft {
    fileprivate var reasons: String? {
        guard state == .returned || state == .declined else { return nil }
        return steps.last { $0.deed == .returned || $0.deed == .declined }?.words
    }
}

extension WorkspaceError {
    /// For whoever wrote the program.
    fileprivate var detail: String {
        switch self {
        case .notAllowed: "the record belongs to another organisation"
        case .notFound: "no such draft of your organisation, or no such record"
        case .changedMeanwhile: "somebody else changed it meanwhile: look again"
        case .notNow: "the draft waits for a review, or is closed"
        case .busy: "too many at once: try again"
        case .faulty: "the record makes no sense"
        }
    }
}

extension Request {
    /// The token of a program (RFC 6750, section 2.1).
    fileprivate var bearer: String? {
        guard let header = headers[.authorization] else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}
