/// A word of a query and all that may stand for it.
struct QueryWord {
    let text: String
    var candidates: [Candidate] = []
}

/// A term of one language that may stand for a word of the query.
struct Candidate {
    let language: String
    let term: String
    /// Terms that must all be there, for a word taken apart; `term` is empty then.
    var parts: [String] = []
    /// What it counts: below 1 for another language, an error, a beginning.
    var share: Float
    /// How near it is to what was typed, whatever the language: 1 for the same word.
    var closeness: Float = 1
    var cause = Contribution.Cause.word
}

/// What the words of a query may mean in an index.
struct Interpretation {
    static let mostWords = 24
    private static let mostBeginnings = 24
    private static let mostCorrections = 4

    private(set) var words: [QueryWord] = []
    /// The query with its mistyped words replaced; nil if there were none.
    private(set) var corrected: String?
    let text: QueryText

    private let index: Index
    private let reader: String
    private let analysers: [Analyser]
    private let dominant: String

    init(_ query: Query, text: QueryText, in index: Index) {
        self.index = index
        self.text = text
        reader = query.language
        analysers = index.languages.map { Analyser($0) }
        let typed = Self.typed(text.wanted, in: index)
        dominant = Self.dominant(typed, reader: reader, analysers: analysers, index: index)
        let places = query.strictness == .most ? telling(typed) : Array(typed.indices)
        for place in places { words.append(QueryWord(text: typed[place], candidates: exact(typed[place]))) }
        join(typed, places)
        var replacements: [String: String] = [:]
        for place in words.indices where words[place].candidates.isEmpty {
            let isLast = place == words.count - 1
            words[place].candidates = approximate(words[place].text, query, isLast: isLast)
            if case .error(let better)? = words[place].candidates.first?.cause {
                replacements[words[place].text] = better
            }
        }
        for place in words.indices { words[place].candidates += parts(words[place]) }
        if words.count >= Weights.sentence {
            for place in words.indices where !index.thesaurus.knows(words[place]) {
                for candidate in words[place].candidates.indices {
                    words[place].candidates[candidate].share *= Weights.ordinaryWord
                }
            }
        }
        if !replacements.isEmpty {
            corrected = typed.map { replacements[$0] ?? $0 }.joined(separator: " ")
        }
    }

    // MARK: Words as typed

    /// Words, with the groups of a known number joined and web names without what surrounds them.
    private static func typed(_ text: String, in index: Index) -> [String] {
        var words: [String] = []
        var digits: [String] = []
        func finishDigits() {
            words += number(digits, in: index).map { [$0] } ?? digits
            digits = []
        }
        Tokeniser.forEachWord(in: String(text.prefix(1_000))) { bytes, joint in
            guard words.count + digits.count < mostWords else { return }
            let word = String(decoding: bytes, as: UTF8.self)
            if bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
                digits.append(word)
                return
            }
            finishDigits()
            if joint == .point, endings.contains(word), !words.isEmpty { return }
            if ["www", "http", "https"].contains(word) { return }
            words.append(word)
        }
        finishDigits()
        return words
    }

    /// Groups of digits as the one number that the index knows, such as a telephone number, with or without +32.
    private static func number(_ groups: [String], in index: Index) -> String? {
        let joined = groups.joined()
        let national = ["0032", "32"].first { joined.hasPrefix($0) }.map { "0" + joined.dropFirst($0.count) }
        return [joined, national].compactMap { $0 }.first { number in
            groups.count + (number == joined ? 0 : 1) > 1 && index.languages.contains { index.isKnown(number, $0) }
        }
    }

    private static let endings: Set<String> = [
        "be", "com", "org", "eu", "net", "vlaanderen", "brussels", "nl", "fr", "de",
    ]

    /// The language that most of the words are of; the reader's if that is as good.
    private static func dominant(_ words: [String], reader: String, analysers: [Analyser], index: Index) -> String {
        var best = (language: reader, points: -1)
        for analyser in analysers {
            var points = analyser.language == reader ? 1 : 0
            for word in words {
                if analyser.isCommon(word) {
                    points += 2
                } else if let term = analyser.word(word).terms.first?.term, index.isKnown(term, analyser.language) {
                    points += 2
                }
            }
            if points > best.points { best = (analyser.language, points) }
        }
        return best.language
    }

    /// The places of the words that say something; all of them where none does.
    private func telling(_ words: [String]) -> [Int] {
        let readers = analysers.filter { $0.language == dominant || $0.language == reader }
        let telling = words.indices.filter { place in !readers.contains { $0.isCommon(words[place]) } }
        return telling.isEmpty ? Array(words.indices) : telling
    }

    // MARK: Candidates

    private func share(_ language: String) -> Float {
        language == reader ? 1 : language == dominant ? Weights.queryLanguage : Weights.otherLanguage
    }

    private func exact(_ word: String) -> [Candidate] {
        var found: [Candidate] = []
        for analyser in analysers {
            for term in analyser.typed(word, compounds: index.compounds[analyser.language])
            where index.isKnown(term, analyser.language) {
                guard !found.contains(where: { $0.language == analyser.language && $0.term == term }) else { continue }
                found.append(Candidate(language: analyser.language, term: term, share: share(analyser.language)))
            }
        }
        return found
    }

    /// Neighbours that somebody writes as one word (`safe on web`) stand for it, all of them.
    private mutating func join(_ typed: [String], _ places: [Int]) {
        for length in 2...4 where length <= typed.count {
            for start in 0...typed.count - length {
                let joined = typed[start..<start + length].joined()
                guard index.isWritten(joined) else { continue }
                let candidates = exact(joined)
                for (word, place) in places.enumerated() where (start..<start + length).contains(place) {
                    words[word].candidates += candidates
                }
            }
        }
    }

    /// A word that is known as two or more, in languages that write it so.
    private func parts(_ word: QueryWord) -> [Candidate] {
        guard word.text.utf8.count >= 7 else { return [] }
        let isExact = word.candidates.contains { $0.cause == .word }
        return analysers.compactMap { analyser in
            let folded = analyser.word(word.text).folded
            let parts = index.compounds[analyser.language]?.split(folded) ?? (isExact ? nil : halves(folded, analyser))
            guard let terms = parts?.compactMap({ analyser.word($0).terms.first?.term }) else { return nil }
            guard terms.allSatisfy({ index.documentCount($0, analyser.language) > 0 }) else { return nil }
            return Candidate(
                language: analyser.language, term: "", parts: terms, share: share(analyser.language) * Weights.parts,
                closeness: Weights.parts, cause: .parts)
        }
    }

    private func halves(_ word: String, _ analyser: Analyser) -> [String]? {
        let letters = Array(word)
        guard letters.count <= 30, letters.count >= 7 else { return nil }
        for cut in 3...(letters.count - 3) {
            let halves = [String(letters[..<cut]), String(letters[cut...])]
            let isKnown = halves.allSatisfy { half in
                !analyser.isCommon(half)
                    && analyser.word(half).terms.first.map { index.documentCount($0.term, analyser.language) > 0 }
                        ?? false
            }
            if isKnown { return halves }
        }
        return nil
    }

    /// For a word that nobody wrote: longer words that begin so, else the nearest words.
    private func approximate(_ word: String, _ query: Query, isLast: Bool) -> [Candidate] {
        let folded = word.folded
        if query.isPrefix, isLast, folded.utf8.count >= 3 {
            let beginnings = beginnings(folded)
            if !beginnings.isEmpty { return beginnings }
        }
        return query.isWidened ? corrections(folded) : []
    }

    private func beginnings(_ word: String) -> [Candidate] {
        analysers.flatMap { analyser in
            index.terms(withPrefix: word, analyser.language, limit: Self.mostBeginnings).map { term in
                let closeness = Weights.beginning * Float(word.utf8.count) / Float(max(term.utf8.count, 1))
                return Candidate(
                    language: analyser.language, term: term, share: share(analyser.language) * closeness,
                    closeness: closeness, cause: .beginning)
            }
        }
    }

    private func corrections(_ word: String) -> [Candidate] {
        let near = corrections(word, far: false)
        return near.isEmpty ? corrections(word, far: true) : near
    }

    private func corrections(_ word: String, far: Bool) -> [Candidate] {
        var matches: [(analyser: Analyser, match: Spelling.Match, rank: Float)] = []
        for analyser in analysers {
            let share = share(analyser.language)
            for match in index.corrections(of: word, analyser.language, far: far, limit: Self.mostCorrections) {
                matches.append((analyser, match, share * logarithm(2 + Float(match.count))))
            }
        }
        matches.sort { ($1.rank, $0.match.word) < ($0.rank, $1.match.word) }
        return matches.prefix(Self.mostCorrections).flatMap { analyser, match, _ in
            let terms = analyser.word(match.word).terms.map(\.term)
            return terms.filter { index.isKnown($0, analyser.language) }.map { term in
                Candidate(
                    language: analyser.language, term: term,
                    share: share(analyser.language) * (far ? Weights.error * Weights.error : Weights.error),
                    closeness: Weights.errorCloseness, cause: .error(match.word))
            }
        }
    }
}
