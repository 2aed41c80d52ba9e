import Catalogue
import Editorial
import Foundation
import Search
import Testing

@testable import Site

/// The search index that is kept between two starts is used where it is of the catalogue at hand, and only there.
@Suite struct IndexFileTests {
    private let file: IndexFile

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("index-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        file = IndexFile(folder: folder)
    }

    private func found(_ text: String, in snapshot: Snapshot) -> [String] {
        snapshot.search(SearchRequest(text: text), language: .nl, now: BrusselsTime(TestSite.noon)).results.hits.map(
            \.id)
    }

    @Test func theSameIsFoundAsInOneMadeAnew() throws {
        let made = TestSite.shipped.snapshot
        try file.keep(made)
        let copy = try #require(file.read())
        let read = Snapshot(kept: made.published, stored: copy)
        #expect(read.isKept && !made.isKept)
        for text in ["pesten", "sexting", "116 000", "cyberpestn op school", "gamen 12 jaar", ""] {
            #expect(found(text, in: read) == found(text, in: made), "\(text)")
        }
        #expect(copy.index(of: made.catalogue, made.log, revision: made.revision) != nil)
    }

    @Test func anotherStateOfTheCatalogueHasAnother() throws {
        let made = TestSite.shipped.snapshot
        try file.keep(made)
        let copy = try #require(file.read())
        #expect(copy.index(of: made.catalogue, made.log, revision: made.revision + 1) == nil)
        var record = try #require(made.catalogue.records.first)
        record.title[.nl] = "Zonderlingewoordvondst"
        let next = made.taking(PublishedChanges(entries: [.record(record)], revision: made.revision + 1))
        #expect(copy.index(of: next.catalogue, next.log, revision: next.revision) == nil)
        #expect(
            found("zonderlingewoordvondst", in: Snapshot(kept: next.published, stored: copy)) == [record.id.description]
        )
    }

    @Test func whatWasPublishedSinceTheLargeSegmentIsFoundToo() throws {
        var record = try #require(TestSite.shipped.snapshot.catalogue.records.first { $0.kind == .resource })
        record.title[.nl] = "Zonderlingewoordvondst"
        let made = TestSite.shipped.snapshot.taking(PublishedChanges(entries: [.record(record)], revision: 7))
        try file.keep(made)
        let copy = try #require(file.read())
        let index = try #require(copy.index(of: made.catalogue, made.log, revision: 7))
        #expect(index.count == made.index.count)
        #expect(
            found("zonderlingewoordvondst", in: Snapshot(kept: made.published, stored: copy)) == [record.id.description]
        )
    }

    @Test func whatIsDamagedIsNotThere() throws {
        try file.keep(TestSite.shipped.snapshot)
        let path = try #require(file.path)
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: path))
        #expect(file.read() == nil)
    }
}
