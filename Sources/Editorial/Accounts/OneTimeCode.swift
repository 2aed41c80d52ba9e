import Crypto
import Foundation

/// What an app for one-time codes and the site both know: 160 random bits.
package struct OneTimeSecret: Hashable, Sendable, Unprinted {
    package static let length = 20

    let bytes: Data

    /// A new one.
    package init() { bytes = SymmetricKey.random(bytes: Self.length).bytes }

    init(bytes: Data) { self.bytes = bytes }

    /// For typing: base 32 in groups of four.
    package var shown: String { Base32.text(of: bytes).grouped(by: 4, separator: " ") }

    /// For the QR code: an `otpauth` address as apps read it (Google Authenticator, "Key URI Format").
    package func address(issuer: String, account: String) -> String {
        // A colon parts the two, so there is none inside of them.
        let issuer = issuer.replacing(":", with: " ").percentEncoded
        let account = account.replacing(":", with: " ").percentEncoded
        return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.text(of: bytes))&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=\(OneTimeCode.digits)&period=\(OneTimeCode.period)"
    }
}

extension OneTimeSecret: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let bytes = Base32.bytes(of: try container.decode(String.self)), bytes.count == Self.length else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a secret of one-time codes")
        }
        self.bytes = bytes
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Base32.text(of: bytes))
    }
}

/// Codes that are good for half a minute (TOTP, RFC 6238, with HMAC-SHA-1, as every app knows them).
package enum OneTimeCode {
    package static let digits = 6
    /// In seconds.
    package static let period = 30
    /// A code is taken one step early or late, for clocks that go wrong and for slow fingers (RFC 6238, 5.2).
    static let tolerance = 1

    /// The step whose code this is; nil where it is none, or one of a step that was used already: keep the step, and
    /// give it as `last` the next time, so that a code works once (OWASP ASVS 5.0, 6.5.1).
    package static func accept(_ typed: String, secret: OneTimeSecret, at now: Date, after last: Int?) -> Int? {
        let code = typed.filter { !$0.isWhitespace && $0 != "-" }
        let current = step(at: now)
        var accepted: Int?
        // All are looked at, whichever fits.
        for step in current - tolerance...current + tolerance where step >= 0 {
            let fits = self.code(secret, counter: UInt64(step), digits: digits).equalsInConstantTime(code)
            if fits, step > last ?? -1 { accepted = step }
        }
        return accepted
    }

    static func step(at now: Date) -> Int { Int((now.timeIntervalSince1970 / Double(period)).rounded(.down)) }

    /// HOTP, RFC 4226, section 5.3.
    static func code(_ secret: OneTimeSecret, counter: UInt64, digits: Int) -> String {
        let message = withUnsafeBytes(of: counter.bigEndian) { Data($0) }
        let code = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret.bytes)))
        let offset = Int(code[code.count - 1] & 0x0F)
        let number = code[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(number)
        return String((String(repeating: "0", count: digits) + text).suffix(digits))
    }
}

extension String {
    /// `abcdefgh` as `abcd efgh`.
    func grouped(by length: Int, separator: String) -> String {
        stride(from: 0, to: count, by: length).map { String(dropFirst($0).prefix(length)) }
            .joined(separator: separator)
    }

    /// All but the unreserved characters of RFC 3986, 2.3.
    fileprivate var percentEncoded: String {
        utf8.reduce(into: "") { text, byte in
            let character = Character(Unicode.Scalar(byte))
            let isPlain = character.isASCII && (character.isLetter || character.isNumber || "-._~".contains(character))
            text +=
                isPlain ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
}
