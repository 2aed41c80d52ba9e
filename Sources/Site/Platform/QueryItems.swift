import Foundation

/// One `name=value` of an address.
package struct QueryItem: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// The part of an address behind the question mark.
package struct QueryItems: Hashable, Sendable {
    package let items: [QueryItem]

    package init(_ items: [QueryItem]) { self.items = items }

    /// More than any page of the site for readers sends.
    package static let usualMost = 500

    /// Reads `a=1&b=2`, as forms send it: the first `most` of them. What can't be decoded is left out.
    package init(parsing text: some StringProtocol, most: Int = usualMost) {
        items = text.split(separator: "&").prefix(most).compactMap { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(halves[0]) else { return nil }
            guard let value = halves.count > 1 ? Self.decode(halves[1]) : "" else { return nil }
            return QueryItem(name, value)
        }
    }

    package func first(_ name: String) -> String? { items.first { $0.name == name }?.value }

    package func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// With its question mark; nothing where there are no items.
    package func print() -> String {
        guard !items.isEmpty else { return "" }
        return "?" + items.map { Self.encode($0.name) + "=" + Self.encode($0.value) }.joined(separator: "&")
    }

    private static func decode(_ text: some StringProtocol) -> String? {
        // Most are plain already.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "%") }) else {
            return String(text)
        }
        return text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
    }

    static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy({ isPlain($0) }) { return text }
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case _ where isPlain(byte):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: " "): result += "+"
            default:
                let digits = Array("0123456789ABCDEF")
                result += "%"
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return result
    }

    /// The unreserved characters of RFC 3986, and the comma.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: ","):
            true
        default: false
        }
    }
}
