import Catalogue
import Foundation

extension Workspace {
    // MARK: Invitations and resets

    /// The account that a link leads to, and what for; nil where the link was used, or is too old.
    package func invitation(_ secret: String) async throws -> (Invitation, Account)? {
        guard let token = SecretToken(secret) else { return nil }
        for purpose in [TokenPurpose.invitation, .reset] {
            guard let kept = try await store.find(Invitation.self, token.hash(for: purpose).hex) else { continue }
            guard kept.value.expires > now, let account = try await store.find(Account.self, kept.value.account)?.value,
                !account.isDisabled
            else { return nil }
            return (kept.value, account)
        }
        return nil
    }

    /// Sets a password through a link. It opens no session: whoever has the letter still needs the second factor.
    /// Costs the time of a derivation.
    package func accept(_ secret: String, password: String) async throws -> PasswordFault? {
        guard let (invitation, found) = try await invitation(secret) else { throw WorkspaceError.notFound }
        if let fault = fault(in: password, of: found) { return fault }
        var kept = try await existing(Account.self, found.id)
        kept.value.password = try await hash(password)
        let deed: Deed = invitation.purpose == .join ? .joined : .resetPassword
        var work = work(of: kept.value.actor, deed, on: found.id)
        try work.put(kept)
        for other in try await store.all(Invitation.self, key: found.id) { work.remove(other.value) }
        try await endSessions(of: found.id, except: nil, in: &work)
        if deed == .resetPassword { try work.put(Notice(to: kept.value, .passwordChanged, at: now)) }
        try await commit(work)
        return nil
    }

    /// So many links an hour: nobody fills somebody's letter box.
    private static let mostResets = 3

    /// Sends a link to whoever forgot the password, if there is such an account. The answer is the same either way, and
    /// so is its cost: one line in the trail.
    package func forget(email: String) async throws {
        let account = try await store.all(Account.self, key: email.lowercased()).first?.value
        var work = Work(by: "", at: now)
        work.note(
            TrailLine(
                account: nil, name: account?.name ?? "", organisation: account?.organisation, deed: .askedForReset,
                object: account?.id ?? "", at: now))
        if let account, account.password != nil, !account.isDisabled {
            let open = try await store.all(Invitation.self, key: account.id)
                .filter { $0.value.purpose == .reset && $0.value.expires > now }
            if open.count < Self.mostResets {
                let token = try resettingLink(for: account, in: &work)
                try work.put(Notice(to: account, .reset(token: token.text), at: now))
            }
        }
        try await commit(work)
    }

    // MARK: The own password

    package enum PasswordChange: Hashable, Sendable {
        case changed
        /// The present password was another.
        case wrong
        case refused(PasswordFault)
    }

    /// Costs the time of two derivations.
    package func changePassword(
        from old: String, to new: String, by visit: Visit
    ) async throws -> PasswordChange {
        var kept = try await existing(Account.self, visit.account.id)
        guard let present = kept.value.password, try await matches(old, present) else { return .wrong }
        if let fault = fault(in: new, of: kept.value) { return .refused(fault) }
        kept.value.password = try await hash(new)
        var work = work(of: visit.actor, .changedPassword, on: kept.value.id)
        try work.put(kept)
        for link in try await store.all(Invitation.self, key: kept.value.id) { work.remove(link.value) }
        try await endSessions(of: kept.value.id, except: visit.session.id, in: &work)
        try work.put(Notice(to: kept.value, .passwordChanged, at: now))
        try await commit(work)
        return .changed
    }

    /// Whether it is the password of whoever is signed in: asked for before what protects the account is changed (OWASP
    /// ASVS 5.0, 7.5.1). Costs the time of a derivation.
    package func knows(password: String, _ visit: Visit) async throws -> Bool {
        guard let present = try await existing(Account.self, visit.account.id).value.password else { return false }
        return try await matches(password, present)
    }

    private func fault(in password: String, of account: Account) -> PasswordFault? {
        let organisation = account.organisation.flatMap { catalogue[$0] }
        return PasswordRule(site: publicAddress).fault(
            in: password, email: account.email, name: account.name,
            organisation: organisation?.title.text(for: account.language)?.text)
    }
}
