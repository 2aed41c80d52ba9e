/// Reads one document back from a segment.
struct DocumentReader {
    private let document: Int
    private let segment: Segment

    init(_ document: UInt32, in segment: Segment) {
        self.document = Int(document)
        self.segment = segment
    }

    /// The names of the fields in which any of the terms stands, heaviest first.
    func fields(of terms: [String], _ language: String) -> [String] {
        guard let number = segment.lexicon(language) else { return [] }
        let lexicon = segment.lexicons[number]
        let wanted = terms.compactMap { lexicon.terms.find($0) }
        let (starts, wordTerms) = (lexicon.wordStarts, lexicon.wordTerms)
        var found: UInt32 = 0
        segment.forEachSection(of: document) { section, places in
            guard Int(section.lexicon) == number, found & 1 << UInt32(section.field) == 0 else { return }
            let holds = places.contains { place in
                let word = Int(segment.stream[place] & ~Segment.joined)
                return (Int(starts[word])..<Int(starts[word + 1])).contains { wanted.contains(wordTerms[$0].term) }
            }
            if holds { found |= 1 << UInt32(section.field) }
        }
        return segment.fields.indices.filter { found & 1 << UInt32($0) != 0 }.map { segment.fields[$0] }
            .sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }.map(\.name)
    }
}
