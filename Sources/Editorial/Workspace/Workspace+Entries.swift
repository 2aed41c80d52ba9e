import Catalogue
import Foundation

/// An entry as it stands for those who work here.
package struct EntryStanding: Sendable {
    package let published: Revision
    /// Every revision, newest first.
    package let history: [HistoryStep]
    /// From when on it wants to be checked; nil: never.
    package let due: CivilDay?
    package let freshness: FreshnessState
    /// Open drafts of it that the actor may write in or review.
    package let drafts: [Draft]

    package var record: Record { published.record }
}

extension Workspace {
    /// Everything about one entry.
    package func standing(of id: RecordID, for actor: Actor) async throws -> EntryStanding {
        try actor.requireEntries()
        let history = try await history(of: id, for: actor)
        guard let published = history.first(where: \.revision.isPublished)?.revision, let first = history.last else {
            throw WorkspaceError.notFound
        }
        let since = BrusselsTime(first.revision.madeAt).day
        let drafts = try await store.all(Draft.self, key: id.description).map(\.value)
        return EntryStanding(
            published: published, history: history, due: freshness.due(published.record, since: since),
            freshness: freshness.state(published.record, since: since, on: today),
            drafts: drafts.filter { $0.state.isOpen && isOpen($0, to: actor) })
    }

    /// What the list of entries says beside the catalogue.
    package func entryStates(for actor: Actor) async throws -> (drafts: [Draft], due: [RecordID: FreshnessState]) {
        try actor.requireEntries()
        let drafts = try await store.all(Draft.self).map(\.value).filter { $0.state.isOpen && isOpen($0, to: actor) }
        let due = Dictionary(try await due().map { ($0.record.id, $0.state) }, uniquingKeysWith: { first, _ in first })
        return (drafts, due)
    }

    /// A draft for those who may look at it: its writers always, reviewers once it was submitted.
    package func look(at id: String, for actor: Actor) async throws -> Kept<Draft> {
        let kept = try await draft(id, for: actor)
        guard isOpen(kept.value, to: actor) else { throw WorkspaceError.notFound }
        return kept
    }

    private func isOpen(_ draft: Draft, to actor: Actor) -> Bool {
        actor.may(.write, on: draft.owners) || (draft.state == .submitted && actor.may(.review, on: draft.owners))
    }

    /// A new draft out of the form for it. Guides and routes belong to the consortium as a whole; a new one takes over how
    /// another hangs together, with its texts as a beginning.
    package func beginEntry(_ kind: Kind, like model: RecordID?, by actor: Actor) async throws -> Kept<Draft> {
        guard kind == .guide || kind == .route else { return try await begin(kind, by: actor) }
        try actor.require(.write, on: nil)
        guard let model = model.flatMap({ catalogue[$0] }), model.kind == kind,
            let name = RecordID("new-\(kind.rawValue)")
        else { throw WorkspaceError.faulty }
        var record = Record(id: name, kind: kind, title: LocalisedText(), summary: LocalisedText(), status: .active)
        record.guide = model.guide
        record.route = model.route
        record.languages = model.languages
        return try await begin(kind, by: actor, record: record)
    }

    /// A draft for those who may write in it, as it was in one of its versions and as it is now. Throws
    /// ``WorkspaceError/changedMeanwhile`` for a version that never was.
    package func draft(
        _ id: String, version: Int, for actor: Actor
    ) async throws -> (then: DraftSave, now: Kept<Draft>) {
        let now = try await draft(id, for: actor)
        try actor.require(.write, on: now.value.owners)
        guard let then = try await store.find(DraftSave.self, "\(id).\(version)")?.value else {
            throw WorkspaceError.changedMeanwhile
        }
        return (then, now)
    }
}

extension Actor {
    /// The entries behind what readers see are for those who write or review.
    fileprivate func requireEntries() throws {
        guard mayEver(.write) || mayEver(.review) else { throw WorkspaceError.notAllowed(.write) }
    }
}
