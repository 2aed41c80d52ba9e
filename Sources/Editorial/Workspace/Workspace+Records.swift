import Catalogue
import Foundation

extension Workspace {
    // MARK: Verifying

    /// Says that somebody checked a record against its source today, and that it is right.
    package func verify(_ id: RecordID, by actor: Actor, means: Verification.Means) async throws {
        let published = try await published(id)
        try actor.require(.verify, on: published.record.owners)
        guard published.record.withdrawn == nil else { throw WorkspaceError.notNow }
        var record = published.record
        record.verified = Verification(on: PartialDate(today), organisation: actor.organisation, by: means)
        record.setAside = nil
        guard record != published.record else { return }
        var work = work(of: actor, .verified, on: id.description, detail: means.rawValue)
        if published.record.setAside != nil { work.note(line(actor, .brought, on: id.description)) }
        work.publish(record, over: published.id, why: "")
        try await settle(id, in: &work)
        try await commit(work)
    }

    // MARK: Withdrawing

    /// A record that an actor may take out of the shop.
    package func withdrawable(_ id: RecordID, by actor: Actor) async throws -> Record {
        try await toWithdraw(id, actor).record
    }

    private func toWithdraw(_ id: RecordID, _ actor: Actor) async throws -> Revision {
        let published = try await published(id)
        try actor.require(.withdraw, on: published.record.owners)
        guard published.record.withdrawn == nil else { throw WorkspaceError.notNow }
        return published
    }

    /// Takes a record out of the shop; its address says so from then on, and points on to `successor`.
    package func withdraw(
        _ id: RecordID, successor: RecordID?, why: String, by actor: Actor
    ) async throws {
        let published = try await toWithdraw(id, actor)
        guard !why.isEmpty, successor != id, successor.map({ catalogue[$0] != nil }) ?? true else {
            throw WorkspaceError.faulty
        }
        var record = published.record
        record.withdrawn = PartialDate(today)
        record.successor = successor
        var work = work(of: actor, .withdrew, on: id.description, detail: successor?.description ?? "")
        work.publish(record, over: published.id, why: why)
        try await settle(id, in: &work)
        try await commit(work)
    }

    // MARK: Restoring

    /// A draft that makes a record what it was in an earlier revision. It is reviewed as any other.
    package func restore(_ id: RecordID, to revision: Int, by actor: Actor) async throws -> Kept<Draft> {
        let revisions = try await store.revisions(of: id)
        guard let published = revisions.first(where: \.isPublished),
            let old = revisions.first(where: { $0.id == revision })
        else { throw WorkspaceError.notFound }
        try actor.require(.write, on: published.record.owners)
        var record = old.record
        record.withdrawn = nil
        record.successor = nil
        record.isMerged = nil
        record.setAside = nil
        record.verified = published.record.verified
        let draft = Draft(
            id: Self.newID(), record: record, base: published.id, organisation: actor.organisation,
            author: actor.account, origin: .revision(revision), at: now)
        var work = work(of: actor, .restored, on: draft.id, detail: "\(id) \(revision)")
        try work.put(draft)
        try work.put(DraftSave(draft: draft.id, version: 1, record: record, by: actor.name, at: now))
        try await commit(work)
        return Kept(draft, version: 1)
    }

    // MARK: Merging

    /// A draft that makes one record of two. When it is published, the address of the other leads to the one that stays.
    package func merge(
        _ other: RecordID, into kept: RecordID, as record: Record, why: String, by actor: Actor
    ) async throws -> Kept<Draft> {
        let (published, gone) = (try await published(kept), try await published(other))
        guard kept != other, published.record.withdrawn == nil, gone.record.withdrawn == nil else {
            throw WorkspaceError.notNow
        }
        try actor.require(.merge, on: published.record.owners)
        try actor.require(.merge, on: gone.record.owners)
        var merged = record
        merged.id = kept
        merged.kind = published.record.kind
        var draft = Draft(
            id: Self.newID(), record: merged, base: published.id, organisation: actor.organisation,
            author: actor.account, origin: .merging(with: other), at: now)
        draft.why = why
        var work = work(of: actor, .beganDraft, on: draft.id, detail: "\(other) → \(kept)")
        try work.put(draft)
        try work.put(DraftSave(draft: draft.id, version: 1, record: merged, by: actor.name, at: now))
        try await commit(work)
        return Kept(draft, version: 1)
    }

    /// Withdraws what was merged into `record`, and names `record` wherever the other was named.
    func redirect(_ other: RecordID, into record: Record, in work: inout Work) async throws {
        let gone = try await published(other)
        let ages = try await store.ages()
        guard let merge = RecordMerge(keeping: record, mergingIn: gone.record) else { throw WorkspaceError.notNow }
        for entry in merge.entries(in: catalogue, on: today) {
            let why = "\(other) → \(record.id)"
            switch entry {
            // Whoever merges publishes the one that stays.
            case .record(let kept) where kept.id == record.id: continue
            case .record(let changed):
                work.publish(changed, over: changed.id == other ? gone.id : ages[changed.id]?.revision, why: why)
            case .vocabulary, .page: work.publish(entry, over: .anything, why: why)
            }
        }
    }

    /// The published revision of a record that must be there.
    package func published(_ id: RecordID) async throws -> Revision {
        guard let published = try await store.revisions(of: id).first(where: \.isPublished) else {
            throw WorkspaceError.notFound
        }
        return published
    }
}
