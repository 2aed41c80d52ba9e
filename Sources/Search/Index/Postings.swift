/// A document that holds a term.
///
/// `frequency` is the weighted and length-normalised frequency over all fields (the BM25F pseudo-frequency);
/// `fields` has bit n set where the term stands in field n.
struct Posting: Sendable {
    let document: Int32
    var frequency: Float
    var fields: UInt16
}

/// All terms of one language.
struct Lexicon: Sendable {
    private var numbers: [String: Int] = [:]
    /// By the number of the term; documents in ascending order.
    private var postings: [[Posting]] = []
    /// Words as they are written (folded), with the number of times they occur; for corrections.
    private(set) var words: [String: Int] = [:]
    /// Terms in order, for prefixes.
    private var sorted: [String] = []

    func postings(of term: String) -> [Posting]? { numbers[term].map { postings[$0] } }

    mutating func add(_ term: Int, document: Int32, frequency: Float, field: UInt16) {
        let last = postings[term].count - 1
        if last >= 0, postings[term][last].document == document {
            postings[term][last].frequency += frequency
            postings[term][last].fields |= field
        } else {
            postings[term].append(Posting(document: document, frequency: frequency, fields: field))
        }
    }

    /// The number of a term, new or known.
    mutating func number(_ term: String) -> Int {
        if let number = numbers[term] { return number }
        numbers[term] = postings.count
        postings.append([])
        return postings.count - 1
    }

    mutating func note(_ word: String) { words[word, default: 0] += 1 }

    mutating func finish() { sorted = numbers.keys.sorted() }

    /// Terms that begin with `prefix`, at most `limit`.
    func terms(withPrefix prefix: String, limit: Int) -> ArraySlice<String> {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < prefix { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < sorted.count, end - low < limit, sorted[end].hasPrefix(prefix) { end += 1 }
        return sorted[low..<end]
    }
}
