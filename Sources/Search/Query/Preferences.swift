/// What makes some documents of a segment count more, whatever their words.
struct Preferences {
    private struct Preference {
        let facet: UInt8
        let values: Set<UInt16>
        let hit: Float
        let miss: Float
    }

    private let segment: Segment
    private let preferences: [Preference]
    private let span: (column: SpanColumn, wanted: ClosedRange<Int>)?

    init(_ query: Query, segment: Segment) {
        self.segment = segment
        preferences = query.preferences.compactMap { preference in
            guard let facet = segment.facets.facet(preference.facet) else { return nil }
            return Preference(
                facet: UInt8(facet),
                values: Set(preference.values.compactMap { segment.facets.number(preference.facet, $0) }),
                hit: preference.hit, miss: preference.miss)
        }
        span = query.preferredSpan.flatMap { wanted in
            segment.spans[wanted.name].map { ($0, wanted.span) }
        }
    }

    /// The most that they can multiply a score by.
    var most: Float {
        preferences.reduce(span == nil ? 1 : max(1, Weights.spanHit)) { $0 * max(1, $1.hit, $1.miss) }
    }

    func factor(_ document: UInt32) -> Float {
        var factor: Float = 1
        for preference in preferences { factor *= self.factor(document, preference) }
        return factor * spanFactor(document)
    }

    func explain(_ document: UInt32) -> [Factor] {
        preferences.map { Factor(cause: .preference, value: Double(factor(document, $0))) }
            + [Factor(cause: .span, value: Double(spanFactor(document)))]
    }

    private func factor(_ document: UInt32, _ preference: Preference) -> Float {
        var hasAny = false
        let first = Int(segment.facets.starts[Int(document)])
        let last = Int(segment.facets.starts[Int(document) + 1])
        for place in first..<last {
            let value = segment.facets.row[place]
            guard segment.facets.facetOf[Int(value)] == preference.facet else { continue }
            if preference.values.contains(value) { return preference.hit }
            hasAny = true
        }
        return hasAny ? preference.miss : 1
    }

    private func spanFactor(_ document: UInt32) -> Float {
        guard let span, span.column.isKnown(Int(document)) else { return 1 }
        return span.column.overlaps(Int(document), span.wanted) ? Weights.spanHit : Weights.spanMiss
    }
}
