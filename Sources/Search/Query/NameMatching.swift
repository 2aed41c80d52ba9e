/// A second look at the best documents of a segment: is what was typed a name of one, and do its words follow each other?
struct NameMatching {
    /// The terms of one lexicon that stand for words of the query.
    private struct Known {
        /// Bit t & 63 is set for each term t: says quickly that a term is none of them.
        var sieve: UInt64 = 0
        let wordStarts: [UInt32]
        let wordTerms: [Lexicon.WordTerm]
        var terms: [(term: UInt32, words: UInt32)] = []

        init(_ lexicon: Lexicon) {
            wordStarts = lexicon.wordStarts
            wordTerms = lexicon.wordTerms
        }

        mutating func add(_ term: UInt32, word: Int) {
            sieve |= 1 << UInt64(term & 63)
            if let known = terms.firstIndex(where: { $0.term == term }) {
                terms[known].words |= 1 << UInt32(word)
            } else {
                terms.append((term, 1 << UInt32(word)))
            }
        }

        /// The words of the query that a word of a document stands for.
        func words(_ word: UInt32) -> UInt32 {
            var words: UInt32 = 0
            for place in Int(wordStarts[Int(word)])..<Int(wordStarts[Int(word) + 1]) {
                let term = wordTerms[place].term
                guard sieve & (1 << UInt64(term & 63)) != 0 else { continue }
                for known in terms where known.term == term { words |= known.words }
            }
            return words
        }
    }

    private let segment: Segment
    private let known: [Known]
    private let count: Int

    init(_ words: [QueryWord], in segment: Segment) {
        self.segment = segment
        count = words.count
        var known = segment.lexicons.map { Known($0) }
        for (place, word) in words.enumerated() {
            for candidate in word.candidates {
                guard let lexicon = segment.lexicon(candidate.language) else { continue }
                for text in candidate.parts.isEmpty ? [candidate.term] : candidate.parts {
                    if let term = segment.lexicons[lexicon].terms.find(text) { known[lexicon].add(term, word: place) }
                }
            }
        }
        self.known = known
    }

    func factor(_ document: UInt32) -> (name: Float, neighbours: Float) {
        var name: Float = 1
        var neighbours = 0
        segment.forEachSection(of: Int(document)) { section, places in
            let known = known[Int(section.lexicon)]
            let isName = segment.fields[Int(section.field)].isName
            // One word has no neighbours, so only names are worth a look.
            guard known.sieve != 0, isName || count > 1 else { return }
            var before: UInt32 = 0
            var follows = 0
            var found: UInt32 = 0
            var hits = 0
            var length = 0
            segment.stream.withUnsafeBufferPointer { stream in
                for place in places where stream[place] & Segment.joined == 0 {
                    let words = known.words(stream[place])
                    length += 1
                    if words != 0 { hits += 1 }
                    if before << 1 & words != 0 { follows += 1 }
                    found |= words
                    before = words
                }
            }
            neighbours = max(neighbours, follows)
            guard isName, found.nonzeroBitCount == count else { return }
            let share = Float(hits) / Float(max(1, length))
            name = max(name, share == 1 ? Weights.wholeName : 1 + Weights.insideName * share)
        }
        return (name, 1 + Weights.neighbours * Float(min(neighbours, 3)))
    }
}
