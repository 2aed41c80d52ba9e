import Foundation
import Testing

@testable import Catalogue

/// Files that were written say what the catalogue says.
@Suite struct CatalogueWriterTests {
    private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("catalogue").path

    @Test func theShippedCatalogueComesBackTheSame() throws {
        let before = CatalogueReader().read([Self.shipped])
        try written(before.catalogue) { folder in
            let after = CatalogueReader().read([folder])
            #expect(after.faults.map(\.description) == [])
            #expect(after.files == CatalogueWriter(before.catalogue).count)
            #expect(after.records.count == before.records.count)
            let written = Dictionary(uniqueKeysWithValues: after.records.map { ($0.id, $0) })
            for record in before.records { #expect(written[record.id] == record, "\(record.id)") }
            for name in VocabularyName.allCases {
                #expect(after.catalogue[name].concepts == before.catalogue[name].concepts, "\(name)")
            }
            #expect(Set(after.pages) == Set(before.pages))
        }
    }

    @Test func whatLooksLikeSomethingElseStaysText() throws {
        let texts = [
            "true", "no", "102", "1_000", "12:30", "2026-11-27", "null", "~", "- a: b #c", "'a' \"b\" \\n", "&a *b",
            "!c d",
            "one\ntwo\n\nthree", "{x: [y]}", "🚲 1\u{202F}000 %", "a: |", "@home", "`", "ends with:",
        ]
        let records = try texts.enumerated().map { try Self.record("record-\($0)", saying: $1) }
        try written(Catalogue(records: records, vocabularies: [], pages: [])) { folder in
            let again = CatalogueReader().read([folder])
            #expect(again.faults.map(\.description) == [])
            for record in records { #expect(again.catalogue[record.id] == record) }
        }
    }

    @Test func withdrawnRecordsAreWrittenToo() throws {
        var record = try Self.record("gone", saying: "Gone.")
        record.withdrawn = PartialDate("2026-11-27")
        try written(Catalogue(records: [record], vocabularies: [], pages: [])) { folder in
            #expect(CatalogueReader().read([folder]).catalogue.away[record.id] == record)
        }
    }

    private static func record(_ name: String, saying text: String) throws -> Record {
        let texts = LocalisedText(Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text) }))
        var record = Record(
            id: try #require(RecordID(name)), kind: .organisation, title: texts, summary: texts, status: .active)
        record.sources = [
            Source(address: try #require(WebAddress("https://example.be/a")), says: text, seen: PartialDate("2024-11"))
        ]
        return record
    }

    private func written(_ catalogue: Catalogue, _ body: (String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("written-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for file in CatalogueWriter(catalogue).files {
            let file = try file.get()
            let url = root.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.text.utf8).write(to: url)
        }
        try body(root.path)
    }
}
