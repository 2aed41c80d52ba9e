import Catalogue
import Exchange
import Foundation
import Testing

@Suite struct KeptJSONTests {
    /// Everything that ships: guides, routes, labs, recommendations, campaigns.
    private static let records: [Record] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("catalogue").path
        return (try? CatalogueReader().read([folder]).catalogue.records) ?? []
    }()

    /// The same as JSONSerialization understands it, whatever the order of the fields.
    private func understood(_ data: Data) throws -> NSDictionary {
        try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
    }

    @Test func writesWhatCodableWrites() throws {
        try #require(Self.records.count > 500)
        for record in Self.records {
            let own = try understood(Data(record.keptJSON.bytes))
            #expect(own == (try understood(JSONEncoder().encode(record))), "\(record.id)")
        }
    }

    @Test func marksAreEscapedWhereverTheyStand() throws {
        for mark in ["\"", "\\", "<", "&", "\n", "\u{1F}", "\u{7F}", "é"] {
            for place in 0..<20 {
                let text = String(repeating: "a", count: place) + mark + "à la fin"
                let bytes = JSON.text(text).bytes
                #expect(try JSON(reading: Data(bytes)) == .text(text))
                #expect(!bytes.contains { $0 < 0x20 || [0x26, 0x3C, 0x7F].contains($0) })
            }
        }
    }

    @Test func isReadAgainAsTheSameRecord() throws {
        for record in Self.records {
            #expect(try JSONDecoder().decode(Record.self, from: Data(record.keptJSON.bytes)) == record)
        }
    }

    @Test func fieldsThatNoShippedRecordHasAreWrittenToo() throws {
        var record = try #require(Self.records.first)
        record.withdrawn = PartialDate("2026-11-27")
        record.successor = record.id
        record.isMerged = true
        record.setAside = PartialDate("2026-11")
        record.verified = try #require(PartialDate("2026-11-27")).checked(by: record.id)
        record.translations = [.nl: .original, .fr: .machine]
        record.home = "https://centre.example/records/one"
        record.announced = 12
        record.recurrence = Recurrence("2 tu 2")
        record.ages = AgeRange(from: 3, to: 9)
        record.title[Edition(.de, isSimple: true)] = "Anführung \"\u{7}\" <b> & Zeile\nzwei"
        let own = try understood(Data(record.keptJSON.bytes))
        #expect(own == (try understood(JSONEncoder().encode(record))))
    }
}

extension PartialDate {
    fileprivate func checked(by organisation: RecordID) -> Verification {
        Verification(on: self, organisation: organisation, by: .review)
    }
}
