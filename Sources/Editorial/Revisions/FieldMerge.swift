/// Two people's changes to the same revision, brought together field by field.
package struct FieldMerge: Hashable, Sendable {
    package enum Side: String, CaseIterable, Codable, Sendable {
        case mine, theirs
    }

    /// A field that both changed, to different values; nil stands for a field that isn't there.
    package struct Conflict: Hashable, Codable, Sendable {
        package let path: FieldPath
        package let base: Tree?
        package let mine: Tree?
        package let theirs: Tree?

        package subscript(side: Side) -> Tree? {
            switch side {
            case .mine: mine
            case .theirs: theirs
            }
        }
    }

    /// What both wrote; where they disagree, what `theirs` has, because it was kept first.
    package let merged: Tree
    /// In the order of the record's form. No path lies within another.
    package let conflicts: [Conflict]

    /// - Parameter base: the revision from which both began.
    package init(base: Tree, mine: Tree, theirs: Tree) {
        var merged = theirs
        var conflicts: [Conflict] = []
        for (path, field) in Versions(base: base, mine: mine, theirs: theirs).differences()
        where field.mine != field.theirs && field.mine != field.base {
            if field.theirs == field.base {
                merged[path] = field.mine
            } else if path.isSet, let both = field.union {
                merged[path] = both
            } else {
                conflicts.append(Conflict(path: path, base: field.base, mine: field.mine, theirs: field.theirs))
            }
        }
        self.merged = merged
        self.conflicts = conflicts
    }

    /// The merged tree after somebody chose a side for each conflict; what was not chosen stays `theirs`.
    package func resolved(_ choices: [FieldPath: Side]) -> Tree {
        conflicts.reduce(into: merged) { tree, conflict in
            if let side = choices[conflict.path] { tree[conflict.path] = conflict[side] }
        }
    }
}

extension Versions {
    /// What either took away is gone, what either added is there: in the order of theirs, then what only mine added.
    fileprivate var union: Tree? {
        guard let mine = mine?.elements, let theirs = theirs?.elements else { return nil }
        let base = Set(base?.elements ?? [])
        let gone = base.subtracting(mine)
        let known = base.union(theirs)
        return .list(theirs.filter { !gone.contains($0) } + mine.filter { !known.contains($0) })
    }
}

extension FieldPath {
    /// Whether the list there is a set of concepts, languages or names whose order means nothing. Channels of a guide,
    /// stops and steps to take are in an order that somebody chose.
    fileprivate var isSet: Bool {
        [
            "ownNames", "organisations", "languages", "themes", "audiences", "territories", "pillars", "formats",
        ].contains(steps.last)
    }
}
