import Catalogue
import Foundation

extension Workspace {
    /// Who is signed in with what a cookie holds.
    package struct Visit: Sendable {
        package let account: Account
        package let session: AccountSession
        package var actor: Actor { account.actor }

        /// What has to happen before anything else can be done.
        package var wants: Want? {
            if account.secondFactor != nil, !session.isStrong { return .code }
            if account.secondFactor == nil, account.needsSecondFactor { return .secondFactor }
            return nil
        }
        package enum Want: Sendable { case code, secondFactor }

        /// Whether the inbox of this organisation may be opened: with the second factor, and by a handler of its own.
        package func mayOpenReports(of organisation: RecordID) -> Bool {
            wants == nil && actor.may(.openReports, on: organisation)
        }
    }

    package func visit(_ secret: String) async throws -> Visit? {
        guard let token = SecretToken(secret),
            let kept = try await store.find(AccountSession.self, token.hash(for: .session).hex)
        else { return nil }
        guard let visit = try await visit(in: kept.value) else { return nil }
        guard now.timeIntervalSince(visit.session.used) >= AccountSession.noting else { return visit }
        var session = visit.session
        session.used = now
        var work = Work(by: "", at: now)
        try work.put(session, over: kept.version)
        // Two requests at once both note the use: one is enough.
        do { _ = try await store.commit(work) } catch is WorkConflict {}
        return Visit(account: visit.account, session: session)
    }

    /// Who is signed in, in the session with this id, without using it.
    package func visit(inSession id: String) async throws -> Visit? {
        guard let kept = try await store.find(AccountSession.self, id) else { return nil }
        return try await visit(in: kept.value)
    }

    private func visit(in session: AccountSession) async throws -> Visit? {
        guard session.isAlive(at: now), let account = try await store.find(Account.self, session.account)?.value,
            !account.isDisabled
        else { return nil }
        return Visit(account: account, session: session)
    }

    package func signOut(_ visit: Visit) async throws {
        var work = work(of: visit.actor, .signedOut, on: visit.account.id)
        work.remove(visit.session)
        try await commit(work)
    }

    /// Newest first.
    package func sessions(of account: String) async throws -> [AccountSession] {
        try await store.all(AccountSession.self, key: account).map(\.value).filter { $0.isAlive(at: now) }
            .sorted { $0.began > $1.began }
    }

    /// Ends one session of the own account, or all but the one that asks.
    package func endSessions(_ id: String?, by visit: Visit) async throws {
        var work = work(of: visit.actor, .endedSessions, on: visit.account.id)
        for session in try await store.all(AccountSession.self, key: visit.account.id).map(\.value)
        where session.id == id || (id == nil && session.id != visit.session.id) { work.remove(session) }
        try await commit(work)
    }

    func endSessions(of account: String, except kept: String?, in work: inout Work) async throws {
        for session in try await store.all(AccountSession.self, key: account) where session.value.id != kept {
            work.remove(session.value)
        }
    }

    /// Forgets sessions that are over and links that have run out.
    package func forgetWhatIsOver() async throws {
        var work = Work(by: "betternet", at: now)
        for session in try await store.all(AccountSession.self) where !session.value.isAlive(at: now) {
            work.remove(session.value)
        }
        for invitation in try await store.all(Invitation.self) where invitation.value.expires <= now {
            work.remove(invitation.value)
        }
        guard !work.removals.isEmpty else { return }
        try await commit(work)
    }
}
