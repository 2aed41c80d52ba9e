import Catalogue

/// What there is to do for one person, and nothing else.
package struct WorkList: Sendable {
    /// Drafts of the own organisation that wait for its writers.
    package var writing: [Draft] = []
    /// Drafts of others that wait for a review.
    package var reviewing: [Draft] = []
    /// Own drafts that wait for others.
    package var waiting: [Draft] = []
    package var verifying: [DueRecord] = []
    package var links: [LinkTask] = []
    /// Records with texts that are outdated, made by a machine or missing, and the languages.
    package var translating: [(record: Record, languages: [Language])] = []
    package var suggestions: [Suggestion] = []
    package var claims: [Claim] = []
    package var applications: [Application] = []
    /// Actions for a campaign, and results, that wait for a decision.
    package var signUps: [CampaignSignUp] = []

    package init() {}

    package var isEmpty: Bool {
        writing.isEmpty && reviewing.isEmpty && waiting.isEmpty && verifying.isEmpty && links.isEmpty
            && translating.isEmpty && suggestions.isEmpty && claims.isEmpty && applications.isEmpty && signUps.isEmpty
    }
}

extension Workspace {
    package func workList(for actor: Actor) async throws -> WorkList {
        var list = WorkList()
        let drafts = try await store.all(Draft.self).map(\.value).filter(\.state.isOpen)
        list.writing = drafts.filter { $0.state.isWritable && isMine($0, actor) }
        list.waiting = drafts.filter { $0.state == .submitted && isMine($0, actor) }
        list.reviewing = drafts.filter { $0.state == .submitted && mayReview($0, actor) }
        let own = catalogue.records.filter { record in
            actor.organisation.map { record.owners.contains($0) } ?? false
        }
        list.verifying = try await due(for: actor)
        if actor.mayEver(.write) {
            list.translating = own.compactMap { record in
                let languages = record.languagesToMend
                return languages.isEmpty ? nil : (record, languages)
            }
            list.links = try await linkTasks(for: actor)
        }
        list.suggestions = try await suggestions(for: actor).map(\.value).filter(\.isOpen)
        if actor.may(.decideClaim, on: nil) {
            list.claims = try await store.all(Claim.self).map(\.value).filter { $0.state == .open }
        }
        list.applications = try await openApplications(for: actor)
        if actor.may(.decideSignUp, on: nil) { list.signUps = try await signUps(for: actor).filter(\.isWaiting) }
        return list
    }

    private func isMine(_ draft: Draft, _ actor: Actor) -> Bool {
        draft.author == actor.account
            || (draft.organisation != nil && draft.organisation == actor.organisation && actor.mayEver(.write))
    }
}

extension Record {
    /// The languages whose texts somebody should look at.
    package var languagesToMend: [Language] {
        Language.allCases.filter { language in
            title[language] == nil || summary[language] == nil || translations?[language] == .outdated
                || translations?[language] == .machine
        }
    }
}
