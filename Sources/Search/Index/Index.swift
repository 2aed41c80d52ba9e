/// An index over documents with texts in several languages: a value that never changes.
///
/// It is made of segments. Replacing a document makes a small new segment and marks the old document as gone, so that
/// it costs what the document costs; small segments are joined as they gather. Whoever still holds the index of before
/// goes on with it undisturbed.
///
/// Words are ranked by BM25F (Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009,
/// section 3.6): frequencies are weighted by field and normalised by its length before they saturate.
package struct Index: Sendable {
    /// A segment with the documents of it that were replaced since.
    struct Part: Sendable {
        let segment: Segment
        var gone: Set<UInt32> = []
        /// The documents themselves, as long as the segment is small enough to be joined.
        var documents: [Document]?

        var count: Int { segment.count - gone.count }
    }

    /// Segments of more documents are never joined while somebody waits.
    private static let largestJoined = 2_048

    private(set) var parts: [Part] = []
    /// Words that compounds may be made of, by language.
    private(set) var compounds: [String: Compounds]
    package let thesaurus: Thesaurus
    package let languages: [String]

    /// `concepts` are what words may mean: values of the documents' facets.
    package init(_ documents: some Sequence<Document>, concepts: [Thesaurus.Concept] = []) {
        var compounds: [String: Compounds] = [:]
        for concept in concepts { Self.learn(concept, &compounds) }
        let segment = Segment(SegmentBuilder(documents, compounds: &compounds))
        self.init([Part(segment: segment)], compounds: compounds, concepts: concepts)
    }

    init(_ parts: [Part], compounds: [String: Compounds], concepts: [Thesaurus.Concept]) {
        self.parts = parts
        self.compounds = compounds
        thesaurus = Thesaurus(concepts, compounds: compounds)
        let used = Set(parts.flatMap { $0.segment.lexicons.map(\.language) }).union(concepts.lazy.flatMap(\.names.keys))
        languages = used.sorted()
    }

    package var count: Int { parts.reduce(0) { $0 + $1.count } }

    /// The index with these documents in the place of those with the same ids, and without the removed ones.
    ///
    /// Takes time for these documents and the small segments that they are joined with, not for the whole index.
    package func replacing(_ documents: [Document], removing removed: Set<String> = []) -> Index {
        var next = self
        let outdated = removed.union(documents.map(\.id))
        for part in next.parts.indices {
            for id in outdated {
                if let place = next.parts[part].segment.places[id] { next.parts[part].gone.insert(place) }
            }
        }
        next.parts.removeAll { $0.count == 0 }
        guard !documents.isEmpty else { return next }
        var gathered = documents
        while let last = next.parts.last, let kept = last.documents, last.count <= gathered.count,
            gathered.count + last.count <= Self.largestJoined
        {
            gathered = kept.filter { !outdated.contains($0.id) && !isGone($0.id, in: last) } + gathered
            next.parts.removeLast()
        }
        let segment = Segment(SegmentBuilder(gathered, compounds: &next.compounds))
        next.parts.append(Part(segment: segment, documents: gathered.count <= Self.largestJoined ? gathered : nil))
        return next
    }

    private func isGone(_ id: String, in part: Part) -> Bool {
        part.segment.places[id].map { part.gone.contains($0) } ?? true
    }

    private static func learn(_ concept: Thesaurus.Concept, _ compounds: inout [String: Compounds]) {
        for (language, names) in concept.names {
            guard var known = compounds[language] ?? Compounds(language: language) else { continue }
            compounds[language] = nil
            let analyser = Analyser(language)
            for word in names.flatMap(\.words) {
                let analysed = analyser.word(word)
                known.learn(analysed.folded)
                if let stem = analysed.terms.first?.term { known.learn(stem) }
            }
            compounds[language] = known
        }
    }

    // MARK: What is known

    /// How many documents hold a term.
    func documentCount(_ term: String, _ language: String) -> Int {
        parts.reduce(0) { sum, part in
            guard let number = part.segment.lexicon(language),
                let found = part.segment.lexicons[number].terms.find(term)
            else { return sum }
            return sum + part.segment.lexicons[number].holders(of: found).count
        }
    }

    /// Whether a document or the name of a concept holds a term.
    func isKnown(_ term: String, _ language: String) -> Bool {
        if thesaurus.knows(term, language) { return true }
        return parts.contains { part in
            part.segment.lexicon(language).map { part.segment.lexicons[$0].terms.find(term) != nil } ?? false
        }
    }

    /// Whether some text or name has just this word, or words that make it up when they are joined.
    func isWritten(_ word: String) -> Bool {
        thesaurus.words.contains(word)
            || parts.contains { part in part.segment.lexicons.contains { $0.words.find(word) != nil } }
    }

    /// Whether some text or name holds the word, in any form and language.
    package func isKnown(word: String) -> Bool {
        languages.contains { language in
            Analyser(language).word(word).terms.contains { isKnown($0.term, language) }
        }
    }

    /// Known terms that begin with `prefix`.
    func terms(withPrefix prefix: String, _ language: String, limit: Int) -> [String] {
        var found: [String] = []
        for part in parts {
            guard let number = part.segment.lexicon(language) else { continue }
            let lexicon = part.segment.lexicons[number]
            for term in lexicon.terms(withPrefix: prefix, limit: limit).map({ lexicon.terms.text($0) })
            where !found.contains(term) && found.count < limit {
                found.append(term)
            }
        }
        return found
    }

    /// Known words one change away from `word`, or, if `far`, two; most frequent first.
    func corrections(of word: String, _ language: String, far: Bool, limit: Int) -> [Spelling.Match] {
        let spellings =
            [thesaurus.spelling[language]].compactMap { $0 }
            + parts.compactMap { part in part.segment.lexicon(language).map { part.segment.lexicons[$0].spelling } }
        var found: [Spelling.Match] = []
        for spelling in spellings {
            for match in far ? spelling.far(word, limit: limit) : spelling.near(word, limit: limit) {
                if let known = found.firstIndex(where: { $0.word == match.word }) {
                    if found[known].count < match.count { found[known] = match }
                } else {
                    found.append(match)
                }
            }
        }
        found.sort { ($1.count, $0.word) < ($0.count, $1.word) }
        return Array(found.prefix(limit))
    }
}
