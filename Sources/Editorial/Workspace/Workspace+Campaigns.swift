import Catalogue

extension Workspace {
    // MARK: For those who do something

    /// Keeps what a group will do.
    package func signUp(_ signUp: CampaignSignUp) async throws {
        guard signUp.faults.isEmpty, catalogue[signUp.campaign]?.campaign != nil,
            catalogue.actionTerritories.contains(signUp.territory),
            CampaignSignUp.days(from: today).contains(signUp.day)
        else { throw WorkspaceError.faulty }
        var work = Work(by: "", at: now)
        try work.put(signUp)
        try await commit(work)
    }

    /// What became of an action, for whoever holds its code.
    package func signUp(code: String) async throws -> CampaignSignUp? {
        try await store.find(CampaignSignUp.self, code)?.value
    }

    /// Keeps how an action went.
    package func tell(_ result: CampaignSignUp.Result, of code: String) async throws -> CampaignSignUp {
        var kept = try await existing(CampaignSignUp.self, code)
        guard kept.value.takesResult(on: today) else { throw WorkspaceError.notNow }
        guard result.isWhole else { throw WorkspaceError.faulty }
        kept.value.result = result
        var work = Work(by: "", at: now)
        try work.put(kept)
        try await commit(work)
        return kept.value
    }

    // MARK: For everybody

    /// What was approved of every campaign, by year, newest first.
    package func campaignTallies() async throws -> [RecordID: [CampaignTally]] {
        let all = try await store.all(CampaignSignUp.self).map(\.value)
        return Dictionary(
            uniqueKeysWithValues: Set(all.map(\.campaign)).map { ($0, CampaignTally.editions(of: $0, in: all)) })
    }

    // MARK: For the coordinator

    /// All actions that were told of, in the order in which they came.
    package func signUps(for actor: Actor) async throws -> [CampaignSignUp] {
        try actor.require(.decideSignUp, on: nil)
        return try await store.all(CampaignSignUp.self).map(\.value)
    }

    package func signUp(_ code: String, for actor: Actor) async throws -> CampaignSignUp {
        try actor.require(.decideSignUp, on: nil)
        return try await existing(CampaignSignUp.self, code).value
    }

    /// Decides about an action, or where it was approved about its result. Whoever declines says why; the sender reads it
    /// under the code.
    package func decide(_ code: String, isApproved: Bool, words: String, by actor: Actor) async throws {
        try actor.require(.decideSignUp, on: nil)
        var kept = try await existing(CampaignSignUp.self, code)
        guard kept.value.isWaiting else { throw WorkspaceError.notNow }
        guard isApproved || !words.isEmpty, words.count <= Suggestion.longestAnswer else { throw WorkspaceError.faulty }
        let state = isApproved ? CampaignSignUp.State.approved : .declined
        let answer = words.isEmpty ? nil : words
        let deed: Deed
        if kept.value.state == .new {
            deed = isApproved ? .approvedAction : .declinedAction
            kept.value.state = state
            kept.value.answer = answer
        } else {
            deed = isApproved ? .approvedResult : .declinedResult
            kept.value.result?.state = state
            kept.value.result?.answer = answer
        }
        var work = work(of: actor, deed, on: code, detail: kept.value.campaign.description)
        try work.put(kept)
        try await commit(work)
    }

    // MARK: Wiping

    /// Some time after an action, wipes the contact of those who did it, and all of what was not approved.
    package func wipeContacts() async throws {
        var work = Work(by: Self.byItself, at: now)
        var counts: [RecordID: Int] = [:]
        for var kept in try await store.all(CampaignSignUp.self)
        where kept.value.day.adding(days: CampaignSignUp.days) < today {
            if kept.value.state != .approved {
                work.remove(kept.value)
            } else if kept.value.contact != nil {
                kept.value.contact = nil
                try work.put(kept)
            } else {
                continue
            }
            counts[kept.value.campaign, default: 0] += 1
        }
        for (campaign, count) in counts.sorted(by: { $0.key < $1.key }) {
            work.note(note(.wipedContacts, campaign, detail: "\(count)"))
        }
        if !counts.isEmpty { try await commit(work) }
    }
}
