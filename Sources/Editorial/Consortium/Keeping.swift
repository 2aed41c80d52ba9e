/// What became of something that two may have changed at once.
package enum Keeping<Value: Item & Hashable>: Sendable {
    case kept(Value)
    /// Somebody else changed other fields meanwhile: both are in it now.
    case merged(Value)
    /// Both changed these fields, each in its own way. Nothing was kept; whoever comes second chooses. `mine` has also
    /// what the other changed elsewhere.
    case conflict(mine: Value, theirs: Value, fields: Set<String>)

    /// Brings what somebody made of what was `seen` together with what stands there now.
    init(_ mine: Value, seen: Value, over theirs: Value) throws {
        guard seen != theirs, mine != theirs else {
            self = .kept(mine)
            return
        }
        let merge = FieldMerge(base: try Tree(seen), mine: try Tree(mine), theirs: try Tree(theirs))
        guard merge.conflicts.isEmpty else {
            let choices = Dictionary(
                merge.conflicts.map { ($0.path, FieldMerge.Side.mine) }, uniquingKeysWith: { first, _ in first })
            self = .conflict(
                mine: try merge.resolved(choices).decoded(as: Value.self), theirs: theirs,
                fields: Set(merge.conflicts.compactMap(\.path.steps.first)))
            return
        }
        self = .merged(try merge.merged.decoded(as: Value.self))
    }
}
