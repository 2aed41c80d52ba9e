import Catalogue
import Exchange
import Foundation
import FoundationXML
import Testing

@Suite struct AtomPagesTests {
    private static let noon = Date(timeIntervalSince1970: 1_795_431_600)

    private func root(_ items: [AtomFeed.Item], _ change: (inout AtomFeed) -> Void = { _ in }) throws -> XMLElement {
        var feed = AtomFeed(
            id: "https://shop.example/nl/feed.atom", title: "Nieuw", author: "Betternet", language: "nl",
            address: "https://shop.example/nl/", ownAddress: "https://shop.example/nl/feed.atom", updated: Self.noon,
            items: items)
        change(&feed)
        return try #require(try XMLDocument(data: Data(feed.bytes)).rootElement())
    }

    private func attribute(_ name: String, of element: XMLElement) -> String? {
        element.attributes?.first { $0.name == name }?.stringValue
    }

    @Test func saysUnderWhatTermsItMayBeUsed() throws {
        let feed = try root([]) { $0.licence = .data }
        #expect(feed.elements(forName: "rights").first?.stringValue?.contains("CC BY 4.0") == true)
        let licences = feed.elements(forName: "link").filter { attribute("rel", of: $0) == "license" }
        #expect(licences.compactMap { attribute("href", of: $0) } == [Licence.data.address])
    }

    /// RFC 6721, section 3: a reference, a moment, in the name space of tombstones.
    @Test func whatIsGoneIsATombstone() throws {
        let gone = AtomFeed.Gone(
            id: "https://shop.example/records/a", at: Self.noon, comment: "Weg & <klaar>",
            successor: "https://shop.example/records/b")
        let feed = try root([.gone(gone)])
        let stone = try #require(
            feed.children?.compactMap { $0 as? XMLElement }.first { $0.localName == "deleted-entry" })
        #expect(stone.uri == "http://purl.org/atompub/tombstones/1.0")
        #expect(attribute("ref", of: stone) == "https://shop.example/records/a")
        #expect(attribute("when", of: stone) == "2026-11-23T11:00:00Z")
        #expect(stone.stringValue?.contains("Weg & <klaar>") == true)
        #expect(feed.elements(forName: "updated").first?.stringValue == "2026-11-23T11:00:00Z")
        #expect(try root([]).xmlString.contains("tombstones") == false)
    }

    @Test func anEntrySaysWhatItIsAboutAndWhoIsBehindIt() throws {
        var entry = AtomFeed.Entry(
            id: "https://shop.example/records/a", title: "T", updated: Self.noon,
            address: "https://shop.example/nl/resources/a", summary: "S")
        entry.published = Self.noon.addingTimeInterval(-60)
        entry.summaryLanguage = "fr"
        entry.categories = [AtomFeed.Category(scheme: "https://shop.example/v", term: "gaming", label: "Spelen \"&\"")]
        entry.contributors = [AtomFeed.Person(name: "Child Focus", address: "https://shop.example/records/cf")]
        entry.links = [AtomFeed.Link("alternate", "https://x.be/?a=1&b", mediaType: "text/html", language: "fr")]
        let element = try #require(try root([.entry(entry)]).elements(forName: "entry").first)
        #expect(element.elements(forName: "published").first?.stringValue == "2026-11-23T10:59:00Z")
        let category = try #require(element.elements(forName: "category").first)
        #expect(attribute("label", of: category) == "Spelen \"&\"")
        #expect(
            element.elements(forName: "contributor").first?.elements(forName: "name").first?.stringValue
                == "Child Focus")
        #expect(
            element.elements(forName: "link").compactMap { attribute("href", of: $0) }.last == "https://x.be/?a=1&b")
        #expect(element.elements(forName: "summary").first?.xmlString.contains("xml:lang=\"fr\"") == true)
    }

    // MARK: Pages

    @Test func pagesGoOnWhereTheLastOneEnded() throws {
        let changes = try (1...9).map { number in
            ChangeLog.Change(
                record: try #require(RecordID("r\(number)")), revision: number * 10, first: Self.noon, last: Self.noon)
        }
        let log = ChangeLog(changes.shuffled())
        #expect(log.newest().map(\.revision) == [90, 80, 70, 60, 50, 40, 30, 20, 10])
        for before in 0...100 {
            #expect(log.newest(before: before).map(\.revision) == log.newest().map(\.revision).filter { $0 < before })
        }
        // What changes meanwhile comes to the front and leaves no hole behind.
        let moved = log.taking([
            ChangeLog.Change(record: changes[4].record, revision: 100, first: Self.noon, last: Self.noon)
        ])
        #expect(moved.newest(before: 70).map(\.revision) == [60, 40, 30, 20, 10])
        #expect(moved.newest().first?.record == changes[4].record)
    }
}
