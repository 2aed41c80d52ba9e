/// Saying why.
extension SegmentSearch {
    /// How the score of a document came about: what each word and concept added, and what the sum was multiplied by.
    func explain(_ document: UInt32) -> (contributions: [Contribution], factors: [Factor]) {
        let reader = DocumentReader(document, in: part.segment)
        var found: UInt32 = 0
        var contributions: [Contribution] = []
        for (place, word) in interpretation.words.enumerated() {
            let scored = sources[place].map { ($0, $0.score(of: document, in: part.segment)) }
            guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 > 0 else { continue }
            found |= 1 << UInt32(place)
            let candidate = best.0.candidate
            let terms = candidate.parts.isEmpty ? [candidate.term] : candidate.parts
            contributions.append(
                Contribution(
                    word: word.text, term: terms.joined(separator: " + "), language: candidate.language,
                    fields: reader.fields(of: terms, candidate.language), score: Double(best.1),
                    cause: candidate.cause))
        }
        for meaning in meanings {
            let share = part.segment.facets.share(of: meaning.value, in: document)
            guard share > 0 else { continue }
            if meaning.isCovering { found |= meaning.match.words }
            let words = interpretation.words.indices.filter { meaning.match.words & (1 << UInt32($0)) != 0 }
            contributions.append(
                Contribution(
                    word: words.map { interpretation.words[$0].text }.joined(separator: " "), term: meaning.match.name,
                    language: meaning.match.language, fields: [meaning.match.facet],
                    score: Double(meaning.score * share),
                    cause: .concept(facet: meaning.match.facet, value: meaning.match.value)))
        }
        if let first = pinned[document] {
            return (contributions.sorted { $0.score > $1.score }, [Factor(cause: .pinned, value: Double(first))])
        }
        let share = interpretation.words.isEmpty ? 1 : wordShare(found)
        var factors = [
            Factor(cause: .wordsFound, value: Double(share * share)),
            Factor(cause: .document, value: Double(part.segment.weights[Int(document)])),
        ]
        factors += preferences.explain(document)
        return (contributions.sorted { $0.score > $1.score }, factors.filter { $0.value != 1 })
    }
}

extension FacetTable {
    /// How much a document is about a value, 0 to 1.
    func share(of value: UInt16, in document: UInt32) -> Float {
        let place = holding[places(of: value)].firstPlace(notBelow: document)
        guard place < Int(holdingStarts[Int(value) + 1]), holding[place] == document else { return 0 }
        return Float(holdingShares[place]) / 255
    }
}
