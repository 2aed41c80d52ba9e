/// The best of many, without sorting the rest. Ties go to the smaller document.
struct TopList {
    struct Entry {
        let document: UInt32
        var score: Float
    }

    private let limit: Int
    private var entries: [Entry] = []
    /// A score below this is of no use any more.
    private(set) var threshold = -Float.infinity

    init(limit: Int) { self.limit = max(0, limit) }

    mutating func add(_ document: UInt32, _ score: Float) {
        // Documents come in any order, so one that is as good as the worst may still win its tie.
        guard score >= threshold, limit > 0 else { return }
        entries.append(Entry(document: document, score: score))
        if entries.count >= 2 * limit + 64 { prune() }
    }

    /// Best first.
    consuming func sorted() -> [Entry] {
        prune()
        return entries
    }

    private mutating func prune() {
        entries.sort { $0.score != $1.score ? $0.score > $1.score : $0.document < $1.document }
        if entries.count > limit { entries.removeLast(entries.count - limit) }
        if entries.count == limit { threshold = entries.last?.score ?? threshold }
    }
}
