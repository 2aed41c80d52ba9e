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
        let wanted = Set(terms.compactMap { lexicon.terms.find($0) })
        var found: Set<Field> = []
        segment.forEachSection(of: document) { section, places in
            guard Int(section.lexicon) == number else { return }
            let holds = places.contains { place in
                lexicon.terms(ofWord: segment.stream[place] & ~Segment.joined).contains { wanted.contains($0.term) }
            }
            if holds { found.insert(segment.fields[Int(section.field)]) }
        }
        return found.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }.map(\.name)
    }
}
