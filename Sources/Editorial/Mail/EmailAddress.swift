/// An address that a letter can be sent to: `name@host`, in the characters that every mail program knows.
///
/// Wider than what a record may show (``Catalogue/Contact/Email``), because people sign in with what they have:
/// `jan.d'hondt@example.be`. Quoted names, comments and addresses of machines in brackets are left out (RFC 5321,
/// 4.1.2).
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// Before the `@`, as written.
    package let name: String
    /// In small letters.
    package let host: String

    /// Why a text is no address.
    package enum Fault: String, Error, Hashable, CaseIterable, Sendable, CustomStringConvertible {
        case notOne = "not-one"
        case name, host
        /// Letters outside of ASCII, before or behind the `@`.
        case international
        case tooLong = "too-long"

        package var description: String {
            switch self {
            case .notOne: "this is no e-mail address: write it as name@example.be"
            case .name: "what stands before the @ can't be: use letters, digits and single dots between them"
            case .host: "what stands behind the @ is no host: write it as example.be"
            case .international:
                "an e-mail address with letters such as é can't be used here: give one in plain letters, or the host in"
                    + " its form that begins with xn--"
            case .tooLong: "the e-mail address is too long: use at most 64 characters before the @ and 254 in all"
            }
        }
    }

    /// Takes nothing away: not even a space at an end.
    package init(_ text: String) throws(Fault) {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw .international }
        guard text.utf8.count <= 254 else { throw .tooLong }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .notOne }
        guard parts[0].utf8.count <= 64 else { throw .tooLong }
        guard Self.isDotted(parts[0], of: Self.isNameCharacter) else { throw .name }
        let host = parts[1].lowercased()
        // A machine that is tried out may send to itself.
        guard Self.isHost(host), host.contains(".") || host == "localhost" else { throw .host }
        name = String(parts[0])
        self.host = host
    }

    package var description: String { "\(name)@\(host)" }

    /// By which two are the same to people: hardly a host tells `Jan@` from `jan@`.
    package var key: String { description.lowercased() }

    /// Names of letters, digits and hyphens with dots between them, at most 63 characters each (RFC 1123, 2.1).
    static func isHost(_ host: String) -> Bool {
        isDotted(host[...]) { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            && host.split(separator: ".").allSatisfy { !$0.hasPrefix("-") && !$0.hasSuffix("-") && $0.utf8.count <= 63 }
    }

    private static func isDotted(_ text: Substring, of isPart: (UInt8) -> Bool) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isPart) }
    }

    /// The `atext` of RFC 5322, 3.2.3.
    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

extension EmailAddress: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do { self = try EmailAddress(try container.decode(String.self)) } catch let fault as Fault {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: fault.description)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
