import Foundation

/// An absolute `http` or `https` address. Holding one means that it was checked.
package struct WebAddress: Hashable, Codable, Sendable, CustomStringConvertible {
    package let description: String

    /// Nil unless `text` is an absolute web address with a host and without spaces or control characters.
    package init?(_ text: String) {
        if Self.plainHost(of: text) != nil {
            description = text
            return
        }
        guard text.utf8.count <= 2_000,
            text.unicodeScalars.allSatisfy({
                $0.value > 0x20 && $0.value != 0x7F && !"<>\"`{}\\^|".unicodeScalars.contains($0)
            }),
            let components = URLComponents(string: text),
            let scheme = components.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = components.host, host.contains("."), !host.hasPrefix("."), !host.hasSuffix("."),
            components.user == nil, components.password == nil
        else { return nil }
        description = text
    }

    /// The host without `www.`, as people say it: `childfocus.be`.
    package var site: String {
        if let host = Self.plainHost(of: description) {
            return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
        }
        let host = URLComponents(string: description)?.host?.lowercased() ?? description
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// Whether the address is that of a document to download rather than of a page.
    package var isDownload: Bool {
        let path = URLComponents(string: description)?.path.lowercased() ?? ""
        return [".pdf", ".zip", ".docx", ".pptx", ".odt"].contains { path.hasSuffix($0) }
    }

    /// The host of an address in the plain form that nearly all have; nil for all others, right or wrong. Taking an address
    /// apart by all rules takes microseconds, and a large catalogue has a million of them.
    ///
    /// Plain is: `http` or `https`, a host of small letters, digits and hyphens with single dots between them, no port,
    /// and behind it only what RFC 3986 allows in a path, a query and a fragment.
    private static func plainHost(of text: String) -> Substring? {
        let letters = text.utf8
        guard letters.count <= 2_000 else { return nil }
        let scheme = letters.starts(with: "https://".utf8) ? 8 : letters.starts(with: "http://".utf8) ? 7 : 0
        guard scheme > 0 else { return nil }
        let start = letters.index(letters.startIndex, offsetBy: scheme)
        var end = start
        var dots = 0
        var before = UInt8(ascii: ".")
        while end < letters.endIndex {
            let letter = letters[end]
            if letter == UInt8(ascii: "/") || letter == UInt8(ascii: "?") || letter == UInt8(ascii: "#") { break }
            let isDot = letter == UInt8(ascii: ".")
            guard isDot ? before != UInt8(ascii: ".") : hostLetters[Int(letter)] else { return nil }
            dots += isDot ? 1 : 0
            before = letter
            letters.formIndex(after: &end)
        }
        guard dots > 0, before != UInt8(ascii: ".") else { return nil }
        var mayHaveFragment = true
        var hexDigits = 0
        for letter in letters[end...] {
            if hexDigits > 0 {
                guard isHexDigit(letter) else { return nil }
                hexDigits -= 1
            } else if letter == UInt8(ascii: "%") {
                hexDigits = 2
            } else if letter == UInt8(ascii: "#"), mayHaveFragment {
                mayHaveFragment = false
            } else if !restLetters[Int(letter)] {
                return nil
            }
        }
        return hexDigits == 0 ? text[start..<end] : nil
    }

    private static let hostLetters = letters(in: "-")
    private static let restLetters = letters(in: "-._~!$&'()*+,;=:@/?").enumerated().map { place, isIn in
        isIn || (0x41...0x5A).contains(place)
    }

    /// For each letter whether it is a small one, a digit, or one of `more`.
    private static func letters(in more: String) -> [Bool] {
        let more = Set(more.utf8)
        return (UInt8.min...UInt8.max).map { letter in
            (0x61...0x7A).contains(letter) || (0x30...0x39).contains(letter) || more.contains(letter)
        }
    }

    private static func isHexDigit(_ letter: UInt8) -> Bool {
        (0x30...0x39).contains(letter) || (0x41...0x46).contains(letter) || (0x61...0x66).contains(letter)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = WebAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a web address")
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
