import Catalogue
import Foundation

/// A draft as whoever reviews it sees it.
package struct ReviewMatter: Sendable {
    package let draft: Draft
    /// What readers see now; nil: nothing yet.
    package let published: Revision?
    /// What would change for readers, in the order of the form; of something new all that it says.
    package let changes: [FieldChange]
    /// Fields that somebody else changed too, in a revision that was published since. Its writers choose first.
    package let conflicts: [FieldMerge.Conflict]
    /// What keeps it from being published as it is.
    package let faults: [DraftFault]
    /// Whether it was taken out of the shop while the draft waited.
    package let isWithdrawn: Bool

    package var isNew: Bool { published == nil }
    package var mayBePublished: Bool { conflicts.isEmpty && faults.isEmpty && !isWithdrawn }
}

extension Workspace {
    /// The charter wants another *member* organisation, and somebody who wrote nothing of it.
    package func mayReview(_ draft: Draft, _ actor: Actor) -> Bool {
        actor.may(.review, on: draft.owners) && isMember(actor.organisation) && actor.account != draft.author
            && !draft.writers.contains(actor.account)
    }

    func requireReviewer(_ actor: Actor, of draft: Draft) throws {
        guard mayReview(draft, actor) else { throw WorkspaceError.notAllowed(.review) }
    }

    /// A draft for those who review it, once it was submitted.
    package func reviewMatter(_ id: String, for actor: Actor) async throws -> ReviewMatter {
        let draft = try await existing(Draft.self, id).value
        try requireReviewer(actor, of: draft)
        switch draft.state {
        case .writing, .dropped: throw WorkspaceError.notNow
        case .submitted: break
        case .returned, .published, .declined:
            return ReviewMatter(
                draft: draft, published: nil, changes: [], conflicts: [], faults: [], isWithdrawn: false)
        }
        let published = try await store.revisions(of: draft.record.id).first(where: \.isPublished)
        var after = try Tree(draft.record)
        var conflicts: [FieldMerge.Conflict] = []
        if let (merge, _) = try await behind(draft) {
            conflicts = merge.conflicts
            after = merge.merged
        }
        let before = try published.map { try Tree($0.record) } ?? .fields([:])
        var merged = draft
        merged.record = try after.decoded(as: Record.self)
        return ReviewMatter(
            draft: draft, published: published, changes: Difference(from: before, to: after).changes,
            conflicts: conflicts, faults: draft.proposesWithdrawal ? [] : merged.faults(in: catalogue),
            isWithdrawn: draft.proposesWithdrawal
                ? published?.record.withdrawn != nil : merged.record.withdrawn != nil)
    }

    /// The same decision on several drafts, such as those of one import: organisations first, so that what they stand behind
    /// can name them. Each is looked at for itself; the answer says of each why it was not done, or nil where it was.
    package func decide(
        _ decision: Decision, onAll ids: [String], by actor: Actor
    ) async throws -> [(id: String, error: WorkspaceError?)] {
        let organisations = Set(
            try await store.all(Draft.self).map(\.value).filter { $0.record.kind == .organisation }.map(\.id))
        let ordered = ids.filter(organisations.contains) + ids.filter { !organisations.contains($0) }
        var answers: [(id: String, error: WorkspaceError?)] = []
        for id in ordered {
            do {
                try await decide(decision, on: id, by: actor)
                answers.append((id, nil))
            } catch let error as WorkspaceError {
                answers.append((id, error))
            }
        }
        return answers
    }
}
