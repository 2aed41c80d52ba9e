/// What someone asks of an index.
package struct Query: Sendable {
    package var text = ""
    /// The reader's language: words found in it count more than words found in another.
    package var language: String
    /// Facet → values: any of the values of a facet, and every facet.
    package var filters: [String: Set<String>] = [:]
    /// Spans that must overlap.
    package var spans: [String: ClosedRange<Int>] = [:]
    /// Only documents with these ids; nil for all.
    package var only: Set<String>?
    /// The name of an order of the documents; nil sorts by score.
    package var order: String?
    package var offset = 0
    package var limit = 20
    /// Whether the last word may be the beginning of a word.
    package var isPrefix = true

    package init(_ text: String = "", language: String) {
        self.text = text
        self.language = language
    }
}

package struct Results: Sendable {
    package var total = 0
    package var hits: [Hit] = []
    /// Facet → value → how many documents have it, if the filters of the facet itself are left aside.
    package var facets: [String: [String: Int]] = [:]
    /// The query with its unknown words replaced by known ones; only where nothing was found.
    package var suggestion: String?
}

package struct Hit: Sendable {
    package let id: String
    package let score: Double
    package let contributions: [Contribution]
}

/// What one word of the query added to a score.
package struct Contribution: Sendable {
    package let word: String
    package let term: String
    package let language: String
    package let fields: [String]
    package let score: Double
}
