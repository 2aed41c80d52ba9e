import Catalogue
import Foundation

extension Workspace {
    package enum Ruling: Hashable, Sendable {
        /// Under which record it is a member; `despite` says why, where sponsors or votes are missing.
        case admit(RecordID, despite: String)
        case refuse
    }

    /// What the coordinator decides. `day` is the day on which the consortium did; the applicant reads `answer`.
    package func decide(
        _ id: String, _ ruling: Ruling, on day: CivilDay, answer: String, by actor: Actor
    ) async throws {
        try actor.require(.decideApplication, on: nil)
        var kept = try await existing(Application.self, id)
        guard kept.value.state == .open else { throw WorkspaceError.notNow }
        guard (kept.value.receivedOn...max(today, kept.value.receivedOn)).contains(day),
            answer.count <= Application.longestAnswer
        else { throw WorkspaceError.faulty }
        kept.value.answer = answer
        kept.value.decidedOn = day
        kept.value.decidedBy = actor.name
        switch ruling {
        case .admit(let record, let despite): try await admit(&kept, as: record, despite: despite, by: actor)
        case .refuse: try await refuse(&kept, by: actor)
        }
    }

    private func refuse(_ kept: inout Kept<Application>, by actor: Actor) async throws {
        guard !kept.value.answer.isEmpty else { throw WorkspaceError.faulty }
        kept.value.state = .refused
        var work = work(of: actor, .refusedMember, on: kept.value.id)
        try work.put(kept)
        try work.put(letter(to: kept.value, .refusedMember))
        try await commit(work)
    }

    private func admit(
        _ kept: inout Kept<Application>, as id: RecordID, despite: String, by actor: Actor
    ) async throws {
        guard support(of: kept.value).isEnough || !despite.isEmpty, despite.count <= Application.longestWords,
            mayBecomeMember(id)
        else { throw WorkspaceError.faulty }
        let published = try await published(id)
        var record = published.record
        record.member = true
        kept.value.state = .admitted
        kept.value.despite = despite
        kept.value.record = id
        var work = work(of: actor, .admitted, on: kept.value.id, detail: id.description)
        try work.put(kept)
        try work.put(letter(to: kept.value, .admitted))
        work.publish(record, over: published.id, why: "")
        try await commit(work)
        // Whoever has an account already gets the welcome only.
        let statement = kept.value.statement
        try await invite(
            Invitee(
                email: statement.email, name: statement.contact, language: kept.value.language, organisation: id,
                roles: [.editor]),
            by: actor)
    }

    /// Whether this is the record of an organisation that is no member yet.
    package func mayBecomeMember(_ id: RecordID) -> Bool {
        catalogue[id].map { $0.kind == .organisation && !$0.member } ?? false
    }

    // MARK: Its entry

    /// Begins a draft of the applicant's entry with what it said of itself; the one that was begun, if it is still
    /// open.
    package func beginEntry(of id: String, by actor: Actor) async throws -> Draft {
        try actor.require(.decideApplication, on: nil)
        var kept = try await existing(Application.self, id)
        guard kept.value.state == .open else { throw WorkspaceError.notNow }
        if let open = try await entryDraft(of: kept.value), open.state.isOpen || open.state == .published {
            return open
        }
        guard let record = entry(of: kept.value) else { throw WorkspaceError.faulty }
        let draft = try await begin(.organisation, by: actor, record: record).value
        kept.value.draft = draft.id
        var work = Work(by: actor.name, at: now)
        try work.put(kept)
        try await commit(work)
        return draft
    }

    /// The draft that was made of an application.
    package func entryDraft(of application: Application) async throws -> Draft? {
        guard let id = application.draft else { return nil }
        return try await store.find(Draft.self, id)?.value
    }

    private func entry(of application: Application) -> Record? {
        let (statement, language) = (application.statement, application.language)
        let catalogue = catalogue
        let name = RecordID(title: statement.organisation) ?? RecordID("new-\(Self.newID())")
        guard let name = name?.made(unique: { catalogue.any($0) != nil }) else { return nil }
        var record = Record(
            id: name, kind: .organisation, title: LocalisedText([language: statement.organisation]),
            summary: LocalisedText([language: statement.about]), status: .active)
        record.ownNames = [language]
        record.translations = [language: .original]
        if let address = statement.address {
            record.links = [Link(address: address, language: nil)]
            record.sources = [Source(address: address, says: "as its own site says", seen: nil)]
        }
        return record
    }
}
