/// What changed from one revision to another, field by field.
package struct Difference: Hashable, Codable, Sendable {
    /// In the order of the record's form. No path lies within another.
    package let changes: [FieldChange]

    package init(from before: Tree, to after: Tree) {
        let fields = Versions(base: before, mine: before, theirs: after).differences()
        changes = fields.map { path, field in FieldChange(path: path, before: field.base, after: field.theirs) }
    }

    package var isEmpty: Bool { changes.isEmpty }
}

/// One field that changed; nil stands for a field that isn't there.
package struct FieldChange: Hashable, Codable, Sendable {
    package let path: FieldPath
    package let before: Tree?
    package let after: Tree?

    package init(path: FieldPath, before: Tree?, after: Tree?) {
        self.path = path
        self.before = before
        self.after = after
    }

    /// Of a list: the elements that are only in the new one. A list whose order alone changed has none, and none
    /// ``removed``.
    package var added: [Tree] { (after?.elements ?? []).without(before?.elements ?? []) }

    /// Of a list: the elements that are only in the old one.
    package var removed: [Tree] { (before?.elements ?? []).without(after?.elements ?? []) }

    /// Of a text: what became of its words; empty for anything else.
    package var words: [WordChange] {
        guard before?.text != nil || after?.text != nil else { return [] }
        return WordChange.between(before?.text ?? "", after?.text ?? "")
    }

    /// For showing: the same change spelled out field by field where a whole group, such as `contact`, came or went.
    package var parts: [FieldChange] {
        guard before == nil || after == nil, case .fields(let group) = before ?? after, !group.isEmpty,
            !path.isOneValue
        else { return [self] }
        return group.sorted { FieldPath.precedes($0.key, $1.key) }.flatMap { step, value in
            FieldChange(
                path: path.appending(step), before: before == nil ? nil : value, after: after == nil ? nil : value
            ).parts
        }
    }
}

extension Tree {
    /// The tree after these changes, wherever else it has changed meanwhile.
    package func applying(_ changes: [FieldChange]) -> Tree {
        changes.reduce(into: self) { tree, change in tree[change.path] = change.after }
    }
}

extension [Tree] {
    /// As many of each element as there are more than in `others`.
    fileprivate func without(_ others: [Tree]) -> [Tree] {
        var left = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
        return filter { element in
            guard let count = left[element], count > 0 else { return true }
            left[element] = count - 1
            return false
        }
    }
}

// MARK: The walk

/// One field in a revision and in two that were made from it; nil where it isn't there.
struct Versions {
    let base: Tree?
    let mine: Tree?
    let theirs: Tree?

    init(base: Tree?, mine: Tree?, theirs: Tree?) {
        // A list that both made began empty: who left it so hasn't said anything against the other's.
        let bothAreLists = mine?.elements != nil && theirs?.elements != nil
        self.base = base ?? (bothAreLists ? .list([]) : nil)
        self.mine = mine
        self.theirs = theirs
    }

    /// The fields in which the three differ, each as small as may be decided for itself.
    func differences(at path: FieldPath = .root) -> [(path: FieldPath, field: Versions)] {
        if base == mine, mine == theirs { return [] }
        guard let steps = steps(at: path) else { return [(path, self)] }
        return steps.flatMap { step in
            Versions(base: base?[step: step], mine: mine?[step: step], theirs: theirs?[step: step])
                .differences(at: path.appending(step))
        }
    }

    /// The fields or elements within, if each can be decided for itself; nil if all of it is one value.
    private func steps(at path: FieldPath) -> [String]? {
        if path.isOneValue { return nil }
        // What both added is decided field by field too.
        switch (base ?? mine, mine, theirs) {
        case (.fields(let base)?, .fields(let mine)?, .fields(let theirs)?):
            return Set(base.keys).union(mine.keys).union(theirs.keys).sorted(by: FieldPath.precedes)
        case (let base?, let mine?, let theirs?) where path.hasNamedElements:
            let lists = [base, mine, theirs]
            guard lists.allSatisfy({ $0.elements != nil && $0.elementNames == base.elementNames }),
                base.ids != nil || !lists.contains(where: { Self.haveMoved(from: base, to: $0) })
            else { return nil }
            return base.elementNames
        default: return nil
        }
    }

    /// A longer list without ids is compared as one: finding out what moved takes time by the square.
    static let mostPlaces = 60

    /// Whether an element without id seems to stand at another place than before: two stops that were swapped must not
    /// get each other's changes.
    private static func haveMoved(from before: Tree, to after: Tree) -> Bool {
        let after = after.elements ?? []
        if after.count > mostPlaces { return true }
        return zip(before.elements ?? [], after).contains { old, same in
            let distance = Difference(from: old, to: same).changes.count
            return distance > 0 && after.contains { Difference(from: old, to: $0).changes.count < distance }
        }
    }
}

extension FieldPath {
    /// Whether what is there has fields that only make sense together: half of one's hours and half of another's are
    /// nobody's.
    var isOneValue: Bool { ["ages", "recurrence", "hours", "verified"].contains(steps.last) }

    /// Whether the list there holds things with texts of their own, which are then compared one by one.
    var hasNamedElements: Bool {
        [
            "questions", "answers", "ends", "stops", "recommendations", "measures", "sessions", "testimonies",
            "findings", "actions",
        ]
        .contains(steps.last)
    }
}

// MARK: Words

/// A stretch of a text and what became of it.
package enum WordChange: Hashable, Codable, Sendable {
    case same(String)
    case removed(String)
    case added(String)

    /// With more words and spaces than this between the first and the last change, all between them counts as written
    /// anew: finding the fewest changes takes memory by the square.
    static let mostPieces = 1_000

    /// What is the same and what was removed make up `before`; what is the same and what was added make up `after`.
    static func between(_ before: String, _ after: String) -> [WordChange] {
        let (old, new) = (before.pieces, after.pieces)
        let (gone, come) = changedPlaces(old, new)
        var runs = WordRuns()
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if gone.contains(left) {
                runs.removed += old[left]
                left += 1
            } else if come.contains(right) {
                runs.added += new[right]
                right += 1
            } else {
                // A space between two changed words is no reason to show them apart.
                let isBetween = new[right].isBlank && (gone.contains(left + 1) || come.contains(right + 1))
                runs.keep(new[right], isBetweenChanges: isBetween)
                (left, right) = (left + 1, right + 1)
            }
        }
        return runs.finish()
    }

    private static func changedPlaces(_ old: [Substring], _ new: [Substring]) -> (gone: Set<Int>, come: Set<Int>) {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let (left, right) = (old.dropFirst(head).dropLast(tail), new.dropFirst(head).dropLast(tail))
        guard max(left.count, right.count) <= mostPieces else { return (Set(left.indices), Set(right.indices)) }
        let difference = right.difference(from: left)
        func places(_ changes: [CollectionDifference<Substring>.Change]) -> Set<Int> {
            Set(
                changes.map { change in
                    switch change {
                    case .insert(let offset, _, _), .remove(let offset, _, _): head + offset
                    }
                })
        }
        return (places(difference.removals), places(difference.insertions))
    }
}

/// Puts neighbouring pieces with the same fate together.
private struct WordRuns {
    var removed = ""
    var added = ""
    private var same = ""
    private var runs: [WordChange] = []

    mutating func keep(_ piece: Substring, isBetweenChanges: Bool) {
        let afterChange = !removed.isEmpty || !added.isEmpty
        if afterChange, isBetweenChanges {
            removed += piece
            added += piece
        } else {
            if afterChange { close() }
            same += piece
        }
    }

    mutating func finish() -> [WordChange] {
        close()
        return runs
    }

    private mutating func close() {
        if !same.isEmpty { runs.append(.same(same)) }
        if !removed.isEmpty { runs.append(.removed(removed)) }
        if !added.isEmpty { runs.append(.added(added)) }
        (same, removed, added) = ("", "", "")
    }
}

extension String {
    /// Words and the spaces between them, in turns; together they are the text.
    fileprivate var pieces: [Substring] {
        var pieces: [Substring] = []
        var rest = self[...]
        while let first = rest.first {
            let piece = rest.prefix { $0.isWhitespace == first.isWhitespace }
            pieces.append(piece)
            rest = rest[piece.endIndex...]
        }
        return pieces
    }
}

extension Substring {
    fileprivate var isBlank: Bool { first?.isWhitespace ?? false }
}
