extension ChangeLog {
    /// What came before a revision (nil: everything), newest first: the pages of a feed go along it. What changes while
    /// somebody pages goes to the front of the first page; nothing is skipped.
    package func newest(before revision: Int? = nil) -> ReversedCollection<ArraySlice<Change>> {
        guard let revision else { return changes[...].reversed() }
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].revision < revision { low = middle + 1 } else { high = middle }
        }
        return changes[..<low].reversed()
    }
}
