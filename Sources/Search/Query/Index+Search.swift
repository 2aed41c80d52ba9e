extension Index {
    /// Answers a question. Text that is malformed is searched as text; nothing is an error.
    package func search(_ query: Query) -> Results {
        let text = QueryText(query.text)
        let interpretation = Interpretation(query, text: text, in: self)
        let concepts = thesaurus.matches(interpretation.words, reader: query.language)
        let query = query.preferring(concepts)
        var results = Results()
        results.concepts = concepts
        results.suggestion = interpretation.corrected
        // A page number that runs over leads to an empty page, not to a fault.
        let wanted =
            min(max(0, query.offset), 1_000_000) + min(max(0, query.limit), query.isExplained ? 10_000 : 1_000_000)
        let isRanked = query.order == nil && !interpretation.words.isEmpty
        let limit = isRanked ? max(wanted, Weights.secondLook) : wanted
        var found: [Ranked] = []
        var searches = parts.map { SegmentSearch(query, interpretation, concepts: concepts, part: $0, index: self) }
        for number in searches.indices { searches[number].run() }
        let least = leastWords(query, interpretation.words.count, searches)
        for number in searches.indices {
            let outcome = searches[number].finish(leastWords: least, limit: limit, facets: &results.facets)
            results.total += outcome.total
            results.counted += outcome.counted
            let names = NameMatching(interpretation.words, in: parts[number].segment)
            for (rank, entry) in outcome.best.enumerated() {
                // Those that come first whatever their words keep their order.
                guard isRanked, rank < Weights.secondLook, searches[number].pinned[entry.document] == nil else {
                    found.append(Ranked(search: number, entry: entry))
                    continue
                }
                let name = names.factor(entry.document)
                let score = entry.score * name
                found.append(
                    Ranked(search: number, entry: .init(document: entry.document, score: score), name: name))
            }
        }
        sort(&found, by: query.order)
        results.hits = found.dropFirst(max(0, query.offset)).prefix(max(0, query.limit)).map { found in
            let (contributions, factors) =
                query.isExplained ? searches[found.search].explain(found.entry.document) : ([], [])
            return Hit(
                id: parts[found.search].segment.ids[Int(found.entry.document)], score: Double(found.entry.score),
                contributions: contributions, factors: factors + found.factors)
        }
        return results
    }

    /// How many of so many words a document must hold to be a result: all if enough do, else most of a sentence.
    private func leastWords(_ query: Query, _ count: Int, _ searches: [SegmentSearch]) -> Int {
        guard count > 1, query.strictness != .any else { return 1 }
        guard query.strictness != .all else { return count }
        let holding = searches.map { $0.holding() }
        let totals = holding[0].indices.map { words in holding.reduce(0) { $0 + $1[words] } }
        guard totals[count] < Weights.fewResults else { return count }
        let most = count == 2 ? 2 : Int((Float(count) * Weights.enoughWords).rounded(.up))
        var least = min(most, totals.lastIndex { $0 > 0 } ?? 0)
        // One word of several alone says too little where nothing is filled up.
        guard query.isWidened else { return max(least, 2) }
        // Few results are filled up with those that hold fewer words; they come last, because they score less.
        while least > 1, totals[least...].reduce(0, +) < Weights.fewResults { least -= 1 }
        return least
    }

    private func sort(_ found: inout [Ranked], by order: String?) {
        func key(_ one: Ranked) -> String {
            order.flatMap { parts[one.search].segment.orders[$0]?.keys[Int(one.entry.document)] } ?? ""
        }
        // One segment is in order already where nothing was looked at again.
        if order != nil {
            if parts.count > 1 {
                found.sort { (key($0), $0.search, $0.entry.document) < (key($1), $1.search, $1.entry.document) }
            }
        } else {
            found.sort {
                $0.entry.score != $1.entry.score
                    ? $0.entry.score > $1.entry.score
                    : ($0.search, $0.entry.document) < ($1.search, $1.entry.document)
            }
        }
    }

    /// How many documents have a value of a facet.
    func documentCount(facet: String, value: String) -> Int {
        parts.reduce(0) { sum, part in
            sum + (part.segment.facets.number(facet, value).map { part.segment.facets.places(of: $0).count } ?? 0)
        }
    }
}

/// A document that was found, by the number of the search that found it.
private struct Ranked {
    let search: Int
    let entry: TopList.Entry
    var name: Float = 1

    var factors: [Factor] { name == 1 ? [] : [Factor(cause: .name, value: Double(name))] }
}

extension Query {
    /// The same, with a preference for what the words name outright.
    fileprivate func preferring(_ concepts: [ConceptMatch]) -> Query {
        var query = self
        let named = concepts.filter { namedFacets.contains($0.facet) && $0.affinity >= Weights.namedAffinity }
        for (facet, matches) in Dictionary(grouping: named, by: \.facet).sorted(by: { $0.key < $1.key }) {
            query.preferences.append(
                Preference(
                    facet: facet, values: Set(matches.map(\.value)), hit: Weights.namedHit, miss: Weights.namedMiss))
        }
        return query
    }
}
