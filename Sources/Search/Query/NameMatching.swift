/// A second look at the best documents of a segment: is what was typed a name of one?
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

    /// What the score of a document is multiplied by.
    func factor(_ document: UInt32) -> Float {
        var factor: Float = 1
        segment.forEachSection(of: Int(document)) { section, places in
            let known = known[Int(section.lexicon)]
            guard known.sieve != 0, segment.fields[Int(section.field)].isName else { return }
            var found: UInt32 = 0
            var hits = 0
            var length = 0
            for place in places where segment.stream[place] & Segment.joined == 0 {
                let words = known.words(segment.stream[place])
                length += 1
                if words != 0 { hits += 1 }
                found |= words
            }
            guard found.nonzeroBitCount == count else { return }
            let share = Float(hits) / Float(max(1, length))
            factor = max(factor, share == 1 ? Weights.wholeName : 1 + Weights.insideName * share)
        }
        return factor
    }
}
