import Catalogue
import Foundation

/// A revision, and what it changed.
package struct HistoryStep: Sendable, Identifiable {
    package let revision: Revision
    /// The one before; nil: it is the first.
    package let before: Record?
    /// What it says otherwise than the one before, in the order of the form; of the first all that it says.
    package let changes: [FieldChange]

    package var id: Int { revision.id }

    /// What happened beside a change of what the entry says.
    package enum Event: Hashable, Sendable {
        case checked(Verification)
        case setAside, broughtBack, withdrawn, merged
    }

    package var events: [Event] {
        let (now, then) = (revision.record, before)
        var events: [Event] = []
        if let verified = now.verified, verified != then?.verified { events.append(.checked(verified)) }
        if now.setAside != nil, then?.setAside == nil { events.append(.setAside) }
        if now.withdrawn != nil, then?.withdrawn == nil {
            events.append(now.isMerged == true ? .merged : .withdrawn)
        }
        if now.isShown, let then, !then.isShown { events.append(.broughtBack) }
        return events
    }

    /// How many fields say something else, without those that ``events`` tell of; nil for the first.
    package var changedFields: Int? {
        before == nil ? nil : changes.count { !FieldPath.ofEvents.contains($0.path.steps.first ?? "") }
    }
}

extension FieldPath {
    /// The fields that say what happened to an entry rather than what it is.
    package static let ofEvents: Set<String> = ["verified", "setAside", "withdrawn", "successor", "isMerged"]
}

extension Workspace {
    /// All revisions of a record, newest first. Whoever works here may read them: each of them was public.
    package func history(of id: RecordID, for actor: Actor) async throws -> [HistoryStep] {
        try actor.require(.seeWorkspace, on: nil)
        let revisions = try await store.revisions(of: id)
        guard !revisions.isEmpty else { throw WorkspaceError.notFound }
        let trees = try revisions.map { try Tree($0.record) }
        return revisions.indices.map { place in
            let earlier = place + 1 < revisions.count ? place + 1 : nil
            let changes = Difference(from: earlier.map { trees[$0] } ?? .fields([:]), to: trees[place]).changes
            return HistoryStep(
                revision: revisions[place], before: earlier.map { revisions[$0].record }, changes: changes)
        }
    }

    /// What a revision says otherwise than what readers see now.
    package func changes(from step: HistoryStep, to published: Revision) throws -> [FieldChange] {
        Difference(from: try Tree(step.revision.record), to: try Tree(published.record)).changes
    }
}
