import Foundation

/// What is kept of the codes for somebody whose device for one-time codes is lost. Each works once.
///
/// A code has 120 bits. Of a secret with more than 112 bits a plain hash may be kept (OWASP ASVS 5.0, 6.5.2); ten codes
/// short enough for less would be ten times the work of a password whenever somebody makes them.
package struct RecoveryCodes: Hashable, Sendable, Unprinted {
    package static let count = 10
    /// Letters and digits of a code; five bits each.
    static let length = 24

    private var unused: [TokenHash]

    /// How many are left.
    package var left: Int { unused.count }

    /// New ones, to be shown once, and what to keep.
    package static func new() -> (codes: [String], kept: RecoveryCodes) {
        var generator = SystemRandomNumberGenerator()
        let codes = (0..<count).map { _ in
            String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
        }
        return (codes.map { $0.grouped(by: 4, separator: "-") }, RecoveryCodes(unused: codes.map(Self.hash)))
    }

    private init(unused: [TokenHash]) { self.unused = unused }

    /// Whether this is one of the codes; it is used up then: keep the rest before letting anybody in. Small letters,
    /// spaces, hyphens and look-alikes are all right.
    package mutating func use(_ typed: String) -> Bool {
        guard let code = Self.read(typed) else { return false }
        let hash = Self.hash(code)
        let before = unused.count
        unused.removeAll { $0.equalsInConstantTime(hash) }
        return unused.count < before
    }

    /// Crockford's base 32: no I, L, O and U, so that what is typed for what it looks like can be understood.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let lookAlikes: [Character: Character] = ["O": "0", "I": "1", "L": "1"]

    private static func read(_ typed: String) -> String? {
        let code = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }.map { lookAlikes[$0] ?? $0 }
        return code.count == length && code.allSatisfy(alphabet.contains) ? String(code) : nil
    }

    private static func hash(_ code: String) -> TokenHash { TokenHash(of: Data(code.utf8), purpose: "recovery") }
}

extension RecoveryCodes: Codable {
    package init(from decoder: any Decoder) throws {
        unused = try decoder.singleValueContainer().decode([TokenHash].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(unused)
    }
}
