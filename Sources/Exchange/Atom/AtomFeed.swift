import Foundation

/// News for a feed reader in the Atom format (RFC 4287), where wanted with pages (RFC 5005), with what is gone (RFC 6721),
/// a licence (RFC 4946), and how many there are in all (OpenSearch 1.1).
package struct AtomFeed: Sendable {
    package static let mediaType = "application/atom+xml; charset=utf-8"

    /// What is there, or what is gone.
    package enum Item: Sendable {
        case entry(Entry)
        case gone(Gone)

        fileprivate var moment: Date {
            switch self {
            case .entry(let entry): entry.updated
            case .gone(let gone): gone.at
            }
        }
    }

    private let id: String
    private let title: String
    private let author: String
    private let language: String
    private let address: String
    private let ownAddress: String
    private let updated: Date
    private let items: [Item]
    /// Under what terms others may use what is in it.
    package var licence: Licence?
    /// Besides those to itself and to the page that says the same.
    package var links: [Link] = []
    /// How many entries all pages of it have together, where it is a search.
    package var total: Int?

    /// `language` is a BCP 47 tag, `address` a page that says the same to people, `ownAddress` that of the feed itself.
    /// `updated` is when it changed last, for a feed without items; `items` are newest first.
    package init(
        id: String, title: String, author: String, language: String, address: String, ownAddress: String,
        updated: Date, items: [Item]
    ) {
        self.id = id
        self.title = title
        self.author = author
        self.language = language
        self.address = address
        self.ownAddress = ownAddress
        self.updated = items.map(\.moment).max() ?? updated
        self.items = items
    }

    /// A feed in which nothing is ever gone.
    package init(
        id: String, title: String, author: String, language: String, address: String, ownAddress: String,
        updated: Date, entries: [Entry]
    ) {
        self.init(
            id: id, title: title, author: author, language: language, address: address, ownAddress: ownAddress,
            updated: updated, items: entries.map { .entry($0) })
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package var bytes: [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "feed",
            [
                "xmlns": "http://www.w3.org/2005/Atom", "xmlns:at": hasGone ? Gone.space : nil,
                "xmlns:os": total == nil ? nil : Self.searchSpace, "xml:lang": language,
            ]
        ) { xml in
            xml.element("id", [:], id)
            xml.element("title", [:], title)
            xml.element("updated", [:], updated.formatted(.iso8601))
            xml.element("author") { $0.element("name", [:], author) }
            Link("self", ownAddress).write(to: &xml)
            Link("alternate", address).write(to: &xml)
            for link in links { link.write(to: &xml) }
            if let licence {
                xml.element("rights", [:], "\(licence.name) \(licence.address)")
                Link("license", licence.address).write(to: &xml)
            }
            if let total { xml.element("os:totalResults", [:], "\(total)") }
            for item in items {
                switch item {
                case .entry(let entry): entry.write(to: &xml)
                case .gone(let gone): gone.write(to: &xml)
                }
            }
        }
        return xml.bytes
    }

    private static let searchSpace = "http://a9.com/-/spec/opensearch/1.1/"

    private var hasGone: Bool {
        items.contains { if case .gone = $0 { true } else { false } }
    }
}
