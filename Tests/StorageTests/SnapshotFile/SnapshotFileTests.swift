import Catalogue
import Editorial
import Foundation
import Testing

@testable import Storage

/// The file from which a program starts: it holds all of a catalogue, or says that it doesn't.
@Suite struct SnapshotFileTests {
    private let folder: String
    private let file: SnapshotFile

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("snapshot-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        file = SnapshotFile(folder: folder)
    }

    private static let shipped = CatalogueReader().read([
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("catalogue").path
    ])

    /// All that ships, with some of it away, as a store hands it out.
    private static func published() throws -> PublishedCatalogue {
        var records = shipped.records
        for place in records.indices where place % 50 == 0 { records[place].withdrawn = PartialDate("2026-11-27") }
        for place in records.indices where place % 70 == 1 {
            records[place].setAside = PartialDate("2026-11")
            records[place].translations = [.nl: .original, .fr: .machine]
            records[place].verified = Verification(
                on: try #require(PartialDate("2025-01-31")), organisation: RecordID("child-focus"), by: .review)
            records[place].home = "https://example.org/\(place)"
            records[place].isMerged = true
            records[place].successor = records[0].id
        }
        let ages = records.enumerated().map { place, record in
            (
                record.id,
                RecordAge(
                    revision: place + 1, first: Date(timeIntervalSince1970: 1_700_000_000.25),
                    last: Date(timeIntervalSince1970: Double(1_800_000_000 + place)), author: "éditrice \(place)")
            )
        }
        return PublishedCatalogue(
            catalogue: Catalogue(records: records, vocabularies: shipped.vocabularies, pages: shipped.pages),
            revision: 4_321, madeAt: Date(timeIntervalSince1970: 1_800_001_000), unread: 3,
            ages: Dictionary(uniqueKeysWithValues: ages))
    }

    @Test func holdsAllOfACatalogue() throws {
        let published = try Self.published()
        #expect(published.catalogue.records.count > 500 && published.catalogue.away.count > 10)
        try file.keep(published)
        let read = try #require(try file.read())
        #expect(read.catalogue.records == published.catalogue.records)
        #expect(read.catalogue.away == published.catalogue.away)
        #expect(read.catalogue.pages == published.catalogue.pages)
        for name in VocabularyName.allCases {
            #expect(read.catalogue[name].concepts == published.catalogue[name].concepts, "\(name)")
        }
        #expect(read.revision == published.revision && read.madeAt == published.madeAt)
        #expect(read.unread == published.unread && read.ages == published.ages)
    }

    /// A field that is added to these must be added to what is written, and the number in the beginning of the file must
    /// change.
    @Test func knowsEveryField() throws {
        let record = try #require(Self.shipped.records.first)
        #expect(Mirror(reflecting: record).children.count == 38)
        #expect(Mirror(reflecting: Contact()).children.count == 7)
        #expect(Mirror(reflecting: Hours(certainty: .stated)).children.count == 9)
        #expect(Mirror(reflecting: ChannelService()).children.count == 4)
        let address = try #require(WebAddress("https://example.org"))
        #expect(Mirror(reflecting: Source(address: address, says: "", seen: nil)).children.count == 3)
        #expect(Mirror(reflecting: Link(address: address, language: nil)).children.count == 2)
        let day = try #require(PartialDate("2026"))
        #expect(Mirror(reflecting: Verification(on: day, organisation: nil, by: .letter)).children.count == 3)
        #expect(Mirror(reflecting: EventDate(start: day, end: nil)).children.count == 2)
    }

    @Test func isNothingWhereNothingWasKept() throws {
        #expect(try file.read() == nil)
    }

    @Test func theFileOfAnotherVersionIsLeftAlone() throws {
        try Data("Betternet snapshot 0\nand so on, in its own way, at some length".utf8)
            .write(to: URL(filePath: file.path))
        #expect(try file.read() == nil)
    }

    @Test func everyChangedByteIsFound() throws {
        try file.keep(try Self.published())
        let whole = try Data(contentsOf: URL(filePath: file.path))
        let beginning = "Betternet snapshot 1\n".utf8.count
        for _ in 0..<25 {
            var damaged = whole
            let place = Int.random(in: beginning..<whole.count)
            damaged[place] ^= UInt8.random(in: 1...255)
            try damaged.write(to: URL(filePath: file.path))
            #expect(throws: StoreError.damaged(file.path, reason: "its checksum differs"), "byte \(place)") {
                try file.read()
            }
        }
        for length in [0, 5, beginning, beginning + 31, beginning + 40, whole.count / 2, whole.count - 1] {
            try whole.prefix(length).write(to: URL(filePath: file.path))
            #expect(throws: StoreError.self, "\(length) bytes") { try file.read() }
        }
        try whole.write(to: URL(filePath: file.path))
        #expect(try file.read()?.revision == 4_321)
    }

    /// What has the right checksum, but was never written by the program.
    @Test func nonsenseIsAnErrorAndNoCrash() throws {
        let proven = ProvenFile(path: file.path, beginning: "Betternet snapshot 1\n")
        var dice = SystemRandomNumberGenerator()
        try file.keep(try Self.published())
        let whole = try Data(contentsOf: URL(filePath: file.path)).dropFirst(21).dropLast(32)
        for round in 0..<25 {
            var bytes = [UInt8](whole)
            for _ in 0...round { bytes[Int.random(in: 0..<bytes.count, using: &dice)] = .random(in: 0...255) }
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &dice) * (round % 2))
            try proven.replace { try $0.add(bytes) }
            // A changed letter may make another catalogue; what can't be one is said.
            do { _ = try file.read() } catch { guard case .damaged = error else { throw error } }
        }
    }

    @Test func whatCannotBeWrittenLeavesWhatWasThere() throws {
        let published = try Self.published()
        try file.keep(published)
        try FileManager.default.createDirectory(atPath: file.path + ".new", withIntermediateDirectories: false)
        #expect(throws: (any Error).self) {
            try file.keep(PublishedCatalogue(catalogue: .empty, revision: 5_000))
        }
        #expect(try file.read()?.revision == published.revision)
    }
}
