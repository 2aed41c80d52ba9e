/// One question to one segment.
struct SegmentSearch {
    /// A concept that was met, with its documents here.
    private struct Meaning {
        let match: ConceptMatch
        let value: UInt16
        let score: Float
    }

    struct Outcome {
        var best: [TopList.Entry] = []
        var total = 0
        var counted = 0
    }

    /// Marks a document that comes first whatever its words.
    private static let pin: UInt32 = 1 << 31

    let part: Index.Part
    private let query: Query
    private let interpretation: Interpretation
    private let index: Index
    private let sources: [[WordSource]]
    private let meanings: [Meaning]
    private let pinned: [UInt32: Float]
    private let counted: Set<UInt32>
    private let preferences: Preferences
    /// The words in the order in which they are looked up: rare ones first.
    private let order: [Int]
    private var filtering: Filtering
    private var sorted = Filtering.Sorted()
    private var scratch: Scratch?

    init(_ query: Query, _ interpretation: Interpretation, concepts: [ConceptMatch], part: Index.Part, index: Index) {
        self.part = part
        self.query = query
        self.interpretation = interpretation
        self.index = index
        let segment = part.segment
        let sources = interpretation.words.map { word in
            word.candidates.compactMap { WordSource($0, in: segment, index: index) }
        }
        self.sources = sources
        meanings = concepts.compactMap { match in
            guard let value = segment.facets.number(match.facet, match.value) else { return nil }
            let rarity = WordSource.rarity(index.documentCount(facet: match.facet, value: match.value), of: index.count)
            let weight = Weights.concepts[match.facet] ?? Weights.otherConcept
            return Meaning(match: match, value: value, score: weight * match.affinity * match.affinity * rarity / 2)
        }
        pinned = Dictionary(
            query.pinned.enumerated().compactMap { rank, id in
                segment.places[id].map { ($0, 1_000 - Float(rank)) }
            }, uniquingKeysWith: { first, _ in first })
        counted = Set(query.counted.compactMap { segment.places[$0] })
        preferences = Preferences(query, segment: segment)
        let costs = sources.map { $0.reduce(0) { $0 + $1.count } }
        order = interpretation.words.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
        filtering = Filtering(query, text: interpretation.text, part: part)
    }

    /// Scores all documents that hold any word, and sorts them by what the filters say to them.
    mutating func run() {
        guard !interpretation.words.isEmpty else {
            sorted = filtering.sort(Array(0..<UInt32(part.segment.count)))
            return
        }
        var room = part.segment.takeScratch()
        score(into: &room, isStrict: interpretation.words.count == 2 && query.strictness != .any)
        if interpretation.words.count == 2, query.strictness == .most, !hasEnough(room) {
            score(into: &room, isStrict: false)
        }
        sorted = filtering.sort(room.touched)
        scratch = room
    }

    /// How many of the documents that pass hold how many of the words.
    func holding() -> [Int] {
        var holding = [Int](repeating: 0, count: 33)
        guard let scratch else { return holding }
        scratch.found.withUnsafeBufferPointer { found in
            for document in sorted.passing { holding[(found[Int(document)] & ~Self.pin).nonzeroBitCount] += 1 }
        }
        return holding
    }

    /// The best of the documents that hold at least so many words, how many there are, and the counts of their facets.
    mutating func finish(leastWords: Int, limit: Int, facets: inout [String: [String: Int]]) -> Outcome {
        guard let room = scratch.take() else {
            filtering.count(sorted)
            filtering.add(to: &facets)
            return outcome(limit: limit) { (document: UInt32) -> Float in part.segment.weights[Int(document)] }
        }
        if leastWords > 1 {
            room.found.withUnsafeBufferPointer { found in
                func isEnough(_ document: UInt32) -> Bool {
                    let words = found[Int(document)]
                    return words & Self.pin != 0 || words.nonzeroBitCount >= leastWords
                }
                sorted.passing.removeAll { !isEnough($0) }
                sorted.nearly.removeAll { !isEnough($0.document) }
            }
        }
        filtering.count(sorted)
        filtering.add(to: &facets)
        let outcome: Outcome = room.scores.withUnsafeBufferPointer { scores in
            room.found.withUnsafeBufferPointer { found in
                part.segment.weights.withUnsafeBufferPointer { weights in
                    self.outcome(limit: limit) { (document: UInt32) -> Float in
                        let share = wordShare(found[Int(document)])
                        return scores[Int(document)] * share * share * weights[Int(document)]
                    }
                }
            }
        }
        part.segment.giveBack(room)
        return outcome
    }

    /// Whether enough documents hold both of two words.
    private func hasEnough(_ scratch: Scratch) -> Bool {
        scratch.touched.count { scratch.found[Int($0)] & ~Self.pin == 3 } >= Weights.fewResults
    }

    // MARK: Scoring

    /// Strictly: from the second word on only in documents that hold the first.
    private func score(into scratch: inout Scratch, isStrict: Bool) {
        scratch.clean()
        for (turn, word) in order.enumerated() {
            let within = isStrict && turn > 0
            if within, scratch.touched.isEmpty { return }
            if sources[word].count == 1, case .postings(let lexicon, let range) = sources[word][0].documents, !within {
                add(part.segment.lexicons[lexicon], range, sources[word][0].ceiling, word: word, to: &scratch)
                continue
            }
            for source in sources[word] { add(source, within: within, to: &scratch) }
            fold(1 << UInt32(word), into: &scratch)
        }
        for meaning in meanings { add(meaning, to: &scratch) }
        for document in pinned.keys {
            touch(document, &scratch)
            scratch.found[Int(document)] |= Self.pin
        }
    }

    private func touch(_ document: UInt32, _ scratch: inout Scratch) {
        if scratch.found[Int(document)] == 0 { scratch.touched.append(document) }
    }

    private func add(_ source: WordSource, within: Bool, to scratch: inout Scratch) {
        if within, scratch.touched.count * 16 < source.count {
            for document in scratch.touched {
                let score = source.score(of: document, in: part.segment)
                guard score > 0 else { continue }
                if scratch.best[Int(document)] == 0 { scratch.fresh.append(document) }
                scratch.best[Int(document)] = max(scratch.best[Int(document)], score)
            }
            return
        }
        switch source.documents {
        case .postings(let lexicon, let range):
            let lexicon = part.segment.lexicons[lexicon]
            Self.add(
                lexicon.documents[range], lexicon.impacts[range], ceiling: source.ceiling, within: within, to: &scratch)
        case .together(let documents, let impacts):
            Self.add(documents[...], impacts[...], ceiling: source.ceiling, within: within, to: &scratch)
        }
    }

    /// A word that only one list stands for needs no best of several.
    private func add(_ lexicon: Lexicon, _ range: Range<Int>, _ ceiling: Float, word: Int, to scratch: inout Scratch) {
        let unit = ceiling / 65_535
        let bit: UInt32 = 1 << UInt32(word)
        let isFirst = scratch.touched.isEmpty
        if isFirst { scratch.touched += lexicon.documents[range] }
        lexicon.documents.withUnsafeBufferPointer { documents in
            lexicon.impacts.withUnsafeBufferPointer { impacts in
                scratch.scores.withUnsafeMutableBufferPointer { scores in
                    scratch.found.withUnsafeMutableBufferPointer { found in
                        for place in range {
                            let document = Int(documents[place])
                            if !isFirst, found[document] == 0 { scratch.touched.append(documents[place]) }
                            scores[document] += unit * Float(impacts[place])
                            found[document] |= bit
                        }
                    }
                }
            }
        }
    }

    private static func add(
        _ documents: ArraySlice<UInt32>, _ impacts: ArraySlice<UInt16>, ceiling: Float, within: Bool,
        to scratch: inout Scratch
    ) {
        let unit = ceiling / 65_535
        documents.withUnsafeBufferPointer { documents in
            impacts.withUnsafeBufferPointer { impacts in
                scratch.best.withUnsafeMutableBufferPointer { best in
                    scratch.found.withUnsafeBufferPointer { found in
                        for place in documents.indices {
                            let document = Int(documents[place])
                            if within, found[document] == 0 { continue }
                            let score = unit * Float(impacts[place])
                            if best[document] == 0 { scratch.fresh.append(documents[place]) }
                            if score > best[document] { best[document] = score }
                        }
                    }
                }
            }
        }
    }

    /// Adds the best that words found in each document to its score.
    private func fold(_ words: UInt32, into scratch: inout Scratch) {
        for document in scratch.fresh {
            let place = Int(document)
            if scratch.found[place] == 0 { scratch.touched.append(document) }
            scratch.scores[place] += scratch.best[place]
            scratch.found[place] |= words
            scratch.best[place] = 0
        }
        scratch.fresh.removeAll(keepingCapacity: true)
    }

    /// A document about a concept holds all words that mean it.
    private func add(_ meaning: Meaning, to scratch: inout Scratch) {
        // A name of which only a little was typed adds to the score, but does not stand for the words.
        let covered = meaning.match.affinity >= Weights.coveringAffinity ? meaning.match.words : 0
        let facets = part.segment.facets
        for place in facets.places(of: meaning.value) {
            let document = facets.holding[place]
            if covered == 0, scratch.found[Int(document)] == 0 { continue }
            touch(document, &scratch)
            scratch.scores[Int(document)] += meaning.score * Float(facets.holdingShares[place]) / 255
            scratch.found[Int(document)] |= covered
        }
    }

    // MARK: Choosing

    /// The best of the documents that are results, by the asked order or by score.
    private func outcome(limit: Int, score: (UInt32) -> Float) -> Outcome {
        let documents = sorted.passing
        var outcome = Outcome(total: documents.count)
        if !counted.isEmpty { outcome.counted = documents.count { counted.contains($0) } }
        var list = TopList(limit: limit)
        if let ranks = query.order.flatMap({ part.segment.orders[$0]?.ranks }) {
            for document in documents { list.add(document, -Float(ranks[Int(document)])) }
        } else {
            let most = preferences.most
            for document in documents {
                if !pinned.isEmpty, let first = pinned[document] {
                    list.add(document, first)
                    continue
                }
                let score = score(document)
                // Preferences are looked up only for those that they could bring to the top.
                guard score * most >= list.threshold else { continue }
                list.add(document, score * preferences.factor(document))
            }
        }
        outcome.best = list.sorted()
        return outcome
    }

    private func wordShare(_ found: UInt32) -> Float {
        let count = interpretation.words.count
        return Float((found & ~Self.pin).nonzeroBitCount) / Float(max(1, count))
    }

    // MARK: Saying why

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
            if meaning.match.affinity >= Weights.coveringAffinity { found |= meaning.match.words }
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
