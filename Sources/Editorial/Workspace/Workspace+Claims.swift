import Catalogue

extension Workspace {
    /// Asks that the own organisation look after a record that others wrote about it.
    package func claim(_ id: RecordID, words: String, by actor: Actor) async throws {
        let (record, organisation) = try claimable(id, by: actor)
        guard !words.isEmpty, words.count <= Claim.longestWords else { throw WorkspaceError.faulty }
        guard try await openClaim(of: id, by: actor) == nil else { throw WorkspaceError.notNow }
        let claim = Claim(
            id: Self.newID(), record: id, organisation: organisation, account: actor.account, words: words,
            madeOn: today)
        var work = work(of: actor, .claimed, on: id.description)
        try work.put(claim)
        for coordinator in try await coordinators() {
            try work.put(
                Notice(
                    to: coordinator,
                    .claim(record: id, title: record.title, organisation: organisation, deed: .claimed), at: now))
        }
        try await commit(work)
    }

    /// A record that an actor may claim, and for whom.
    package func claimable(_ id: RecordID, by actor: Actor) throws -> (record: Record, organisation: RecordID) {
        guard let record = catalogue[id] else { throw WorkspaceError.notFound }
        try actor.require(.claim, on: record.owners)
        guard let organisation = actor.organisation else { throw WorkspaceError.notAllowed(.claim) }
        return (record, organisation)
    }

    /// What the own organisation asked and nobody decided yet.
    package func openClaim(of id: RecordID, by actor: Actor) async throws -> Claim? {
        try await store.all(Claim.self, key: id.description).map(\.value).first {
            $0.organisation == actor.organisation && $0.state == .open
        }
    }

    /// All claims for those who decide, those of the own organisation for those who ask; open ones first, then newest
    /// first.
    package func claims(for actor: Actor) async throws -> [Claim] {
        let decides = actor.may(.decideClaim, on: nil)
        guard decides || actor.mayEver(.claim) else { throw WorkspaceError.notAllowed(.claim) }
        let claims = try await store.all(Claim.self).map(\.value)
            .filter { decides || $0.organisation == actor.organisation }
        return claims.filter { $0.state == .open } + claims.filter { $0.state != .open }.reversed()
    }

    /// Grants a claim, so that the organisation stands behind the record from now on, or refuses it with a reason.
    package func decide(claim id: String, grant: Bool, answer: String, by actor: Actor) async throws {
        try actor.require(.decideClaim, on: nil)
        var kept = try await existing(Claim.self, id)
        guard kept.value.state == .open else { throw WorkspaceError.notNow }
        guard grant || !answer.isEmpty, answer.count <= Claim.longestWords else { throw WorkspaceError.faulty }
        let (claimed, organisation) = (kept.value.record, kept.value.organisation)
        let published = try await published(claimed)
        guard !grant || published.record.withdrawn == nil else { throw WorkspaceError.notNow }
        kept.value.state = grant ? .granted : .refused
        kept.value.answer = answer
        let deed: Deed = grant ? .granted : .refusedClaim
        var work = work(of: actor, deed, on: claimed.description, detail: organisation.description)
        try work.put(kept)
        if grant, !published.record.owners.contains(organisation) {
            var record = published.record
            record.organisations.append(organisation)
            work.publish(record, over: published.id, why: answer)
        }
        if let account = try await store.find(Account.self, kept.value.account)?.value, !account.isDisabled {
            try work.put(
                Notice(
                    to: account,
                    .claim(record: claimed, title: published.record.title, organisation: organisation, deed: deed),
                    at: now))
        }
        try await commit(work)
    }
}
