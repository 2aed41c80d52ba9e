/// The documents that answer the words of a query, with their scores.
struct Matching {
    /// What a word in a language other than the reader's counts.
    private static let otherLanguage: Float = 0.6
    /// What the beginning of a word counts.
    private static let beginning: Float = 0.5
    private static let mostBeginnings = 64

    /// A term that stands for a word of the query in one language.
    struct Candidate {
        let term: String
        let language: String
        let postings: [Posting]
        /// Score of a posting with an infinite frequency.
        let ceiling: Float
    }

    struct Word {
        let text: String
        let candidates: [Candidate]
    }

    let words: [Word]
    private let index: Index

    init(_ query: Query, in index: Index) {
        self.index = index
        let texts = Self.meaningful(query.text, in: index)
        words = texts.enumerated().map { place, text in
            let isLast = place == texts.count - 1
            return Word(
                text: text,
                candidates: Self.candidates(
                    text, asPrefix: query.isPrefix && isLast && text.count >= 3, language: query.language, index: index)
            )
        }
    }

    /// The scores of all documents that hold enough of the words: all of one or two, most of a sentence.
    func scores() -> [(document: Int32, score: Float)] {
        guard !words.isEmpty else { return index.ids.indices.map { (Int32($0), index.weights[$0]) } }
        var scores = [Float](repeating: 0, count: index.count)
        var matched = [UInt8](repeating: 0, count: index.count)
        var best = [Float](repeating: 0, count: index.count)
        var touched: [Int32] = []
        for word in words {
            touched.removeAll(keepingCapacity: true)
            for candidate in word.candidates {
                for entry in candidate.postings {
                    let score = Self.score(entry, ceiling: candidate.ceiling)
                    let document = Int(entry.document)
                    if best[document] == 0 { touched.append(entry.document) }
                    if score > best[document] { best[document] = score }
                }
            }
            for document in touched.map(Int.init) {
                scores[document] += best[document]
                matched[document] += 1
                best[document] = 0
            }
        }
        let most = matched.max() ?? 0
        guard most > 0 else { return [] }
        let wanted = words.count <= 2 ? words.count : (words.count * 3 + 4) / 5
        let least = min(UInt8(clamping: wanted), most)
        let count = Float(words.count)
        return matched.indices.compactMap { document in
            guard matched[document] >= least else { return nil }
            let share = Float(matched[document]) / count
            return (Int32(document), scores[document] * share * share * index.weights[document])
        }
    }

    /// How the score of one document came about.
    func contributions(to document: Int32) -> [Contribution] {
        words.compactMap { word in
            var best: Contribution?
            for candidate in word.candidates {
                guard let entry = candidate.postings.first(where: { $0.document == document }) else { continue }
                let score = Double(Self.score(entry, ceiling: candidate.ceiling))
                if score > best?.score ?? 0 {
                    let fields = index.fields.indices.filter { entry.fields & (1 << UInt16($0)) != 0 }
                    best = Contribution(
                        word: word.text, term: candidate.term, language: candidate.language,
                        fields: fields.map { index.fields[$0].name }, score: score)
                }
            }
            return best
        }
    }

    private static func score(_ entry: Posting, ceiling: Float) -> Float {
        ceiling * entry.frequency / (Index.saturation + entry.frequency)
    }

    /// The words that say something; all of them where none does.
    private static func meaningful(_ text: String, in index: Index) -> [String] {
        let words = Array(text.words.prefix(24))
        let common = index.languages.map(CommonWords.of)
        let telling = words.filter { word in
            let bare = word.split(separator: "'").last.map(String.init)?.folded ?? ""
            return !common.contains { $0.contains(word.folded) || $0.contains(bare) }
        }
        return telling.isEmpty ? words : telling
    }

    private static func candidates(
        _ word: String, asPrefix: Bool, language: String, index: Index
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        for (name, lexicon) in index.lexicons {
            for term in Analyser(name).word(word).terms {
                if let postings = lexicon.postings(of: term) {
                    candidates.append(
                        candidate(term, name, postings, share: share(of: name, for: language), index: index))
                }
            }
        }
        // A whole word says what it says; only what is no word yet is taken for a beginning.
        guard candidates.isEmpty, asPrefix else { return candidates }
        let folded = word.folded
        for (name, lexicon) in index.lexicons {
            for term in lexicon.terms(withPrefix: folded, limit: mostBeginnings) {
                guard let postings = lexicon.postings(of: term) else { continue }
                let closeness = Float(folded.count) / Float(term.count)
                let share = share(of: name, for: language) * beginning * closeness
                candidates.append(candidate(term, name, postings, share: share, index: index))
            }
        }
        return candidates
    }

    private static func share(of language: String, for reader: String) -> Float {
        language == reader ? 1 : otherLanguage
    }

    private static func candidate(
        _ term: String, _ language: String, _ postings: [Posting], share: Float, index: Index
    ) -> Candidate {
        let holding = Float(postings.count)
        let rarity = logarithm(1 + (Float(index.count) - holding + 0.5) / (holding + 0.5))
        return Candidate(
            term: term, language: language, postings: postings, ceiling: share * rarity * (Index.saturation + 1))
    }
}
