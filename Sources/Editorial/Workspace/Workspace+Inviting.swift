import Catalogue
import Foundation

extension Workspace {
    /// Who is to be invited.
    package struct Invitee: Sendable {
        package var email: String
        package var name: String
        package var language: Language
        package var organisation: RecordID?
        package var roles: Set<Role>

        package init(
            email: String, name: String, language: Language, organisation: RecordID?, roles: Set<Role>
        ) {
            self.email = email
            self.name = name
            self.language = language
            self.organisation = organisation
            self.roles = roles
        }
    }

    /// Sends an invitation. Whether the address has an account already is told to nobody but its owner, by letter; then
    /// there is no token.
    @discardableResult
    package func invite(_ invitee: Invitee, by doer: some Doer) async throws -> SecretToken? {
        try doer.require(.invite, on: invitee.organisation)
        guard invitee.roles.isSubset(of: Role.givenByEditors) || doer.may(.changeRoles, on: nil) else {
            throw WorkspaceError.notAllowed(.changeRoles)
        }
        guard Account.isName(invitee.name), let email = (try? EmailAddress(invitee.email))?.key else {
            throw WorkspaceError.faulty
        }
        try check(invitee.roles, of: invitee.organisation)
        let known = try await store.all(Account.self, key: email).first
        if let known, try await !mayInviteAnew(known.value, by: doer) {
            guard known.value.password != nil, !known.value.isDisabled else { return nil }
            var work = work(of: doer, .invited, on: known.value.id)
            try work.put(Notice(to: known.value, .invitedAgain(by: doer.name), at: now))
            try await commit(work)
            return nil
        }
        var account =
            known?.value
            ?? Account(
                id: Self.newID(), email: email, name: invitee.name, language: invitee.language,
                organisation: invitee.organisation, roles: invitee.roles, madeOn: today)
        account.name = invitee.name
        account.language = invitee.language
        account.organisation = invitee.organisation
        account.roles = invitee.roles
        var work = work(of: doer, .invited, on: account.id, detail: account.roles.listed)
        try work.put(account, over: known?.version)
        let token = try await joiningLink(for: account, in: &work)
        try work.put(Notice(to: account, .invitation(token: token.text, by: doer.name), at: now))
        try await commit(work)
        return token
    }

    /// Whether an invitation that was not taken up may be made anew, with other roles: by whoever could have made it, and
    /// by anybody once it has run out.
    private func mayInviteAnew(_ account: Account, by doer: some Doer) async throws -> Bool {
        guard account.password == nil, !account.isDisabled else { return false }
        if doer.may(.changeRoles, on: nil) { return true }
        guard account.roles.isSubset(of: Role.givenByEditors) else { return false }
        if doer.may(.invite, on: account.organisation) { return true }
        return try await store.all(Invitation.self, key: account.id).allSatisfy { $0.value.expires <= now }
    }

    /// A link with which somebody chooses a password: the first one, or another. No letter goes out; for the command line.
    package func makeLink(for id: String, by doer: ShellCommand) async throws -> SecretToken {
        let account = try await existing(Account.self, id).value
        guard !account.isDisabled else { throw WorkspaceError.notNow }
        guard account.password != nil else {
            var work = work(of: doer, .invited, on: id, detail: account.roles.listed)
            let token = try await joiningLink(for: account, in: &work)
            try await commit(work)
            return token
        }
        var work = work(of: doer, .askedForReset, on: id)
        let token = try resettingLink(for: account, in: &work)
        try await commit(work)
        return token
    }

    /// A new invitation in the place of earlier ones.
    private func joiningLink(for account: Account, in work: inout Work) async throws -> SecretToken {
        for old in try await store.all(Invitation.self, key: account.id) { work.remove(old.value) }
        let token = SecretToken.new()
        try work.put(
            Invitation(
                id: token.hash(for: .invitation).hex, purpose: .join, account: account.id,
                expires: now.addingTimeInterval(Invitation.joiningTime)))
        return token
    }

    func resettingLink(for account: Account, in work: inout Work) throws -> SecretToken {
        let token = SecretToken.new()
        try work.put(
            Invitation(
                id: token.hash(for: .reset).hex, purpose: .reset, account: account.id,
                expires: now.addingTimeInterval(Invitation.resettingTime)))
        return token
    }
}

extension Account {
    /// Whether somebody can be called so: one line of at most ``longestName`` characters, which stands in letters too.
    package static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.count <= longestName && text.utf8.count <= 4 * longestName
            && !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
}
