import Foundation

/// News for a feed reader in the Atom format (RFC 4287).
package struct AtomFeed: Sendable {
    package static let mediaType = "application/atom+xml; charset=utf-8"

    package struct Entry: Sendable {
        /// An address, the same for ever: readers know by it what they have shown already.
        package let id: String
        package let title: String
        package let updated: Date
        /// Where to read on.
        package let address: String
        package let summary: String

        package init(id: String, title: String, updated: Date, address: String, summary: String) {
            self.id = id
            self.title = title
            self.updated = updated
            self.address = address
            self.summary = summary
        }
    }

    private let id: String
    private let title: String
    private let author: String
    private let language: String
    private let address: String
    private let ownAddress: String
    private let updated: Date
    private let entries: [Entry]

    /// `language` is a BCP 47 tag, `address` a page that says the same to people, `ownAddress` that of the feed itself.
    /// `updated` is when it changed last, for a feed without entries; `entries` are newest first.
    package init(
        id: String, title: String, author: String, language: String, address: String, ownAddress: String,
        updated: Date, entries: [Entry]
    ) {
        self.id = id
        self.title = title
        self.author = author
        self.language = language
        self.address = address
        self.ownAddress = ownAddress
        self.updated = entries.map(\.updated).max() ?? updated
        self.entries = entries
    }

    package var text: String {
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\#(Self.escape(language))">"#,
            Self.element("id", id), Self.element("title", title),
            Self.element("updated", Self.moment(updated)),
            "<author>" + Self.element("name", author) + "</author>",
            Self.link("self", ownAddress), Self.link("alternate", address),
        ]
        for entry in entries {
            lines += [
                "<entry>", Self.element("id", entry.id), Self.element("title", entry.title),
                Self.element("updated", Self.moment(entry.updated)), Self.link("alternate", entry.address),
                Self.element("summary", entry.summary), "</entry>",
            ]
        }
        lines.append("</feed>")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func element(_ name: String, _ text: String) -> String { "<\(name)>\(escape(text))</\(name)>" }

    private static func link(_ relation: String, _ address: String) -> String {
        #"<link rel="\#(relation)" href="\#(escape(address))"/>"#
    }

    private static func moment(_ date: Date) -> String { date.formatted(.iso8601) }

    /// For text and between double quotes. What XML 1.0 has no place for (section 2.2) is left out.
    private static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                escaped.unicodeScalars.append(scalar)
            default: break
            }
        }
        return escaped
    }
}
