import Catalogue
import Foundation

extension Workspace {
    // MARK: Roles

    package func change(_ id: String, roles: Set<Role>, organisation: RecordID?, by doer: some Doer) async throws {
        var kept = try await existing(Account.self, id)
        try doer.require(.changeRoles, on: kept.value.organisation)
        try check(roles, of: organisation)
        try await keepOneCoordinator(kept.value, staysOne: roles.contains(.coordinator), by: doer)
        kept.value.roles = roles
        kept.value.organisation = organisation
        var work = work(of: doer, .changedRoles, on: id, detail: roles.listed)
        try work.put(kept)
        try await endSessions(of: id, except: nil, in: &work)
        try await commit(work)
    }

    /// Throws ``WorkspaceError/faulty`` unless somebody can have these roles for this organisation (nil: for none).
    func check(_ roles: Set<Role>, of organisation: RecordID?) throws {
        guard !roles.isEmpty, organisation != nil || !roles.contains(where: \.needsOrganisation),
            organisation.map({ catalogue[$0]?.kind == .organisation }) ?? true
        else { throw WorkspaceError.faulty }
    }

    /// Shuts an account out, at once and everywhere; or lets it in again.
    package func disable(_ id: String, _ isDisabled: Bool, by doer: some Doer) async throws {
        var kept = try await existing(Account.self, id)
        try doer.require(.disableAccount, on: kept.value.organisation)
        if !kept.value.roles.isSubset(of: Role.givenByEditors) {
            try doer.require(.changeRoles, on: kept.value.organisation)
        }
        guard doer.accountID != id else { throw WorkspaceError.notNow }
        if isDisabled { try await keepOneCoordinator(kept.value, staysOne: false, by: doer) }
        kept.value.isDisabled = isDisabled
        var work = work(of: doer, isDisabled ? .disabled : .enabled, on: id)
        try work.put(kept)
        if isDisabled {
            try await endSessions(of: id, except: nil, in: &work)
            for token in try await store.all(MemberToken.self) where token.value.account == id {
                work.remove(token.value)
            }
        }
        try await commit(work)
    }

    /// The last coordinator stays one: only whoever sits at the machine can make another afterwards.
    private func keepOneCoordinator(_ account: Account, staysOne: Bool, by doer: some Doer) async throws {
        guard account.roles.contains(.coordinator), !staysOne, doer.accountID != nil else { return }
        guard try await coordinators().contains(where: { $0.id != account.id }) else { throw WorkspaceError.notNow }
    }

    // MARK: Who is there

    /// The accounts that an actor may see: those of the own organisation, or all.
    package func people(for actor: Actor) async throws -> [Account] {
        try await store.all(Account.self).map(\.value).filter { isVisible($0, to: actor) }
            .sorted { ($0.organisation?.description ?? "", $0.name) < ($1.organisation?.description ?? "", $1.name) }
    }

    /// One of ``people(for:)``.
    package func person(_ id: String, for actor: Actor) async throws -> Account {
        let account = try await existing(Account.self, id).value
        guard isVisible(account, to: actor) else { throw WorkspaceError.notFound }
        return account
    }

    private func isVisible(_ account: Account, to actor: Actor) -> Bool {
        actor.may(.disableAccount, on: account.organisation) || actor.may(.invite, on: account.organisation)
    }

    /// The account with this address, for the command line.
    package func account(email: String) async throws -> Account? {
        try await store.all(Account.self, key: email.lowercased()).first?.value
    }

    // MARK: The trail

    /// What was done, newest first; for those who may read the trail.
    package func trail(_ selection: TrailSelection, for actor: Actor) async throws -> [TrailLine] {
        try actor.require(.readTrail, on: nil)
        return try await store.trail(selection)
    }

    /// When somebody signed in last; nil: never.
    package func lastSignIn(of account: Account, for actor: Actor) async throws -> Date? {
        guard isVisible(account, to: actor) else { throw WorkspaceError.notFound }
        return try await store.trail(TrailSelection(account: account.id, deeds: [.signedIn], limit: 1)).first?.at
    }
}

extension Role {
    /// Those that editors give to people of their own organisation; the others come from a coordinator.
    package static let givenByEditors: Set<Role> = [.contributor, .editor, .handler]
}

extension Set<Role> {
    /// For the trail.
    var listed: String { map(\.rawValue).sorted().joined(separator: ", ") }
}
