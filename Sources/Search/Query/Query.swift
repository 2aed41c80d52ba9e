/// What someone asks of an index.
package struct Query: Sendable {
    /// Makes documents with some value of a facet count more, and those with other values only count less. Documents
    /// without any value of the facet stay as they are.
    package struct Preference: Sendable {
        package let facet: String
        package let values: Set<String>
        package let hit: Float
        package let miss: Float

        package init(facet: String, values: Set<String>, hit: Float, miss: Float) {
            self.facet = facet
            self.values = values
            self.hit = hit
            self.miss = miss
        }
    }

    /// How many of its words a result must hold.
    package enum Strictness: Sendable {
        /// All of one or two telling words, most of a sentence; common words are left aside.
        case most
        /// Every word, however common.
        case all
        /// Any word, however common.
        case any
    }

    package var text = ""
    package var strictness = Strictness.most
    /// The reader's language: words found in it count more than words found in another.
    package var language: String
    /// Facet → values: any of the values of a facet, and every facet.
    package var filters: [String: Set<String>] = [:]
    /// Spans that must overlap.
    package var spans: [String: ClosedRange<Int>] = [:]
    /// Only these documents; nil for all.
    package var only: DocumentSet?
    /// Documents to count among the results.
    package var counted: DocumentSet?
    package var preferences: [Preference] = []
    /// Facets whose values count more if the words name them, such as the audience in "for grandparents".
    package var namedFacets: Set<String> = []
    /// Documents that overlap this span count more, those with another span less.
    package var preferredSpan: (name: String, span: ClosedRange<Int>)?
    /// Documents that come first whatever their words, best first.
    package var pinned: [String] = []
    /// The name of an order of the documents; nil sorts by score.
    package var order: String?
    package var offset = 0
    package var limit = 20
    /// Whether each result says how its score came about. Without, as many are given as are asked for.
    package var isExplained = true
    /// Whether the last word may be the beginning of a word.
    package var isPrefix = true
    /// Whether what only comes near is found as well: other words for those that nobody wrote, and where there are few
    /// results also those that hold fewer words.
    package var isWidened = true

    package init(_ text: String = "", language: String) {
        self.text = text
        self.language = language
    }
}

package struct Results: Sendable {
    package var total = 0
    package var hits: [Hit] = []
    /// How many of the results are among the query's ``Query/counted``.
    package var counted = 0
    /// Facet → value → how many documents have it, if the filters of the facet itself are left aside.
    package var facets: [String: [String: Int]] = [:]
    /// The query with its mistyped words replaced by the known ones that were looked for instead.
    package var suggestion: String?
    /// The concepts that the words met, best first.
    package var concepts: [ConceptMatch] = []
}

package struct Hit: Sendable {
    package let id: String
    package let score: Double
    package let contributions: [Contribution]
    /// What the sum of the contributions was multiplied by, and why.
    package let factors: [Factor]
}

/// What one word of the query added to a score.
package struct Contribution: Sendable {
    package enum Cause: Sendable, Equatable {
        case word
        case beginning
        case parts
        /// The mistyped word stands for this one.
        case error(String)
        /// The words stand for a value of a facet.
        case concept(facet: String, value: String)
    }

    package let word: String
    package let term: String
    package let language: String
    package let fields: [String]
    package let score: Double
    package let cause: Cause
}

package struct Factor: Sendable {
    package enum Cause: String, Sendable {
        case wordsFound, document, preference, span, name, pinned
    }

    package let cause: Cause
    package let value: Double
}
