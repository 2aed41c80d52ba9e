/// Completes what someone is typing to the names that there are.
package struct Suggester: Sendable {
    package struct Entry: Sendable {
        package let text: String
        package let kind: String
        package let id: String
        /// Entries that weigh more come first.
        package let weight: Double

        package init(text: String, kind: String, id: String, weight: Double) {
            self.text = text
            self.kind = kind
            self.id = id
            self.weight = weight
        }
    }

    /// The rest of an entry's text from one of its words on.
    private struct Start: Sendable {
        let rest: String
        let entry: Int
        let isFirst: Bool
    }

    private let entries: [Entry]
    private let starts: [Start]

    package init(_ entries: [Entry]) {
        self.entries = entries
        var starts: [Start] = []
        for (number, entry) in entries.enumerated() {
            let words = entry.text.words.map(\.folded)
            for place in words.indices {
                starts.append(Start(rest: words[place...].joined(separator: " "), entry: number, isFirst: place == 0))
            }
        }
        self.starts = starts.sorted { $0.rest < $1.rest }
    }

    /// The best entries one of whose words begins what was typed; each id once.
    package func complete(_ typed: String, limit: Int) -> [Entry] {
        let prefix = typed.words.map(\.folded).joined(separator: " ")
        guard !prefix.isEmpty else { return [] }
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle].rest < prefix { low = middle + 1 } else { high = middle }
        }
        var ranked: [Int: Double] = [:]
        for start in starts[low...].prefix(while: { $0.rest.hasPrefix(prefix) }).prefix(5_000) {
            let rank = entries[start.entry].weight * (start.isFirst ? 2 : 1)
            ranked[start.entry] = max(ranked[start.entry] ?? 0, rank)
        }
        let ordered = ranked.sorted {
            ($1.value, entries[$0.key].text.count, $0.key) < ($0.value, entries[$1.key].text.count, $1.key)
        }
        var seen: Set<String> = []
        var chosen: [Entry] = []
        for entry in ordered.map({ entries[$0.key] }) where chosen.count < limit {
            if seen.insert(entry.kind + "/" + entry.id).inserted { chosen.append(entry) }
        }
        return chosen
    }
}
