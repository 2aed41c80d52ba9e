import Exchange
import Foundation
import FoundationXML
import Testing

@Suite struct SitemapTests {
    private static let tags = ["nl", "fr", "de", "en"]

    /// A page with an address as long as one may be.
    private func page(_ number: Int) -> Sitemap.Page {
        let name = String("\(number)-".reversed()) + String(repeating: "x", count: 95)
        let versions = Self.tags.map {
            Sitemap.Page.Version(
                language: $0, address: "https://www.betternet.example/\($0)/publications/\(name.prefix(100))")
        }
        return Sitemap.Page(
            versions: versions, otherwise: versions[3].address, modified: Date(timeIntervalSince1970: 1_795_431_600))
    }

    /// Ten thousand pages in four languages, with the longest names: within both limits of the protocol.
    @Test func aFullFileKeepsTheLimits() throws {
        let pages = (0..<10_000).map(page)
        var size = 0
        var addresses = 0
        var pieces = 0
        for piece in Sitemap.file(pages) {
            size += piece.count
            pieces += 1
            addresses += String(decoding: piece, as: UTF8.self).ranges(of: "<loc>").count
        }
        #expect(addresses == 40_000 && addresses <= Sitemap.most)
        #expect(size <= Sitemap.mostBytes && size > 10 << 20)
        // Piece by piece: never the whole in memory.
        #expect(pieces == pages.count + 2)
    }

    @Test func aFileIsWellFormed() throws {
        let odd = Sitemap.Page(
            versions: [.init(language: "nl", address: "https://a.example/?x=1&y=<2>")],
            otherwise: "https://a.example/", modified: nil)
        let bytes = Array(Sitemap.file([page(1), odd])).flatMap { $0 }
        let root = try #require(try XMLDocument(data: Data(bytes)).rootElement())
        let addresses = root.elements(forName: "url").compactMap { $0.elements(forName: "loc").first?.stringValue }
        #expect(addresses.count == 5 && addresses.last == "https://a.example/?x=1&y=<2>")
        #expect(root.elements(forName: "url").map { $0.elements(forName: "lastmod").count } == [1, 1, 1, 1, 0])
        let none: [Sitemap.Page] = []
        #expect(try XMLDocument(data: Data(Array(Sitemap.file(none)).flatMap { $0 })).rootElement()?.name == "urlset")
    }
}
