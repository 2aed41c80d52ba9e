/// Which documents of a segment pass the filters of a query, and the counts of their facet values.
///
/// A document that fails the filters of one facet only still counts for that facet, so that a reader sees
/// what another choice there would bring.
struct Filtering {
    private let segment: Segment
    private let gone: Set<UInt32>
    private let spans: [(column: SpanColumn?, wanted: ClosedRange<Int>)]
    /// The documents that may be found at all; nil for all.
    private let only: Bitmap?
    private let unwanted: Set<UInt32>
    private let phrases: [Phrase]
    /// The facets that must have a wanted value: the bit of each, and the documents that have one.
    private let required: [(bit: UInt32, documents: Bitmap)]
    private(set) var tallies: [UInt32]

    init(_ query: Query, text: QueryText, part: Index.Part) {
        let segment = part.segment
        self.segment = segment
        gone = part.gone
        spans = query.spans.map { (segment.spans[$0.key], $0.value) }
        only = query.only.map { $0[segment] }
        unwanted = Set(text.unwanted.flatMap { Phrase($0, in: segment).documents() })
        phrases = text.phrases.map { Phrase($0, in: segment) }
        required = query.filters.filter { !$0.value.isEmpty }.map { name, values in
            // Without such a facet here the bitmap is empty: nothing passes, and nothing counts.
            var documents = Bitmap(count: segment.count)
            for value in values.compactMap({ segment.facets.number(name, $0) }) {
                documents.formUnion(segment.documents(with: value))
            }
            return (segment.facets.facet(name).map { 1 << UInt32($0) } ?? 1 << 31, documents)
        }
        tallies = [UInt32](repeating: 0, count: segment.facets.values.count)
    }

    /// Documents sorted by what the filters say to them.
    struct Sorted {
        /// Those that pass.
        var passing: [UInt32] = []
        /// Those that fail the filters of one facet only, and that facet as a bit.
        var nearly: [(document: UInt32, facet: UInt32)] = []
    }

    /// Whether nothing is asked of a document but that it is there.
    private var isOpen: Bool { required.isEmpty && isBaseOpen }

    private var isBaseOpen: Bool {
        gone.isEmpty && spans.isEmpty && only == nil && unwanted.isEmpty && phrases.isEmpty
    }

    func sort(_ documents: [UInt32]) -> Sorted {
        if isOpen { return Sorted(passing: documents) }
        let isBaseOpen = isBaseOpen
        var sorted = Sorted()
        for document in documents {
            var missing: UInt32 = 0
            for facet in required where !facet.documents.contains(document) { missing |= facet.bit }
            guard missing & (missing &- 1) == 0, isBaseOpen || passesBase(document) else { continue }
            if missing == 0 { sorted.passing.append(document) } else { sorted.nearly.append((document, missing)) }
        }
        return sorted
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

    /// Counts the facet values of documents.
    mutating func count(_ documents: Sorted) {
        let facets = segment.facets
        // Neighbours often have the same values, and adding to the same number twice has to wait for the first: so every
        // second document is counted apart.
        var others = [UInt32](repeating: 0, count: tallies.count)
        tallies.withUnsafeMutableBufferPointer { tallies in
            facets.starts.withUnsafeBufferPointer { starts in
                facets.row.withUnsafeBufferPointer { row in
                    others.withUnsafeMutableBufferPointer { others in
                        documents.passing.withUnsafeBufferPointer { passing in
                            var number = 0
                            while number + 1 < passing.count {
                                let (one, two) = (Int(passing[number]), Int(passing[number + 1]))
                                for place in Int(starts[one])..<Int(starts[one + 1]) { tallies[Int(row[place])] &+= 1 }
                                for place in Int(starts[two])..<Int(starts[two + 1]) { others[Int(row[place])] &+= 1 }
                                number += 2
                            }
                            if number < passing.count {
                                let last = Int(passing[number])
                                for place in Int(starts[last])..<Int(starts[last + 1]) {
                                    tallies[Int(row[place])] &+= 1
                                }
                            }
                        }
                        for value in others.indices { tallies[value] += others[value] }
                    }
                    for (document, facet) in documents.nearly {
                        for place in Int(starts[Int(document)])..<Int(starts[Int(document) + 1]) {
                            let value = Int(row[place])
                            if 1 << UInt32(facets.facetOf[value]) == facet { tallies[value] &+= 1 }
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
