import Crypto
import Foundation

/// What a token is for. One that was made for one purpose is nothing for another. The raw value is part of what is
/// kept: never change one.
package enum TokenPurpose: String, CaseIterable, Sendable {
    case invitation, reset, session
    /// The link in a reminder that says that an entry is still right.
    case stillRight = "still-right"
    /// What programs of a member show.
    case api
    /// The address at which a feed reader asks, which can't sign in.
    case feed
}

/// 256 random bits in a link, a cookie or a program of a member. Only its hash is kept, so that the store opens
/// nothing.
package struct SecretToken: Hashable, Sendable, Unprinted {
    static let length = 32

    private let bytes: Data

    package static func new() -> SecretToken { SecretToken(bytes: SymmetricKey.random(bytes: length).bytes) }

    private init(bytes: Data) { self.bytes = bytes }

    /// Nil unless `text` is a token as ``text`` writes it.
    package init?(_ text: String) {
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/") + "="
        // One way of writing only: the bits that are left over are nought.
        guard let bytes = Data(base64Encoded: base64), bytes.count == Self.length else { return nil }
        self.bytes = bytes
        guard self.text == text else { return nil }
    }

    /// 43 letters, digits, hyphens and underlines (base64url without padding, RFC 4648, section 5): for links.
    package var text: String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    package func hash(for purpose: TokenPurpose) -> TokenHash { TokenHash(of: bytes, purpose: purpose.rawValue) }
}

/// The SHA-256 of a token and its purpose: what is kept, and what the token is looked up by.
package struct TokenHash: Hashable, Sendable, Unprinted {
    /// 64 hexadecimal digits.
    package let hex: String

    init(of secret: Data, purpose: String) {
        let digest = SHA256.hash(data: Data("betternet token \(purpose)\n".utf8) + secret)
        hex = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    package func equalsInConstantTime(_ other: TokenHash) -> Bool { hex.equalsInConstantTime(other.hex) }
}

extension TokenHash: Codable {
    package init(from decoder: any Decoder) throws {
        hex = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
