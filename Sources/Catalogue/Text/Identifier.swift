/// The name of a record, a concept or a page in addresses and files: small letters, digits and single hyphens.
package struct Identifier: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
    package let description: String

    /// Nil unless `text` is 1 to 100 characters of `a-z`, `0-9` and `-`, without a hyphen at an end or two in a row.
    package init?(_ text: some StringProtocol) {
        var before = UInt8(ascii: "-")
        var length = 0
        for byte in text.utf8 {
            length += 1
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where before != UInt8(ascii: "-"): break
            default: return nil
            }
            guard length <= 100 else { return nil }
            before = byte
        }
        guard before != UInt8(ascii: "-") else { return nil }
        description = String(text)
    }

    /// Stands for a name that could not be read, while the rest of its file is checked.
    static let unreadable = Identifier(unchecked: "unreadable")

    private init(unchecked text: String) { description = text }

    package static func < (left: Identifier, right: Identifier) -> Bool {
        left.description < right.description
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let identifier = Identifier(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an identifier")
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

package typealias RecordID = Identifier
package typealias ConceptID = Identifier
