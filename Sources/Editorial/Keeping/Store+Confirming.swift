import Catalogue
import Foundation

extension Store {
    /// What was published since a copy of the catalogue was made; nil where the copy is not an earlier state of this store,
    /// as after a backup was restored.
    ///
    /// Much less is read than the whole catalogue: only which revision of each record is published since when.
    package func changes(since copy: PublishedCatalogue) async throws -> PublishedChanges? {
        guard copy.revision > 0, copy.unread == 0 else { return nil }
        // With the newest one that is known: where it is no longer there, the store has gone back. Pages and vocabularies
        // have no age that would tell.
        let known = try await published(after: copy.revision - 1)
        guard known.revision >= copy.revision else { return nil }
        if known.revision == copy.revision, let madeAt = known.madeAt, let copied = copy.madeAt,
            abs(madeAt.timeIntervalSince(copied)) >= 1
        {
            return nil
        }
        let changes = try await published(after: copy.revision)
        let changed = Set(changes.entries.compactMap { if case .record(let record) = $0 { record.id } else { nil } })
        let now = try await ages()
        let kept = copy.ages.filter { !changed.contains($0.key) }
        guard kept.count + changed.count == now.count,
            kept.allSatisfy({ id, age in now[id].map { $0.isSameRevision(as: age) } ?? false })
        else { return nil }
        return changes
    }
}

extension RecordAge {
    /// Two revisions with one number, made in one second, are the same. Databases keep moments to the second.
    fileprivate func isSameRevision(as other: RecordAge) -> Bool {
        revision == other.revision && abs(last.timeIntervalSince(other.last)) < 1
    }
}
