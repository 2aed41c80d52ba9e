import Catalogue
import Testing

@testable import Site

/// Which records stand under "similar".
@Suite struct SimilarityTests {
    private let catalogue = TestSite.shipped.site.environment.snapshots.current.catalogue

    /// The rule, as plainly as it can be said.
    private func plain(_ record: Record, for language: Language) -> [RecordID] {
        let reader = LanguageTag(language)
        let scored = catalogue.records.filter { $0.id != record.id && $0.status != .ended }.map { other in
            let themes = record.themes.count { other.themes.contains($0) }
            let rest =
                record.audiences.count { other.audiences.contains($0) }
                + record.formats.count { other.formats.contains($0) } + (record.kind == other.kind ? 2 : 0)
                + (other.languages.contains(reader) ? 2 : 0)
            return (id: other.id, score: themes == 0 ? 0 : 3 * themes + rest)
        }
        return scored.filter { $0.score >= 4 }.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.prefix(5).map(\.id)
    }

    @Test(arguments: [Language.nl, .de]) func theMostAlikeComeFirst(_ language: Language) {
        let similarity = Similarity(catalogue)
        for record in catalogue.records.enumerated() where record.offset % 5 == 0 {
            let found = similarity.nearest(to: record.element, in: catalogue, for: language).map(\.id)
            #expect(found == plain(record.element, for: language), "\(record.element.id)")
        }
    }

    @Test func aRowHoldsWhatItWasGiven() {
        let column = SetColumn([["a", "b"], [], ["b", "c", "c"]])
        let numbers = column.numbers(of: ["b", "c", "nowhere"])
        #expect(numbers.count == 2)
        #expect((0..<3).map { column.count(of: numbers, in: $0) } == [1, 0, 2])
    }
}
