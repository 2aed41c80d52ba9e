extension Index {
    package func search(_ query: Query) -> Results {
        let matching = Matching(query, in: self)
        var results = Results()
        var passed: [(document: Int32, score: Float)] = []
        var counting = FacetCounting(query, in: self)
        for match in matching.scores() where counting.count(Int(match.document)) { passed.append(match) }
        results.total = passed.count
        results.facets = counting.counts()
        sort(&passed, by: query.order)
        results.hits = passed.dropFirst(max(0, query.offset)).prefix(max(0, query.limit)).map { match in
            Hit(
                id: ids[Int(match.document)], score: Double(match.score),
                contributions: matching.contributions(to: match.document))
        }
        if passed.isEmpty, !query.text.isEmpty { results.suggestion = Correction(query, in: self).text }
        return results
    }

    private func sort(_ matches: inout [(document: Int32, score: Float)], by order: String?) {
        if let order, let keys = orders[order] {
            matches.sort { (keys[Int($0.document)], $0.document) < (keys[Int($1.document)], $1.document) }
        } else {
            matches.sort { $0.score != $1.score ? $0.score > $1.score : $0.document < $1.document }
        }
    }
}

/// Filters documents and counts facet values in one pass.
///
/// A document that fails the filters of one facet only still counts for that facet, so that a reader sees
/// what another choice there would bring.
private struct FacetCounting {
    private let index: Index
    private let names: [String]
    private let chosen: [Set<Int32>?]
    private let only: Set<String>?
    private let spans: [(wanted: ClosedRange<Int>, given: [ClosedRange<Int>?])]
    private var tallies: [[Int]]

    init(_ query: Query, in index: Index) {
        self.index = index
        only = query.only
        let names = index.facets.keys.sorted()
        self.names = names
        chosen = names.map { name in
            guard let values = query.filters[name], !values.isEmpty else { return nil }
            return index.facets[name]?.numbers(of: values) ?? []
        }
        spans = query.spans.map { name, wanted in
            (wanted, index.spans[name] ?? Array(repeating: nil, count: index.count))
        }
        tallies = names.map { Array(repeating: 0, count: index.facets[$0]?.names.count ?? 0) }
    }

    /// Counts a document; says whether it passes every filter.
    mutating func count(_ document: Int) -> Bool {
        if let only, !only.contains(index.ids[document]) { return false }
        for span in spans {
            guard let given = span.given[document], given.overlaps(span.wanted) else { return false }
        }
        var failed: Int?
        for facet in names.indices {
            guard let wanted = chosen[facet], let column = index.facets[names[facet]] else { continue }
            if !column.values(of: document).contains(where: wanted.contains) {
                if failed != nil { return false }
                failed = facet
            }
        }
        for facet in names.indices where failed == nil || failed == facet {
            guard let column = index.facets[names[facet]] else { continue }
            for value in column.values(of: document) { tallies[facet][Int(value)] += 1 }
        }
        return failed == nil
    }

    func counts() -> [String: [String: Int]] {
        var counts: [String: [String: Int]] = [:]
        for (name, tally) in zip(names, tallies) {
            var values: [String: Int] = [:]
            for (value, count) in zip(index.facets[name]?.names ?? [], tally) where count > 0 { values[value] = count }
            counts[name] = values
        }
        return counts
    }
}
