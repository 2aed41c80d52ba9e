/// A phone number as people in Belgium write it: `02 274 48 00`, `116 000`, `+32 78 170 170`.
package struct PhoneNumber: Hashable, Codable, Sendable, CustomStringConvertible {
    /// As written, with spaces.
    package let description: String

    /// Nil unless `text` is digits in groups: a short number (`101`, `1712`, `116 000`),
    /// a number that begins with 0, or one with a country code.
    package init?(_ text: String) {
        let international = text.hasPrefix("+")
        let rest = international ? text.dropFirst() : text[...]
        let groups = rest.split(separator: " ", omittingEmptySubsequences: false)
        guard !groups.isEmpty, groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } })
        else { return nil }
        let digits = groups.joined()
        let isShort = !international && (3...4).contains(digits.count)
        let isHarmonised = !international && digits.hasPrefix("116") && digits.count == 6
        let isNational = !international && digits.hasPrefix("0") && (9...10).contains(digits.count)
        let isForeign = international && (8...15).contains(digits.count) && !digits.hasPrefix("0")
        guard isShort || isHarmonised || isNational || isForeign else { return nil }
        description = text
    }

    /// Also with the signs between groups that people write: `02/274.48.00`, `0800-95 580`, `0032 78 170 170`.
    package init?(written text: String) {
        if let number = PhoneNumber(text) {
            self = number
            return
        }
        let plain = text.split { $0.isWhitespace || "/.-".contains($0) }.joined(separator: " ")
        self.init(plain.hasPrefix("00") ? "+" + plain.dropFirst(2) : plain)
    }

    /// For a `tel:` link: digits only, with the country code where the number has one of its own (RFC 3966).
    package var dialled: String {
        let digits = description.filter { $0.isNumber || $0 == "+" }
        return digits
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = PhoneNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a phone number")
        }
        self = number
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
