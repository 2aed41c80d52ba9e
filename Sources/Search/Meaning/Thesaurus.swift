/// The names of concepts in all languages: what people's words mean, whatever the words.
package struct Thesaurus: Sendable {
    /// A concept, named as the value of a facet.
    package struct Concept: Sendable {
        package let facet: String
        package let value: String
        /// Names by language: the label first.
        package let names: [String: [String]]
        /// Further names that are for finding only, such as usual misspellings.
        package let hidden: [String: [String]]
        /// Whether typing may be completed to it.
        package let isSuggested: Bool

        package init(
            facet: String, value: String, names: [String: [String]], hidden: [String: [String]] = [:],
            isSuggested: Bool = false
        ) {
            self.facet = facet
            self.value = value
            self.names = names
            self.hidden = hidden
            self.isSuggested = isSuggested
        }
    }

    private struct Name: Sendable {
        let concept: Int
        let language: String
        let text: String
        /// Sum of the rarities of its words.
        var mass: Float
    }

    /// Labels and names of the concepts, to complete to.
    private var tables: [String: NameTable] = [:]

    private struct Entry: Sendable {
        let name: Int32
        let factor: Float
    }

    let concepts: [Concept]
    /// The words of all names as they are written, in small letters.
    private(set) var words: Set<String> = []
    private var names: [Name] = []
    /// Language → term → the names that hold it.
    private var entries: [String: [String: [Entry]]] = [:]
    private(set) var spelling: [String: Spelling] = [:]

    package static let empty = Thesaurus([], compounds: [:])

    /// `compounds` are the parts that are known, by language.
    init(_ concepts: [Concept], compounds: [String: Compounds]) {
        self.concepts = concepts
        for language in Set(concepts.lazy.flatMap(\.names.keys)).sorted() {
            read(language, compounds: compounds[language])
            tables[language] = Self.table(of: concepts, language)
        }
    }

    private static func table(of concepts: [Concept], _ language: String) -> NameTable {
        var table = NameTable()
        for (number, concept) in concepts.enumerated() where concept.isSuggested {
            for name in concept.names[language] ?? [] { table.add(name, kind: concept.facet, document: UInt32(number)) }
        }
        table.finish()
        return table
    }

    /// Names of concepts that hold all words, the last as a beginning; labels before other names.
    func complete(_ words: [String], language: String) -> [(completion: Completion, rank: Float)] {
        guard let table = tables[language] else { return [] }
        return table.holding(words).map { number, isStart in
            let name = table.names[Int(number)]
            let concept = concepts[Int(name.document)]
            let isLabel = concept.names[language]?.first == name.text
            let completion = Completion(text: name.text, kind: name.kind, id: concept.value)
            return (completion, (isLabel ? 3 : 2) * (isStart ? 2 : 1))
        }
    }

    private mutating func read(_ language: String, compounds: Compounds?) {
        let analyser = Analyser(language)
        var terms: [String: [Entry]] = [:]
        var spelling = Spelling()
        var primary: [(name: Int, terms: [String])] = []
        for (number, concept) in concepts.enumerated() {
            for text in (concept.names[language] ?? []) + (concept.hidden[language] ?? []) {
                let words = text.words
                self.words.formUnion(words)
                let telling = words.filter { !analyser.isCommon($0) }
                var heads: [String] = []
                for word in telling.isEmpty ? words : telling {
                    let analysed = analyser.word(word, compounds: compounds)
                    for term in analysed.terms {
                        terms[term.term, default: []].append(Entry(name: Int32(names.count), factor: term.factor))
                    }
                    if let head = analysed.terms.first?.term { heads.append(head) }
                    spelling.add(analysed.folded, count: 1)
                }
                primary.append((names.count, heads))
                names.append(Name(concept: number, language: language, text: text, mass: 0))
            }
        }
        spelling.finish()
        entries[language] = terms
        self.spelling[language] = spelling
        for (name, heads) in primary { names[name].mass = heads.reduce(0) { $0 + rarity($1, language) } }
    }

    /// Whether any candidate of a word stands in the name of a concept.
    func knows(_ word: QueryWord) -> Bool {
        word.candidates.contains { candidate in
            (candidate.parts.isEmpty ? [candidate.term] : candidate.parts).contains { knows($0, candidate.language) }
        }
    }

    func knows(_ term: String, _ language: String) -> Bool { entries[language]?[term] != nil }

    /// The concepts whose names the words make up, for the most part; best first.
    func matches(_ words: [QueryWord], reader: String) -> [ConceptMatch] {
        guard !concepts.isEmpty else { return [] }
        var found: [Int32: (mass: Float, words: UInt32)] = [:]
        for (place, word) in words.enumerated() {
            var best: [Int32: Float] = [:]
            for candidate in word.candidates {
                var together: [Int32: Float] = [:]
                for term in candidate.parts.isEmpty ? [candidate.term] : candidate.parts {
                    let nearness = candidate.closeness * (candidate.language == reader ? 1 : Weights.otherName)
                    let rarity = rarity(term, candidate.language) * nearness
                    for entry in entries[candidate.language]?[term] ?? [] {
                        together[entry.name, default: 0] += rarity * entry.factor
                    }
                }
                for (name, mass) in together { best[name] = max(best[name] ?? 0, mass) }
            }
            for (name, mass) in best {
                found[name, default: (0, 0)].mass += mass
                found[name, default: (0, 0)].words |= 1 << UInt32(place)
            }
        }
        var matches: [Int: ConceptMatch] = [:]
        for (name, match) in found {
            let entry = names[Int(name)]
            let affinity = min(1, match.mass / max(entry.mass, 0.001))
            guard affinity >= Weights.leastAffinity else { continue }
            let concept = concepts[entry.concept]
            let next = ConceptMatch(
                facet: concept.facet, value: concept.value, affinity: affinity, words: match.words, name: entry.text,
                language: entry.language)
            if let known = matches[entry.concept], !next.isBetter(than: known) { continue }
            matches[entry.concept] = next
        }
        // Among the concepts of one facet that stand for the same words only the best are meant.
        let ordered = matches.values.sorted { $0.isBetter(than: $1) }
        var meant: [ConceptMatch] = []
        for match in ordered {
            let rivals = meant.filter { $0.facet == match.facet && $0.words & match.words != 0 }
            let isBeaten = rivals.contains { rival in
                // "grands-parents" are no parents: the longer name takes the words of the shorter.
                let isInside = rival.words | match.words == rival.words && rival.words != match.words
                return match.affinity < rival.affinity * (isInside ? 1.1 : Weights.nearlyAsGood)
            }
            if !isBeaten { meant.append(match) }
        }
        return Array(meant.prefix(12))
    }

    private func rarity(_ term: String, _ language: String) -> Float {
        let holding = Float(entries[language]?[term]?.count ?? 0)
        return holding == 0 ? 0 : logarithm(1 + Float(concepts.count * 8) / holding)
    }
}

/// A concept that the words of a query met.
package struct ConceptMatch: Sendable {
    package let facet: String
    package let value: String
    /// The share of the concept's name that was typed, 0 to 1.
    package let affinity: Float
    /// Bit n is set for word n.
    let words: UInt32
    /// The name that was met.
    package let name: String
    package let language: String

    func isBetter(than other: ConceptMatch) -> Bool {
        let mine = affinity * Float(words.nonzeroBitCount)
        let others = other.affinity * Float(other.words.nonzeroBitCount)
        return mine != others ? mine > others : (facet, value, name) < (other.facet, other.value, other.name)
    }
}
