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
            guard asking.take(from: site.source(of: request, context), at: site.clock()) else {
                return tooMany(request)
            }
            guard let bearer = request.bearer else { return unauthorized("Bearer", request) }
            guard let (token, maker) = try await workspace.member(for: bearer) else {
                return unauthorized("Bearer error=\"invalid_token\"", request)
            }
            guard sending.take(from: token.id, at: site.clock()) else { return tooMany(request) }
            let sender = Sender(token: token, actor: token.actor(of: maker), organisation: token.organisation)
            return try await handler(request, context, sender)
        } catch let fault as APIFault {
            return site.problem(fault, to: request)
        } catch let fault as SentRecord.Fault {
            return problem(.unprocessableContent, fault.key, fault.values, to: request)
        } catch let error as WorkspaceError {
            return problem(error.status, error.key, [], to: request)
        } catch let error as any HTTPResponseError {
            return error.status == .contentTooLarge
                ? problem(error.status, .problemTooLarge, [String(Self.largestRecord)], to: request)
                : problem(error.status, .problemNoDraft, [], to: request)
        } catch {
            if let pause = StorePause(error) { return site.paused(pause, request, because: error) }
            site.logger.error("a program could not be answered", metadata: ["error": "\(error)"])
            return problem(.internalServerError, .problemTrouble, [], to: request)
        }
    }

    private func problem(
        _ status: HTTPResponse.Status, _ key: TextKey, _ values: [String], to request: Request
    ) -> Response {
        site.problem(APIFault(status: status, key: key, values: values), to: request)
    }

    private func unauthorized(_ challenge: String, _ request: Request) -> Response {
        var response = problem(.unauthorized, .problemToken, [], to: request)
        response.headers[.wwwAuthenticate] = challenge
        return response
    }

    private func tooMany(_ request: Request) -> Response {
        var response = problem(.tooManyRequests, .problemTooMany, [], to: request)
        response.headers[.retryAfter] = "60"
        return response
    }

    // MARK: Sending

    @Sendable private func send(
        _ request: Request, _: SiteRequestContext, _ sender: Sender
    ) async throws -> Response {
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") ?? false else {
            throw APIFault(status: .unsupportedMediaType, key: .problemMediaType)
        }
        let asked = try API.sendDraft.read(request.query, path: { _ in nil }, in: site.snapshots.current)
        let body = try await request.body(upTo: Self.largestRecord)
        guard let tree = try? JSONDecoder().decode(Tree.self, from: Data(body.readableBytesView)) else {
            throw APIFault(key: .problemNotJSON)
        }
        let sent = try SentRecord(tree)
        let reserved = sent.id == nil ? try await workspace.reservedNames() : []
        let base = try await workspace.base(of: sent.id, for: sender.actor)
        guard base.published?.withdrawn == nil else {
            throw APIFault(status: .conflict, key: .problemRecordWithdrawn)
        }
        let catalogue = workspace.catalogue
        let record = try sent.record(over: base.record, of: sender.organisation) { name in
            name.made { catalogue.any($0) != nil || reserved.contains($0) }
        }
        let kept = try await workspace.write(record, over: base, token: sender.token, by: sender.actor)
        let isWanted = asked["submit"]?.first == "true"
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
        _ = try API.lookAtDraft.read(request.query, path: { context.parameters.get($0) }, in: site.snapshots.current)
        return try answer(try await workspace.ownDraft(try context.step("id"), for: sender.actor), [], request)
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
    fileprivate var key: TextKey {
        switch self {
        case .notAllowed: .problemOtherOrganisation
        case .notFound: .problemNoDraft
        case .changedMeanwhile: .problemChangedMeanwhile
        case .notNow: .problemDraftClosed
        case .busy: .problemBusy
        case .faulty: .problemSenseless
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
