import Catalogue

/// Which records are alike: what they are about counts most, then for whom, then what they are.
enum Similarity {
    static func nearest(to record: Record, in catalogue: Catalogue, for language: Language, limit: Int = 5) -> [Record]
    {
        let reader = LanguageTag(language)
        return catalogue.records.lazy
            .filter { $0.id != record.id && $0.status != .ended }
            .map { (other: $0, score: score(record, $0, reader: reader)) }
            .filter { $0.score >= 4 }
            .sorted { ($1.score, $0.other.id) < ($0.score, $1.other.id) }
            .prefix(limit).map(\.other)
    }

    private static func score(_ one: Record, _ other: Record, reader: LanguageTag) -> Int {
        let themes = one.themes.count { other.themes.contains($0) }
        guard themes > 0 else { return 0 }
        let audiences = one.audiences.count { other.audiences.contains($0) }
        let formats = one.formats.count { other.formats.contains($0) }
        return 3 * themes + audiences + formats + (one.kind == other.kind ? 2 : 0)
            + (other.languages.contains(reader) ? 2 : 0)
    }
}
