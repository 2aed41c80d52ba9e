import Catalogue

/// Two records that look like one and are two: somebody looked, and nobody needs to look again.
package struct DistinctPair: Item, Hashable {
    package static let shelf = Shelf.distinct

    package let first: RecordID
    package let second: RecordID
    package let by: String
    package let on: CivilDay

    package var id: String { "\(first) \(second)" }

    package init(_ one: RecordID, _ other: RecordID, by: String, on day: CivilDay) {
        first = min(one, other)
        second = max(one, other)
        self.by = by
        on = day
    }
}

extension Workspace {
    /// Of the pairs that seem to be doubles, those that nobody judged yet and that the actor may merge.
    package func doubles(_ pairs: [DoublePair], for actor: Actor) async throws -> [DoublePair] {
        let distinct = Set(try await store.all(DistinctPair.self).map(\.value.id))
        return pairs.filter { pair in
            !distinct.contains(DistinctPair(pair.first, pair.second, by: "", on: today).id)
                && mayMerge(pair.first, pair.second, actor)
        }
    }

    /// Says that two records are two.
    package func keepApart(_ one: RecordID, _ other: RecordID, by actor: Actor) async throws {
        guard one != other, mayMerge(one, other, actor) else { throw WorkspaceError.notAllowed(.merge) }
        let pair = DistinctPair(one, other, by: actor.name, on: today)
        guard try await store.find(DistinctPair.self, pair.id) == nil else { return }
        var work = work(of: actor, .keptApart, on: pair.first.description, detail: pair.second.description)
        try work.put(pair)
        try await commit(work)
    }

    private func mayMerge(_ one: RecordID, _ other: RecordID, _ actor: Actor) -> Bool {
        [one, other].allSatisfy { id in catalogue[id].map { actor.may(.merge, on: $0.owners) } ?? false }
    }
}
