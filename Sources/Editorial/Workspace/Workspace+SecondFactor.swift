import Catalogue
import Foundation

extension Workspace {
    /// The secret of the device that is being set up in a session: the same until it is confirmed or the session ends.
    package func pendingSecondFactor(of visit: Visit) async throws -> OneTimeSecret {
        guard visit.wants != .code else { throw WorkspaceError.notNow }
        var kept = try await existing(AccountSession.self, visit.session.id)
        if let pending = kept.value.pending { return pending }
        let secret = OneTimeSecret()
        kept.value.pending = secret
        var work = Work(by: visit.account.name, at: now)
        try work.put(kept)
        try await commit(work)
        return secret
    }

    /// Begins to use the device that was set up in this session, once a code of it was shown. Whoever has a device already
    /// must be signed in with it. Returns the recovery codes, once, and a new session in the place of all others; nil
    /// where the code is wrong.
    package func setSecondFactor(
        code: String, by visit: Visit
    ) async throws -> (codes: [String], session: SecretToken)? {
        guard visit.wants != .code, let secret = visit.session.pending else { throw WorkspaceError.notNow }
        guard let step = OneTimeCode.accept(code, secret: secret, at: now, after: nil) else { return nil }
        var kept = try await existing(Account.self, visit.account.id)
        let (codes, recovery) = RecoveryCodes.new()
        kept.value.secondFactor = SecondFactor(secret: secret, lastStep: step, recovery: recovery)
        let token = SecretToken.new()
        var work = work(of: visit.actor, .setSecondFactor, on: kept.value.id)
        try work.put(kept)
        try await endSessions(of: kept.value.id, except: nil, in: &work)
        try work.put(session(token, of: kept.value, isStrong: true, device: visit.session.device))
        try work.put(Notice(to: kept.value, .secondFactorChanged, at: now))
        try await commit(work)
        return (codes, token)
    }

    /// New recovery codes; the old ones are worth nothing any more.
    package func makeRecoveryCodes(by visit: Visit) async throws -> [String] {
        guard visit.wants == nil else { throw WorkspaceError.notNow }
        var kept = try await existing(Account.self, visit.account.id)
        guard kept.value.secondFactor != nil else { throw WorkspaceError.notNow }
        let (codes, recovery) = RecoveryCodes.new()
        kept.value.secondFactor?.recovery = recovery
        var work = work(of: visit.actor, .madeRecoveryCodes, on: kept.value.id)
        try work.put(kept)
        try await commit(work)
        return codes
    }

    /// For somebody who lost device and recovery codes: a coordinator, or the command line, takes the second factor away;
    /// the next sign-in sets a new one.
    package func takeSecondFactor(from id: String, by doer: some Doer) async throws {
        try doer.require(.changeRoles, on: nil)
        guard doer.accountID != id else { throw WorkspaceError.notNow }
        var kept = try await existing(Account.self, id)
        guard kept.value.secondFactor != nil else { throw WorkspaceError.notNow }
        kept.value.secondFactor = nil
        var work = work(of: doer, .tookSecondFactor, on: id)
        try work.put(kept)
        try await endSessions(of: id, except: nil, in: &work)
        try work.put(Notice(to: kept.value, .secondFactorChanged, at: now))
        try await commit(work)
    }
}
