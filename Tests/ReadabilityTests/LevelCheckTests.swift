import Catalogue
import Foundation
import Readability
import Testing

@Suite("Levels of the shipped texts")
struct LevelCheckTests {
    private static let reading: CatalogueReading = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return CatalogueReader().read([root.appendingPathComponent("catalogue").path])
    }()

    @Test("Guides, channels, routes and themes are all there in easy words")
    func nothingIsMissing() {
        #expect(Self.reading.records.count > 600)
        for record in Self.reading.records { #expect(LevelCheck.missing(in: record) == [], "\(record.id)") }
        for theme in Self.reading.vocabularies.first(where: { $0.name == .themes })?.concepts ?? [] {
            #expect(LevelCheck.missing(in: theme) == [], "\(theme.id)")
        }
    }

    @Test("A missing easy text is found")
    func findsGaps() throws {
        var guide = try #require(Self.reading.records.first { $0.kind == .guide })
        guide.guide?.ends[0].next = LocalisedList([.nl: ["Bel."]])
        #expect(LevelCheck.missing(in: guide) == [Edition(.nl, isSimple: true)])
    }

    @Test("No end of a guide misses the level of its edition")
    func guidesAreEasyEnough() {
        for guide in Self.reading.records where guide.kind == .guide {
            let warnings = LevelCheck.warnings(for: guide)
            #expect(warnings.isEmpty, "\(guide.id): \(warnings.map { $0.problem + ": " + $0.remedy })")
        }
    }
}
