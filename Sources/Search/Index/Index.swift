/// An immutable index over documents with texts in several languages.
///
/// Words are ranked by BM25F (Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009,
/// section 3.6): frequencies are weighted by field and normalised by its length before they saturate.
package struct Index: Sendable {
    static let saturation: Float = 1.2
    static let lengthNormalisation: Float = 0.5

    let ids: [String]
    let weights: [Float]
    let fields: [Field]
    let lexicons: [String: Lexicon]
    let facets: [String: FacetColumn]
    let spans: [String: [ClosedRange<Int>?]]
    let orders: [String: [Int]]

    package var count: Int { ids.count }
    package var languages: [String] { lexicons.keys.sorted() }

    package init(_ documents: [Document]) {
        ids = documents.map(\.id)
        weights = documents.map { Float($0.weight) }
        fields = Self.fields(of: documents)
        lexicons = Self.lexicons(of: documents, fields: fields)
        var facets: [String: FacetColumn] = [:]
        for name in Set(documents.flatMap(\.facets.keys)) {
            var column = FacetColumn()
            for document in documents { column.append(document.facets[name] ?? []) }
            facets[name] = column
        }
        self.facets = facets
        var spans: [String: [ClosedRange<Int>?]] = [:]
        for name in Set(documents.flatMap(\.spans.keys)) { spans[name] = documents.map { $0.spans[name] } }
        self.spans = spans
        var orders: [String: [Int]] = [:]
        for name in Set(documents.flatMap(\.orders.keys)) { orders[name] = documents.map { $0.orders[name] ?? .max } }
        self.orders = orders
    }

    private static func fields(of documents: [Document]) -> [Field] {
        var fields: [Field] = []
        for document in documents {
            for text in document.texts where !fields.contains(text.field) { fields.append(text.field) }
        }
        precondition(fields.count <= 16, "an index has at most 16 fields")
        return fields
    }

    private static func lexicons(of documents: [Document], fields: [Field]) -> [String: Lexicon] {
        let numbers = Dictionary(uniqueKeysWithValues: zip(fields, fields.indices))
        let average = averageLengths(of: documents)
        var lexicons: [String: Lexicon] = [:]
        for language in Set(documents.lazy.flatMap(\.texts).map(\.language)) {
            var lexicon = Lexicon()
            var reader = TermReader(language)
            for (number, document) in documents.enumerated() {
                for text in document.texts where text.language == language {
                    let terms = reader.terms(of: text, in: &lexicon)
                    let relative = Float(terms.words) / (average[text.field] ?? 1)
                    let norm = text.field.isNormalised ? 1 - lengthNormalisation + lengthNormalisation * relative : 1
                    let frequency = Float(text.field.weight) / norm
                    let field = UInt16(1) << UInt16(numbers[text.field] ?? 0)
                    for term in terms.numbers {
                        lexicon.add(term, document: Int32(number), frequency: frequency, field: field)
                    }
                }
            }
            lexicon.finish()
            lexicons[language] = lexicon
        }
        return lexicons
    }

    /// Words per text of each field, roughly: a word is taken to be six bytes with its space.
    private static func averageLengths(of documents: [Document]) -> [Field: Float] {
        var sums: [Field: (bytes: Int, texts: Int)] = [:]
        for text in documents.lazy.flatMap(\.texts) {
            sums[text.field, default: (0, 0)].bytes += text.text.utf8.count
            sums[text.field, default: (0, 0)].texts += 1
        }
        return sums.mapValues { max(1, Float($0.bytes) / Float($0.texts) / 6) }
    }
}

/// Turns texts into numbers of terms. Words come back in many texts, and lists of names in many documents: each is taken
/// apart once.
private struct TermReader {
    private let analyser: Analyser
    private var known: [String: (folded: String, terms: [Int])] = [:]
    private var lists: [String: (words: Int, numbers: [Int])] = [:]

    init(_ language: String) { analyser = Analyser(language) }

    mutating func terms(of text: FieldText, in lexicon: inout Lexicon) -> (words: Int, numbers: [Int]) {
        if !text.field.isNormalised, let list = lists[text.text] { return list }
        let words = text.text.words
        var numbers: [Int] = []
        numbers.reserveCapacity(words.count)
        for word in words {
            let entry = entry(word, in: &lexicon)
            lexicon.note(entry.folded)
            numbers += entry.terms
        }
        if !text.field.isNormalised { lists[text.text] = (words.count, numbers) }
        return (words.count, numbers)
    }

    private mutating func entry(_ word: String, in lexicon: inout Lexicon) -> (folded: String, terms: [Int]) {
        if let entry = known[word] { return entry }
        let taken = analyser.word(word)
        let entry = (folded: taken.text.folded, terms: taken.terms.map { lexicon.number($0) })
        known[word] = entry
        return entry
    }
}
