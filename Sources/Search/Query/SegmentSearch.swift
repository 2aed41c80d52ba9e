/// One question to one segment.
struct SegmentSearch {
    /// A concept that was met, with its documents here.
    struct Meaning {
        let match: ConceptMatch
        let value: UInt16
        let score: Float
        /// Whether enough of its name was typed to stand for the words; else it only adds to scores.
        let isCovering: Bool
    }

    struct Outcome {
        var best: [TopList.Entry] = []
        var total = 0
        var counted = 0
    }

    /// Marks a document that comes first whatever its words.
    static let pin: UInt32 = 1 << 31

    let part: Index.Part
    private let query: Query
    let interpretation: Interpretation
    let sources: [[WordSource]]
    let meanings: [Meaning]
    let pinned: [UInt32: Float]
    private let counted: Bitmap?
    let preferences: Preferences
    /// The words in the order in which they are looked up: rare ones first.
    let order: [Int]
    private var filtering: Filtering
    private var sorted = Filtering.Sorted()
    private var scratch: Scratch?

    init(_ query: Query, _ interpretation: Interpretation, concepts: [ConceptMatch], part: Index.Part, index: Index) {
        self.part = part
        self.query = query
        self.interpretation = interpretation
        let segment = part.segment
        let sources = interpretation.words.map { word in
            word.candidates.compactMap { WordSource($0, in: segment, index: index) }
        }
        self.sources = sources
        let meanings = concepts.compactMap { match -> Meaning? in
            guard let value = segment.facets.number(match.facet, match.value) else { return nil }
            let rarity = WordSource.rarity(index.documentCount(facet: match.facet, value: match.value), of: index.count)
            let weight = Weights.concepts[match.facet] ?? Weights.otherConcept
            return Meaning(
                match: match, value: value, score: weight * match.affinity * match.affinity * rarity / 2,
                isCovering: match.affinity >= Weights.coveringAffinity)
        }
        // Those that find documents come before those that only add to what was found.
        self.meanings = meanings.filter(\.isCovering) + meanings.filter { !$0.isCovering }
        pinned = Dictionary(
            query.pinned.enumerated().compactMap { rank, id in
                segment.places[id].map { ($0, 1_000 - Float(rank)) }
            }, uniquingKeysWith: { first, _ in first })
        counted = query.counted.map { $0[segment] }
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
        let count = interpretation.words.count
        var room = part.segment.takeScratch()
        // Where no concept stands for a word, the others are first looked for only where the rarest is.
        let isStrict = count > 1 && query.strictness != .any && !meanings.contains(where: \.isCovering)
        score(into: &room, isStrict: isStrict)
        sorted = filtering.sort(room.touched)
        scratch = room
        guard isStrict, query.strictness == .most, holding()[count] < Weights.fewResults, var room = scratch.take()
        else { return }
        score(into: &room, isStrict: false)
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

    // MARK: Choosing

    /// The best of the documents that are results, by the asked order or by score.
    private func outcome(limit: Int, score: (UInt32) -> Float) -> Outcome {
        let documents = sorted.passing
        var outcome = Outcome(total: documents.count)
        if let counted { outcome.counted = documents.count { counted.contains($0) } }
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

    func wordShare(_ found: UInt32) -> Float {
        let count = interpretation.words.count
        return Float((found & ~Self.pin).nonzeroBitCount) / Float(max(1, count))
    }
}
