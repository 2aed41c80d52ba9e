import Catalogue
import Foundation

extension Workspace {
    /// What became of an attempt to sign in with a password.
    package enum SigningIn: Sendable {
        /// Unknown address, wrong password, an account without password or one that is shut out: they look the same.
        case wrong
        /// Signed in. Until the second factor was shown, a session that needs one can do nothing else.
        case right(session: SecretToken)
    }

    /// Costs the time of a password derivation, whether the account exists or not. `replacing`: what the browser has as a
    /// cookie; that session is over.
    package func signIn(
        email: String, password: String, device: String, replacing old: String? = nil
    ) async throws -> SigningIn {
        let found = try await store.all(Account.self, key: email.lowercased()).first?.value
        let hash = found?.password ?? .dummy(of: passwordWork)
        let fits = try await matches(password, hash)
        // Read anew: trying took a while, in which the password may have been changed.
        guard fits, let found, var kept = try await store.find(Account.self, found.id), kept.value.password == hash,
            !kept.value.isDisabled
        else {
            try await noteFailure(found, detail: "password")
            return .wrong
        }
        let token = SecretToken.new()
        var work = Work(by: kept.value.name, at: now)
        // Whoever has a second factor is in when it was shown.
        if kept.value.secondFactor == nil { work.note(line(kept.value.actor, .signedIn, on: kept.value.id)) }
        if hash.isOutdated(against: passwordWork) {
            kept.value.password = try await self.hash(password)
            try work.put(kept)
        }
        if let old = SecretToken(old ?? ""),
            let session = try await store.find(AccountSession.self, old.hash(for: .session).hex)
        {
            work.remove(session.value)
        }
        try work.put(session(token, of: kept.value, isStrong: false, device: device))
        try await commit(work)
        return .right(session: token)
    }

    /// An unknown address leaves a line as well: it is worth knowing that somebody tries, and it costs the same time.
    private func noteFailure(_ account: Account?, detail: String) async throws {
        var work = Work(by: "", at: now)
        work.note(
            TrailLine(
                account: nil, name: account?.name ?? "", organisation: account?.organisation, deed: .signInFailed,
                object: account?.id ?? "", detail: detail, at: now))
        try await commit(work)
    }

    func session(
        _ token: SecretToken, of account: Account, isStrong: Bool, device: String
    ) -> AccountSession {
        AccountSession(
            id: token.hash(for: .session).hex, account: account.id, began: now, used: now,
            formCode: SecretToken.new().text, isStrong: isStrong, device: String(device.prefix(60)))
    }

    /// What became of an attempt to show the second factor.
    package enum CodeShowing: Sendable {
        case right(session: SecretToken)
        /// Wrong, or used before.
        case wrong
        /// There were too many: the session is over.
        case ended
    }

    /// Takes a one-time code, or one of the recovery codes, and goes on in a new session: the one from before the code is
    /// worth nothing any more.
    package func show(code: String, in session: AccountSession) async throws -> CodeShowing {
        guard var current = try await store.find(AccountSession.self, session.id) else { return .ended }
        // Counted before it is tried, so that guesses at the same time count as well: all but one of them get nowhere.
        current.value.codesTried += 1
        guard current.value.codesTried <= AccountSession.mostCodes else { return .ended }
        var counting = Work(by: "", at: now)
        try counting.put(current)
        try await commit(counting)

        var kept = try await existing(Account.self, session.account)
        guard var factor = kept.value.secondFactor, !kept.value.isDisabled else { throw WorkspaceError.notNow }
        var deeds: [Deed] = [.signedIn]
        if let step = OneTimeCode.accept(code, secret: factor.secret, at: now, after: factor.lastStep) {
            factor.lastStep = step
        } else if factor.recovery.use(code) {
            deeds = [.usedRecoveryCode, .signedIn]
        } else {
            return try await refuse(current.value, of: kept.value)
        }
        kept.value.secondFactor = factor
        let token = SecretToken.new()
        var work = Work(by: kept.value.name, at: now)
        for deed in deeds { work.note(line(kept.value.actor, deed, on: kept.value.id)) }
        try work.put(kept)
        work.remove(session)
        try work.put(self.session(token, of: kept.value, isStrong: true, device: session.device))
        try await commit(work)
        return .right(session: token)
    }

    private func refuse(_ session: AccountSession, of account: Account) async throws -> CodeShowing {
        try await noteFailure(account, detail: "code")
        guard session.codesTried >= AccountSession.mostCodes else { return .wrong }
        var work = Work(by: "", at: now)
        work.remove(session)
        try await commit(work)
        return .ended
    }
}
