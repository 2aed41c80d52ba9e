import Catalogue
import Foundation

/// A letter that the site sends by e-mail: plain text to one person.
package struct Letter: Hashable, Sendable {
    package let from: Mailbox
    package let to: Mailbox
    package let subject: String
    package let body: String
    package let language: Language
    package let headers: [Header]
    package let date: Date
    /// With its angle brackets.
    package let messageID: String

    /// Somebody's address, with the name to show.
    package struct Mailbox: Hashable, Sendable {
        package let name: String?
        package let address: EmailAddress

        package init(_ address: EmailAddress, name: String? = nil) {
            self.address = address
            self.name = name
        }
    }

    /// A line above the letter for mail programs, such as `List-Unsubscribe`.
    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// `host`: that of the site, for the name of the letter; nil takes that of the sender.
    ///
    /// Throws a ``LetterError`` where a name, the subject or a header holds what would become another header, or can't
    /// be sent.
    package init(
        from: Mailbox, to: Mailbox, subject: String, body: String, language: Language, headers: [Header] = [],
        date: Date, host: String? = nil, number: UUID = UUID()
    ) throws(LetterError) {
        let host = host ?? from.address.host
        guard EmailAddress.isHost(host) else { throw .host(host.printable) }
        for (field, text) in [("From", from.name), ("To", to.name), ("Subject", subject)] {
            guard !(text ?? "").unicodeScalars.contains(where: \.isControl) else { throw .control(field: field) }
            guard (text ?? "").utf8.count <= Self.longestText else { throw .tooLong(field: field) }
        }
        for header in headers { try header.check() }
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.language = language
        self.headers = headers
        self.date = date
        messageID = "<\(number.uuidString.lowercased())@\(host)>"
    }

    /// Of a name or a subject, in bytes of UTF-8.
    static let longestText = 1_000
}

/// Why a letter can't be written.
package enum LetterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A line break, a NUL or the like, where it would begin another header.
    case control(field: String)
    /// No name for a header, or one that the letter writes itself.
    case header(String)
    case empty(header: String)
    case notASCII(header: String)
    case tooLong(field: String)
    case host(String)

    package var description: String {
        switch self {
        case .control(let field): "a line break or a control character in ‘\(field)’: give it in one line of text"
        case .header(let name):
            "‘\(name)’ can't be added to a letter: letters, digits and hyphens only, and none that says whom it is to"
                + " or from, or what it is made of"
        case .empty(let header):
            "‘\(header)’ begins or ends with a space, or says nothing: give it a value, or leave it out"
        case .notASCII(let header): "letters outside of ASCII in ‘\(header)’: write addresses in their encoded form"
        case .tooLong(let field): "‘\(field)’ is too long for a letter: shorten it"
        case .host(let host): "‘\(host)’ is no host: give the site's public address, such as https://example.be"
        }
    }
}

extension Letter.Header {
    /// RFC 5322, 2.1.1: no line over 998 characters, and an address in a header can't be folded.
    static let longestValue = 900

    /// What the letter writes itself, and what would send it to others.
    private static let own: Set<String> = [
        "date", "from", "sender", "to", "cc", "bcc", "subject", "message-id", "mime-version", "auto-submitted",
        "return-path",
    ]
    private static let ownKinds = ["content-", "resent-"]

    func check() throws(LetterError) {
        let isName = !name.isEmpty && name.count <= 70 && name.utf8.allSatisfy { (33...126).contains($0) && $0 != 58 }
        let lower = name.lowercased()
        guard isName, !Self.own.contains(lower), !Self.ownKinds.contains(where: lower.hasPrefix) else {
            throw .header(name.printable)
        }
        guard !value.unicodeScalars.contains(where: \.isControl) else { throw .control(field: name) }
        guard value.utf8.allSatisfy({ $0 < 0x80 }) else { throw .notASCII(header: name) }
        guard !value.isEmpty, !value.hasPrefix(" "), !value.hasSuffix(" ") else { throw .empty(header: name) }
        guard value.utf8.count <= Self.longestValue else { throw .tooLong(field: name) }
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || value == 0x7F }
}

extension String {
    /// Short and in one line, for a message about it.
    fileprivate var printable: String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(70).map { $0.isControl ? "?" : $0 }))
    }
}
