/// A second look at the best documents of a segment: is what was typed a name of one, and do its words follow each other?
struct NameMatching {
    /// The terms of one lexicon that stand for words of the query.
    private struct Known {
        /// Bit t & 63 is set for each term t: says quickly that a term is none of them.
        var sieve: UInt64 = 0
        var terms: [(term: UInt32, words: UInt32)] = []

        mutating func add(_ term: UInt32, word: Int) {
            sieve |= 1 << UInt64(term & 63)
            if let known = terms.firstIndex(where: { $0.term == term }) {
                terms[known].words |= 1 << UInt32(word)
            } else {
                terms.append((term, 1 << UInt32(word)))
            }
        }

        func words(_ term: UInt32) -> UInt32 {
            guard sieve & (1 << UInt64(term & 63)) != 0 else { return 0 }
            return terms.first { $0.term == term }?.words ?? 0
        }
    }

    private let segment: Segment
    private let known: [Known]
    private let count: Int

    init(_ words: [QueryWord], in segment: Segment) {
        self.segment = segment
        count = words.count
        var known = [Known](repeating: Known(), count: segment.lexicons.count)
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
            let number = Int(section.lexicon)
            guard known[number].sieve != 0 else { return }
            let isName = segment.fields[Int(section.field)].isName
            // One word has no neighbours, so only names are worth a look.
            guard isName || count > 1 else { return }
            var before: UInt32 = 0
            var follows = 0
            var found: UInt32 = 0
            var hits = 0
            var length = 0
            for place in places where segment.stream[place] & Segment.joined == 0 {
                let words = words(of: segment.stream[place], number)
                length += 1
                if words != 0 { hits += 1 }
                if before << 1 & words != 0 { follows += 1 }
                found |= words
                before = words
            }
            neighbours = max(neighbours, follows)
            guard isName, found.nonzeroBitCount == count else { return }
            let share = Float(hits) / Float(max(1, length))
            name = max(name, share == 1 ? Weights.wholeName : 1 + Weights.insideName * share)
        }
        return (name, 1 + Weights.neighbours * Float(min(neighbours, 3)))
    }

    private func words(of word: UInt32, _ lexicon: Int) -> UInt32 {
        let first = Int(segment.lexicons[lexicon].wordStarts[Int(word)])
        let last = Int(segment.lexicons[lexicon].wordStarts[Int(word) + 1])
        var words: UInt32 = 0
        for place in first..<last { words |= known[lexicon].words(segment.lexicons[lexicon].wordTerms[place].term) }
        return words
    }
}
