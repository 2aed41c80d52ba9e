import Catalogue
import Foundation

extension Workspace {
    /// Takes a whole import back: what waits is dropped, what readers see of it gets a draft that puts it back, and what
    /// was new is withdrawn. What others changed since stays. All of it, or nothing.
    package func undoImport(_ id: String, why: String, by actor: Actor) async throws {
        var kept = try await ownImport(id, actor)
        guard kept.value.state == .sent else { throw WorkspaceError.notNow }
        guard !why.isEmpty, why.count <= Importing.longestWhy else { throw WorkspaceError.faulty }
        var work = work(of: actor, .undidImport, on: id, detail: kept.value.name)
        var undoing = Importing.Undoing()
        for var draft in try await drafts(of: kept.value) {
            switch draft.value.state {
            case .writing, .submitted, .returned:
                draft.value.state = .dropped
                draft.value.steps.append(step(.droppedDraft, by: actor, words: why))
                work.note(line(actor, .droppedDraft, on: draft.value.id, detail: draft.value.record.id.description))
                try work.put(draft)
                undoing.dropped += 1
            case .published: try await takeBack(draft.value, why: why, by: actor, in: &work, noting: &undoing)
            case .declined, .dropped: break
            }
        }
        kept.value.state = .undone
        kept.value.undone = undoing
        try work.put(kept)
        try await commit(work)
    }

    /// Takes back what a published draft changed.
    private func takeBack(
        _ draft: Draft, why: String, by actor: Actor, in work: inout Work, noting undoing: inout Importing.Undoing
    ) async throws {
        let revisions = try await store.revisions(of: draft.record.id)
        guard let published = revisions.first(where: \.isPublished),
            let place = revisions.firstIndex(where: { $0.record == draft.record })
        else { return undoing.left.append(draft.record.id) }
        guard published.record.withdrawn == nil else { return }
        let imported = revisions[place]
        let before = revisions.dropFirst(place + 1).first { $0.record.withdrawn == nil }
        let isMine = actor.may(before == nil ? .withdraw : .submit, on: published.record.owners)
        guard isMine else { return undoing.left.append(published.record.id) }
        guard let before else {
            var record = published.record
            record.withdrawn = PartialDate(today)
            work.publish(record, over: published.id, why: why)
            work.note(line(actor, .withdrew, on: record.id.description))
            try await settle(record.id, in: &work)
            return undoing.withdrawn.append(record.id)
        }
        let record = try restored(published.record, without: imported.record, as: before.record)
        guard record != published.record else { return }
        let restoring = try put(record, over: published, from: before, why: why, by: actor, in: &work)
        undoing.restoring.append(restoring.id)
    }

    /// A record without one of its changes: what others changed since stays, also where both changed the same.
    private func restored(_ published: Record, without imported: Record, as before: Record) throws -> Record {
        let merge = FieldMerge(base: try Tree(imported), mine: try Tree(before), theirs: try Tree(published))
        var record = try merge.merged.decoded(as: Record.self)
        // Decisions have a road of their own.
        record.member = published.member
        record.verified = published.verified
        record.setAside = published.setAside
        record.withdrawn = nil
        record.successor = nil
        record.isMerged = nil
        return record
    }

    /// A draft that puts a record back. It goes to review at once, unless it lacks something that is wanted by now.
    private func put(
        _ record: Record, over published: Revision, from before: Revision, why: String, by actor: Actor,
        in work: inout Work
    ) throws -> Draft {
        var draft = Draft(
            id: Self.newID(), record: record, base: published.id, organisation: actor.organisation,
            author: actor.account, origin: .revision(before.id), at: now)
        draft.why = why
        work.note(line(actor, .restored, on: draft.id, detail: "\(record.id) \(before.id)"))
        if draft.faults(in: catalogue).isEmpty {
            draft.state = .submitted
            draft.steps = [step(.submitted, by: actor, words: why)]
            work.note(line(actor, .submitted, on: draft.id, detail: record.id.description))
        }
        try work.put(draft)
        try work.put(DraftSave(draft: draft.id, version: 1, record: record, by: actor.name, at: now))
        return draft
    }
}
