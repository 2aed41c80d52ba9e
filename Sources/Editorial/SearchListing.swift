import Catalogue

/// Counts of searches over several days, as editors see them: only what was looked for often enough.
package struct SearchListing: Sendable {
    package struct Row: Encodable, Sendable, Equatable {
        package let language: String
        package let words: String
        package let searches: Int
        package let withoutResult: Int
    }

    package let rows: [Row]

    package init(_ counts: [SearchCount], nothingFound: Bool = false) {
        struct Key: Hashable {
            let language: Language
            let words: String
        }
        var sums: [Key: (searches: Int, withoutResult: Int)] = [:]
        for count in counts {
            let key = Key(language: count.language, words: count.words)
            sums[key, default: (0, 0)].searches += count.searches
            sums[key, default: (0, 0)].withoutResult += count.withoutResult
        }
        let shown = sums.filter { _, sum in
            (nothingFound ? sum.withoutResult : sum.searches) >= SearchCount.leastShown
        }
        rows = shown.map { key, sum in
            Row(
                language: key.language.rawValue, words: key.words, searches: sum.searches,
                withoutResult: sum.withoutResult)
        }.sorted { left, right in
            let sizes = nothingFound ? (left.withoutResult, right.withoutResult) : (left.searches, right.searches)
            return sizes.0 != sizes.1
                ? sizes.0 > sizes.1 : (left.words, left.language) < (right.words, right.language)
        }
    }
}
