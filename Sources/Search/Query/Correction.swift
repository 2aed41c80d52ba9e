/// Replaces the words of a query that no document holds by the nearest that one does.
struct Correction {
    let text: String?

    init(_ query: Query, in index: Index) {
        var changed = false
        let order = [query.language] + index.languages.filter { $0 != query.language }
        let words = query.text.words.map { word in
            let folded = word.folded
            if index.lexicons.values.contains(where: { $0.words[folded] != nil }) { return word }
            for language in order {
                if let known = index.lexicons[language].flatMap({ Self.nearest(to: folded, in: $0) }) {
                    changed = true
                    return known
                }
            }
            return word
        }
        text = changed ? words.joined(separator: " ") : nil
    }

    /// One error in a word of four letters or more, two in one of eight or more.
    private static func nearest(to word: String, in lexicon: Lexicon) -> String? {
        guard word.count >= 4 else { return nil }
        let limit = word.count >= 8 ? 2 : 1
        let letters = Array(word.utf8)
        var best: (word: String, distance: Int, count: Int)?
        for (candidate, count) in lexicon.words {
            guard abs(candidate.utf8.count - letters.count) <= limit else { continue }
            let distance = distance(letters, Array(candidate.utf8), limit: limit)
            guard distance <= limit else { continue }
            if let current = best,
                (current.distance, -current.count, current.word) <= (distance, -count, candidate)
            {
                continue
            }
            best = (candidate, distance, count)
        }
        return best?.word
    }

    /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
    private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for i in 1...max(1, left.count) where !left.isEmpty {
            var row = [i]
            row.reserveCapacity(right.count + 1)
            for j in right.indices {
                let same = left[i - 1] == right[j]
                var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (same ? 0 : 1))
                if i > 1, j > 0, left[i - 1] == right[j - 1], left[i - 2] == right[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            if (row.min() ?? 0) > limit { return limit + 1 }
            before = previous
            previous = row
        }
        return previous[right.count]
    }
}
