import Catalogue
import Crypto
import Editorial
import Foundation
import HTTPTypes
import Hummingbird
import Intake
import Synchronization

/// Who is signed in to handle reports. The key of the inbox lives here, in memory, for as long as the session.
final class HandlerSessions: Sendable {
    /// Ends a session that nobody used for so long, and any session after so long (OWASP ASVS 5.0, 7.3).
    static let idle: TimeInterval = 30 * 60
    static let longest: TimeInterval = 8 * 3_600

    struct Session: Sendable {
        let inbox: RecordID
        let handler: String
        /// The session of the workspace in which the inbox was opened: when that one ends, this one does.
        let workspaceSession: String
        let key: SealingKey
        let began: Date
        fileprivate(set) var used: Date
        /// What forms of this session carry, so that no other site can send them.
        let formCode: String
    }

    private let sessions = Mutex<[Data: Session]>([:])

    /// Begins a session and returns the secret that its cookie holds; only a hash of it is kept.
    func begin(_ handler: Handler, key: SealingKey, under workspaceSession: String, at now: Date) -> String {
        let secret = Data.random(32).base64EncodedString()
        let session = Session(
            inbox: handler.inbox, handler: handler.name, workspaceSession: workspaceSession, key: key, began: now,
            used: now, formCode: Data.random(16).base64EncodedString())
        sessions.withLock { sessions in
            sessions[Self.hash(secret)] = session
        }
        return secret
    }

    func session(_ secret: String?, at now: Date) -> Session? {
        guard let secret else { return nil }
        let hash = Self.hash(secret)
        return sessions.withLock { sessions in
            guard var session = sessions[hash], Self.isAlive(session, at: now) else {
                sessions[hash] = nil
                return nil
            }
            session.used = now
            sessions[hash] = session
            return session
        }
    }

    /// Forgets the keys of sessions that are over.
    func sweep(at now: Date) {
        sessions.withLock { $0 = $0.filter { Self.isAlive($0.value, at: now) } }
    }

    func end(_ secret: String?) {
        guard let secret else { return }
        sessions.withLock { $0[Self.hash(secret)] = nil }
    }

    /// Ends all sessions of somebody who may no longer open the reports, or has another passphrase; one may go on.
    func endAll(of handler: String, inbox: RecordID, except secret: String? = nil) {
        let kept = secret.map(Self.hash)
        sessions.withLock { sessions in
            sessions = sessions.filter {
                $0.key == kept || $0.value.handler != handler || $0.value.inbox != inbox
            }
        }
    }

    /// Ends what was opened in a session of the workspace; of one inbox only, if one is given.
    func endAll(under workspaceSession: String, inbox: RecordID? = nil) {
        sessions.withLock { sessions in
            sessions = sessions.filter {
                $0.value.workspaceSession != workspaceSession || (inbox != nil && $0.value.inbox != inbox)
            }
        }
    }

    /// The inboxes that are open, and the sessions of the workspace in which they were opened.
    var open: Set<Opening> {
        sessions.withLock { Set($0.values.map { Opening(workspaceSession: $0.workspaceSession, inbox: $0.inbox) }) }
    }

    struct Opening: Hashable, Sendable {
        let workspaceSession: String
        let inbox: RecordID
    }

    private static func isAlive(_ session: Session, at now: Date) -> Bool {
        now.timeIntervalSince(session.used) < idle && now.timeIntervalSince(session.began) < longest
    }

    private static func hash(_ secret: String) -> Data { Data(SHA256.hash(data: Data(secret.utf8))) }
}

extension SiteEnvironment {
    /// Who is signed in to handle reports: with an own account that may open them, in the session of the workspace in
    /// which the inbox was opened.
    func handlerSession(_ request: Request) async throws -> HandlerSessions.Session? {
        let secret = handlerSecret(request)
        guard let session = reporting?.sessions.session(secret, at: clock()) else { return nil }
        guard let visit = try await visit(request), visit.session.id == session.workspaceSession,
            visit.mayOpenReports(of: session.inbox)
        else {
            reporting?.sessions.end(secret)
            return nil
        }
        return session
    }

    /// Forgets the keys of those who are no longer signed in to the workspace, or may no longer open reports.
    func endHandlersSessions() async throws {
        guard let sessions = reporting?.sessions else { return }
        for opening in sessions.open {
            let visit = try await workspace.visit(inSession: opening.workspaceSession)
            if visit?.mayOpenReports(of: opening.inbox) != true {
                sessions.endAll(under: opening.workspaceSession, inbox: opening.inbox)
            }
        }
    }

    private var handlerCookieName: String { security.isSecure ? "__Host-handler" : "handler" }

    func handlerSecret(_ request: Request) -> String? { request.cookie(handlerCookieName) }

    func handlerCookie(_ secret: String, age: Int) -> String {
        "\(handlerCookieName)=\(secret); Path=/; Max-Age=\(age); HttpOnly; SameSite=Strict"
            + (security.isSecure ? "; Secure" : "")
    }
}
