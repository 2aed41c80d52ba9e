/// A second look at the best documents: is what was typed a name of one, and do its words follow each other there?
struct NameMatching {
    /// For each language, the words of the query that a term stands for.
    private let terms: [String: [String: UInt32]]
    private let count: Int

    init(_ words: [QueryWord]) {
        var terms: [String: [String: UInt32]] = [:]
        for (place, word) in words.enumerated() {
            for candidate in word.candidates {
                for term in candidate.parts.isEmpty ? [candidate.term] : candidate.parts {
                    terms[candidate.language, default: [:]][term, default: 0] |= 1 << UInt32(place)
                }
            }
        }
        self.terms = terms
        count = words.count
    }

    func factor(_ document: UInt32, in segment: Segment) -> (factor: Float, reasons: [Factor]) {
        var name: Float = 1
        var neighbours = 0
        segment.forEachSection(of: Int(document)) { section, places in
            let lexicon = segment.lexicons[Int(section.lexicon)]
            guard let known = terms[lexicon.language] else { return }
            let masks = places.compactMap { place -> UInt32? in
                let word = segment.stream[place]
                return word & Segment.joined == 0 ? mask(of: word, known, lexicon) : nil
            }
            var follows = 0
            for place in masks.indices.dropLast() where masks[place] << 1 & masks[place + 1] != 0 { follows += 1 }
            neighbours = max(neighbours, follows)
            guard segment.fields[Int(section.field)].isName, !masks.isEmpty else { return }
            let found = masks.reduce(0, |).nonzeroBitCount
            guard found == count else { return }
            let share = Float(masks.count { $0 != 0 }) / Float(masks.count)
            name = max(name, share == 1 ? Weights.wholeName : 1 + Weights.insideName * share)
        }
        let near = 1 + Weights.neighbours * Float(min(neighbours, 3))
        return (
            name * near,
            [Factor(cause: .name, value: Double(name)), Factor(cause: .neighbours, value: Double(near))]
                .filter { $0.value != 1 }
        )
    }

    private func mask(of word: UInt32, _ known: [String: UInt32], _ lexicon: Lexicon) -> UInt32 {
        var mask: UInt32 = 0
        for term in lexicon.terms(ofWord: word) { mask |= known[lexicon.terms.text(term.term)] ?? 0 }
        return mask
    }
}
