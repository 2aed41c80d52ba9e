/// Which documents of a segment pass the filters of a query, and the counts of their facet values.
///
/// A document that fails the filters of one facet only still counts for that facet, so that a reader sees
/// what another choice there would bring.
struct Filtering {
    private let segment: Segment
    private let gone: Set<UInt32>
    private let spans: [(column: SpanColumn?, wanted: ClosedRange<Int>)]
    /// The documents that may be found at all; nil for all.
    private let only: Set<UInt32>?
    private let unwanted: Set<UInt32>
    private let phrases: [Phrase]
    /// Bit n is set where facet n must have a wanted value.
    private let required: UInt32
    /// For each value: the bit of its facet if it is wanted there.
    private let wanted: [UInt32]
    private(set) var tallies: [UInt32]

    init(_ query: Query, text: QueryText, part: Index.Part) {
        let segment = part.segment
        self.segment = segment
        gone = part.gone
        spans = query.spans.map { (segment.spans[$0.key], $0.value) }
        only = query.only.map { ids in Set(ids.compactMap { segment.places[$0] }) }
        unwanted = Set(text.unwanted.flatMap { Phrase($0, in: segment).documents() })
        phrases = text.phrases.map { Phrase($0, in: segment) }
        var required: UInt32 = 0
        var wanted = [UInt32](repeating: 0, count: segment.facets.values.count)
        for (name, values) in query.filters where !values.isEmpty {
            // A facet that no document here has: nothing passes, and nothing counts.
            guard let facet = segment.facets.facet(name) else {
                required |= 1 << 31
                continue
            }
            required |= 1 << UInt32(facet)
            for value in values {
                if let number = segment.facets.number(name, value) { wanted[Int(number)] = 1 << UInt32(facet) }
            }
        }
        self.required = required
        self.wanted = wanted
        tallies = [UInt32](repeating: 0, count: segment.facets.values.count)
    }

    /// Whether nothing is asked of a document but that it is there.
    var isOpen: Bool {
        required == 0 && gone.isEmpty && spans.isEmpty && only == nil && unwanted.isEmpty && phrases.isEmpty
    }

    /// Whether a document passes everything but perhaps the filters of facets.
    private func passesBase(_ document: UInt32) -> Bool {
        if !gone.isEmpty, gone.contains(document) { return false }
        if let only, !only.contains(document) { return false }
        if !unwanted.isEmpty, unwanted.contains(document) { return false }
        for span in spans {
            guard let column = span.column, column.overlaps(Int(document), span.wanted) else { return false }
        }
        return phrases.allSatisfy { $0.stands(in: Int(document)) }
    }

    func passes(_ document: UInt32) -> Bool { passesBase(document) && missing(document) == 0 }

    /// The facets whose filters a document fails, as bits.
    private func missing(_ document: UInt32) -> UInt32 {
        guard required != 0 else { return 0 }
        var met: UInt32 = 0
        let first = Int(segment.facets.starts[Int(document)])
        let last = Int(segment.facets.starts[Int(document) + 1])
        for place in first..<last { met |= wanted[Int(segment.facets.row[place])] }
        return required & ~met
    }

    /// Counts the values of a document; says whether it passes every filter.
    mutating func count(_ document: UInt32) -> Bool {
        guard passesBase(document) else { return false }
        let missing = missing(document)
        guard missing.nonzeroBitCount <= 1 else { return false }
        let first = Int(segment.facets.starts[Int(document)])
        let last = Int(segment.facets.starts[Int(document) + 1])
        if missing == 0 {
            for place in first..<last { tallies[Int(segment.facets.row[place])] += 1 }
            return true
        }
        for place in first..<last {
            let value = Int(segment.facets.row[place])
            if 1 << UInt32(segment.facets.facetOf[value]) == missing { tallies[value] += 1 }
        }
        return false
    }

    /// Counts the values of many documents that all pass.
    mutating func countAll(_ documents: [UInt32]) {
        let facets = segment.facets
        tallies.withUnsafeMutableBufferPointer { tallies in
            facets.starts.withUnsafeBufferPointer { starts in
                facets.row.withUnsafeBufferPointer { row in
                    for document in documents {
                        for place in Int(starts[Int(document)])..<Int(starts[Int(document) + 1]) {
                            tallies[Int(row[place])] &+= 1
                        }
                    }
                }
            }
        }
    }

    func add(to counts: inout [String: [String: Int]]) {
        for (value, tally) in zip(segment.facets.values, tallies) where tally > 0 {
            counts[segment.facets.facets[value.facet], default: [:]][value.name, default: 0] += Int(tally)
        }
    }
}
