import Catalogue

extension Workspace {
    /// Makes a token for a program of the own organisation. It is shown once; only its hash is kept.
    package func makeToken(label: String, by actor: Actor) async throws -> SecretToken {
        guard let organisation = actor.organisation else { throw WorkspaceError.notAllowed(.makeToken) }
        try actor.require(.makeToken, on: organisation)
        guard MemberToken.isLabel(label) else { throw WorkspaceError.faulty }
        guard try await tokens(for: actor).count < MemberToken.most else { throw WorkspaceError.notNow }
        let token = SecretToken.new()
        let kept = MemberToken(
            id: token.hash(for: .api).hex, account: actor.account, organisation: organisation, label: label,
            madeOn: today)
        var work = work(of: actor, .madeToken, on: organisation.description, detail: label)
        try work.put(kept)
        try await commit(work)
        return token
    }

    /// Those of the own organisation, in the order in which they were made.
    package func tokens(for actor: Actor) async throws -> [MemberToken] {
        guard let organisation = actor.organisation else { throw WorkspaceError.notAllowed(.makeToken) }
        try actor.require(.makeToken, on: organisation)
        return try await store.all(MemberToken.self, key: organisation.description).map(\.value)
    }

    package func endToken(_ id: String, by actor: Actor) async throws {
        guard let token = try await tokens(for: actor).first(where: { $0.id == id }) else {
            throw WorkspaceError.notFound
        }
        var work = work(of: actor, .endedToken, on: token.organisation.description, detail: token.label)
        work.remove(token)
        try await commit(work)
    }

    /// Who stands behind what a program shows; nil where the token is unknown, or its maker may no longer make one: was
    /// shut out, has another role, or works for another organisation. That it was used is noted once a day.
    package func member(for bearer: String) async throws -> (token: MemberToken, actor: Actor)? {
        guard let token = SecretToken(bearer),
            let kept = try await store.find(MemberToken.self, token.hash(for: .api).hex),
            let account = try await store.find(Account.self, kept.value.account)?.value, !account.isDisabled,
            account.organisation == kept.value.organisation, account.actor.may(.makeToken, on: account.organisation)
        else { return nil }
        var used = kept.value
        if used.lastUsedOn != today {
            used.lastUsedOn = today
            var work = Work(by: "", at: now)
            try work.put(used, over: kept.version)
            // Two uses at once: one note is enough.
            do { _ = try await store.commit(work) } catch is WorkConflict {}
        }
        return (used, account.actor)
    }
}

extension MemberToken {
    /// Characters of a label.
    package static let longestLabel = 60
    /// Of one organisation.
    package static let most = 20

    package static func isLabel(_ text: String) -> Bool {
        !text.isEmpty && text.count <= longestLabel
            && !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
}
