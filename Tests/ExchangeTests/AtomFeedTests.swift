import Exchange
import Foundation
import FoundationXML
import Testing

@Suite struct AtomFeedTests {
    private static let noon = Date(timeIntervalSince1970: 1_795_431_600)

    private func feed(_ title: String, entries: [AtomFeed.Entry] = []) -> String {
        AtomFeed(
            id: "https://shop.example/#1", title: title, author: "Betternet", language: "nl",
            address: "https://shop.example/nl/?a=1&b=2", ownAddress: "https://shop.example/nl/feed.atom",
            updated: Self.noon, entries: entries
        ).text
    }

    /// RFC 4287, section 4.1: id, title and updated once in the feed and in every entry, and an author.
    @Test func hasWhatTheStandardAsksFor() throws {
        let entries = [60.0, 0].map { age in
            AtomFeed.Entry(
                id: "https://shop.example/#r\(age)", title: "Titel", updated: Self.noon.addingTimeInterval(-age),
                address: "https://shop.example/nl/", summary: "Kort")
        }
        let document = try XMLDocument(data: Data(feed("Nieuws", entries: entries).utf8))
        let root = try #require(document.rootElement())
        #expect(root.name == "feed" && root.uri == "http://www.w3.org/2005/Atom")
        for element in [root] + root.elements(forName: "entry") {
            for name in ["id", "title", "updated"] { #expect(element.elements(forName: name).count == 1) }
        }
        #expect(root.elements(forName: "author").first?.elements(forName: "name").first?.stringValue == "Betternet")
        #expect(root.elements(forName: "updated").first?.stringValue == "2026-11-23T11:00:00Z")
        #expect(root.elements(forName: "entry").count == 2)
        #expect(
            root.elements(forName: "link").compactMap { $0.attributes?.first { $0.name == "href" }?.stringValue }
                == ["https://shop.example/nl/feed.atom", "https://shop.example/nl/?a=1&b=2"])
    }

    @Test func hostileTextStaysText() throws {
        let hostile = "<script>\"&amp;\" ]]> </title> \u{0}\u{8}\u{FFFE}é 🚲"
        let document = try XMLDocument(data: Data(feed(hostile).utf8))
        let title = document.rootElement()?.elements(forName: "title").first
        #expect(title?.stringValue == "<script>\"&amp;\" ]]> </title> é 🚲")
        #expect(title?.childCount == 1)
    }
}
