/// What makes some documents of a segment count more, whatever their words.
struct Preferences {
    private struct Preference {
        let wanted: [Bitmap]
        let any: Bitmap
        let hit: Float
        let miss: Float
    }

    private let preferences: [Preference]
    private let span: (column: SpanColumn, wanted: ClosedRange<Int>)?

    init(_ query: Query, segment: Segment) {
        preferences = query.preferences.compactMap { preference in
            guard let facet = segment.facets.facet(preference.facet) else { return nil }
            let values = preference.values.compactMap { segment.facets.number(preference.facet, $0) }
            return Preference(
                wanted: values.map { segment.documents(with: $0) }, any: segment.documents(withAnyOf: facet),
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
        for bitmap in preference.wanted where bitmap.contains(document) { return preference.hit }
        return preference.any.contains(document) ? preference.miss : 1
    }

    private func spanFactor(_ document: UInt32) -> Float {
        guard let span, span.column.isKnown(Int(document)) else { return 1 }
        return span.column.overlaps(Int(document), span.wanted) ? Weights.spanHit : Weights.spanMiss
    }
}
