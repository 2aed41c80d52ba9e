import Foundation

/// The map of a site for search engines (https://www.sitemaps.org/protocol.html), with the languages of each page.
package enum Sitemap {
    package static let mediaType = "application/xml; charset=utf-8"
    /// Addresses that one file may have by the protocol.
    package static let most = 50_000
    /// Bytes that one file may have by the protocol.
    package static let mostBytes = 50 << 20

    /// One page in all its languages.
    package struct Page: Sendable {
        package struct Version: Hashable, Sendable {
            /// A BCP 47 tag.
            package let language: String
            package let address: String

            package init(language: String, address: String) {
                self.language = language
                self.address = address
            }
        }

        package let versions: [Version]
        /// For readers of other languages.
        package let otherwise: String
        package let modified: Date?

        package init(versions: [Version], otherwise: String, modified: Date?) {
            self.versions = versions
            self.otherwise = otherwise
            self.modified = modified
        }
    }

    /// One file, piece by piece.
    package static func file(_ pages: some RandomAccessCollection<Page> & Sendable) -> some Sequence<[UInt8]> {
        // One piece before the pages and one after them.
        (-1...pages.count).lazy.map { number in
            var xml = XMLWriter(declaring: number < 0)
            if number < 0 {
                xml.open("urlset", ["xmlns": space, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"])
            } else if number == pages.count {
                xml.close("urlset")
            } else {
                write(pages[pages.index(pages.startIndex, offsetBy: number)], to: &xml)
            }
            return xml.bytes
        }
    }

    /// The list of the files, where one does not hold everything.
    package static func index(of files: [String], modified: Date?) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("sitemapindex", ["xmlns": space]) { xml in
            for file in files {
                xml.element("sitemap") { xml in
                    xml.element("loc", [:], file)
                    if let modified { xml.element("lastmod", [:], modified.formatted(.iso8601)) }
                }
            }
        }
        return xml.bytes
    }

    private static let space = "http://www.sitemaps.org/schemas/sitemap/0.9"

    private static func write(_ page: Page, to xml: inout XMLWriter) {
        let modified = page.modified.map { $0.formatted(.iso8601) }
        for version in page.versions {
            xml.element("url") { xml in
                xml.element("loc", [:], version.address)
                if let modified { xml.element("lastmod", [:], modified) }
                for other in page.versions { link(other.language, other.address, in: &xml) }
                link("x-default", page.otherwise, in: &xml)
            }
        }
    }

    private static func link(_ language: String, _ address: String, in xml: inout XMLWriter) {
        xml.element("xhtml:link", ["rel": "alternate", "hreflang": language, "href": address])
    }
}
