/// Documents of a segment in which a word of a query, or a concept that it means, is found.
struct WordSource {
    enum Documents {
        /// Places in the lists of a lexicon.
        case postings(lexicon: Int, Range<Int>)
        /// The documents that hold all parts of a word taken apart, with the least of their impacts.
        case together([UInt32], [UInt16])
    }

    let candidate: Candidate
    let documents: Documents
    /// The score of a document with the highest impact.
    let ceiling: Float
    let count: Int

    /// Nil if the segment does not hold it.
    init?(_ candidate: Candidate, in segment: Segment, index: Index) {
        guard let number = segment.lexicon(candidate.language) else { return nil }
        let lexicon = segment.lexicons[number]
        self.candidate = candidate
        if candidate.parts.isEmpty {
            guard let term = lexicon.terms.find(candidate.term) else { return nil }
            let holders = lexicon.holders(of: term)
            documents = .postings(lexicon: number, holders)
            count = holders.count
            ceiling =
                candidate.share * Self.rarity(index.documentCount(candidate.term, candidate.language), of: index.count)
        } else {
            let terms = candidate.parts.compactMap { lexicon.terms.find($0) }
            guard terms.count == candidate.parts.count else { return nil }
            let (found, impacts) = Self.together(terms.map { lexicon.holders(of: $0) }, in: lexicon)
            guard !found.isEmpty else { return nil }
            documents = .together(found, impacts)
            count = found.count
            ceiling = candidate.share * Self.rarity(count, of: index.count)
        }
    }

    /// The weight of rarity: BM25's inverse document frequency, times k1 + 1.
    static func rarity(_ holding: Int, of count: Int) -> Float {
        let holding = Float(min(holding, count))
        return logarithm(1 + (Float(count) - holding + 0.5) / (holding + 0.5)) * (Weights.saturation + 1)
    }

    /// The score that it gives a document; 0 if it is not found there.
    func score(of document: UInt32, in segment: Segment) -> Float {
        switch documents {
        case .postings(let number, let range):
            let lexicon = segment.lexicons[number]
            let place = lexicon.documents[range].firstPlace(notBelow: document)
            guard place < range.upperBound, lexicon.documents[place] == document else { return 0 }
            return ceiling * Float(lexicon.impacts[place]) / 65_535
        case .together(let found, let impacts):
            let place = found[...].firstPlace(notBelow: document)
            guard place < found.count, found[place] == document else { return 0 }
            return ceiling * Float(impacts[place]) / 65_535
        }
    }

    private static func together(_ ranges: [Range<Int>], in lexicon: Lexicon) -> ([UInt32], [UInt16]) {
        let ordered = ranges.sorted { $0.count < $1.count }
        guard let first = ordered.first else { return ([], []) }
        var documents: [UInt32] = []
        var impacts: [UInt16] = []
        for place in first {
            let document = lexicon.documents[place]
            var impact = lexicon.impacts[place]
            let isEverywhere = ordered.dropFirst().allSatisfy { range in
                let other = lexicon.documents[range].firstPlace(notBelow: document)
                guard other < range.upperBound, lexicon.documents[other] == document else { return false }
                impact = min(impact, lexicon.impacts[other])
                return true
            }
            if isEverywhere {
                documents.append(document)
                impacts.append(impact)
            }
        }
        return (documents, impacts)
    }
}

extension ArraySlice<UInt32> {
    /// The first place from which on all numbers are at least `number`; the numbers must ascend.
    func firstPlace(notBelow number: UInt32) -> Int {
        withUnsafeBufferPointer { numbers in
            var low = 0
            var high = numbers.count
            while low < high {
                let middle = (low + high) / 2
                if numbers[middle] < number { low = middle + 1 } else { high = middle }
            }
            return startIndex + low
        }
    }
}
