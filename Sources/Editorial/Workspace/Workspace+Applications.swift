import Catalogue
import Foundation

extension Workspace {
    // MARK: For the applicant

    /// Keeps the application of somebody without account, and tells the coordinators.
    package func apply(_ statement: Application.Statement, in language: Language) async throws -> Application {
        guard statement.faults.isEmpty, statement.knownTo.allSatisfy({ isMember($0) }) else {
            throw WorkspaceError.faulty
        }
        var generator = SystemRandomNumberGenerator()
        let application = Application(
            id: Self.newID(), code: Suggestion.newCode(using: &generator), statement: statement, language: language,
            receivedOn: today)
        var work = Work(by: "", at: now)
        work.note(line(ofApplicant: application, .applied))
        try work.put(application)
        for coordinator in try await coordinators() {
            try work.put(Notice(to: coordinator, matter(application, .applied, words: ""), at: now))
        }
        try await commit(work)
        return application
    }

    /// What became of an application, for whoever holds its code.
    package func application(code: String) async throws -> Application? {
        try await store.all(Application.self, key: code).first?.value
    }

    /// The applicant takes it back; the members still see that it was there.
    package func withdrawApplication(code: String) async throws -> Application {
        guard var kept = try await store.all(Application.self, key: code).first else { throw WorkspaceError.notFound }
        guard kept.value.state == .open else { throw WorkspaceError.notNow }
        kept.value.state = .withdrawn
        kept.value.decidedOn = today
        var work = Work(by: "", at: now)
        work.note(line(ofApplicant: kept.value, .withdrew))
        try work.put(kept)
        try await commit(work)
        return kept.value
    }

    private func line(ofApplicant application: Application, _ deed: Deed) -> TrailLine {
        TrailLine(
            account: nil, name: application.statement.organisation, organisation: nil, deed: deed,
            object: application.id, at: now)
    }

    // MARK: For the members

    /// All applications, the newest first.
    package func applications(for actor: Actor) async throws -> [Application] {
        try requireConsortium(actor)
        return try await store.all(Application.self).map(\.value).reversed()
    }

    /// Open applications that an actor may say something about.
    package func openApplications(for actor: Actor) async throws -> [Application] {
        guard actor.may(.decideApplication, on: nil) || mayVote(actor) else { return [] }
        return try await store.all(Application.self).map(\.value).filter { $0.state == .open }
    }

    package func application(_ id: String, for actor: Actor) async throws -> Application {
        try requireConsortium(actor)
        return try await existing(Application.self, id).value
    }

    package func support(of application: Application) -> Application.Support {
        application.support { isMember($0) }
    }

    package func maySponsor(_ actor: Actor) -> Bool {
        actor.may(.sponsor, on: actor.organisation) && isMember(actor.organisation)
    }

    package func mayVote(_ actor: Actor) -> Bool {
        actor.may(.vote, on: actor.organisation) && isMember(actor.organisation)
    }

    /// Stands up for an applicant in the name of the own organisation.
    package func sponsor(_ id: String, words: String, by actor: Actor) async throws {
        guard maySponsor(actor), let own = actor.organisation else { throw WorkspaceError.notAllowed(.sponsor) }
        guard !words.isEmpty, words.count <= Application.longestWords else { throw WorkspaceError.faulty }
        let sponsor = Application.Sponsor(organisation: own, account: actor.account, on: today, words: words)
        try await change(id, .sponsored, by: actor) { application in
            application.sponsors.removeAll { $0.organisation == own }
            application.sponsors.append(sponsor)
        }
    }

    /// Takes the support of the own organisation back.
    package func endSponsorship(_ id: String, by actor: Actor) async throws {
        guard maySponsor(actor), let own = actor.organisation else { throw WorkspaceError.notAllowed(.sponsor) }
        try await change(id, .sponsored, detail: "-", by: actor) { application in
            application.sponsors.removeAll { $0.organisation == own }
        }
    }

    /// Votes in the name of the own organisation; a vote against says why.
    package func vote(_ id: String, isFor: Bool, words: String, by actor: Actor) async throws {
        guard mayVote(actor), let own = actor.organisation else { throw WorkspaceError.notAllowed(.vote) }
        guard isFor || !words.isEmpty, words.count <= Application.longestWords else { throw WorkspaceError.faulty }
        let vote = Application.Vote(
            organisation: own, account: actor.account, on: today, isFor: isFor, words: words)
        try await change(id, .voted, detail: isFor ? "+" : "-", by: actor) { application in
            application.votes.removeAll { $0.organisation == own }
            application.votes.append(vote)
        }
    }

    /// Changes an open application. What members say of it doesn't depend on what others say, so it is said again where
    /// somebody was faster.
    private func change(
        _ id: String, _ deed: Deed, detail: String = "", by actor: Actor, _ change: (inout Application) -> Void
    ) async throws {
        for attempt in 1... {
            var kept = try await existing(Application.self, id)
            guard kept.value.state == .open else { throw WorkspaceError.notNow }
            change(&kept.value)
            var work = work(of: actor, deed, on: id, detail: detail)
            try work.put(kept)
            do { return try await commit(work) } catch WorkspaceError.changedMeanwhile where attempt < 5 { continue }
        }
    }

    private func matter(_ application: Application, _ deed: Deed, words: String) -> Notice.Matter {
        .application(id: application.id, name: application.statement.organisation, deed: deed, words: words)
    }

    /// The letter with the decision. The applicant knows the application by its code, and may have lost it.
    func letter(to application: Application, _ deed: Deed) -> Notice {
        Notice(
            to: application.statement.email, name: application.statement.contact, language: application.language,
            matter: .application(
                id: application.code, name: application.statement.organisation, deed: deed, words: application.answer),
            at: now)
    }
}
