/// Why a password is refused.
package enum PasswordFault: String, Hashable, CaseIterable, Sendable, CustomStringConvertible {
    case tooShort = "too-short", tooLong = "too-long"
    /// Little more than the name, the address, the organisation or the site.
    case personal
    /// Little more than a word that everybody tries first.
    case common
    /// Little more than a row of keys, a sequence or something typed again and again.
    case pattern

    package var description: String {
        switch self {
        case .tooShort:
            "the password is too short: use at least \(PasswordRule.least) characters, such as four words that don't"
                + " belong together"
        case .tooLong: "the password is too long: use at most \(PasswordRule.most) characters"
        case .personal: "the password is made of a name that others know: add words that have nothing to do with you"
        case .common: "the password is one that is tried first: add words that don't belong together"
        case .pattern: "the password follows a pattern of keys: use words that don't belong together"
        }
    }
}

/// Which passwords people may choose: long ones that are not guessed first, of whatever characters they like
/// (OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.5, 6.2.9 and 6.2.11).
package struct PasswordRule: Sendable {
    /// In characters, after NFKC.
    package static let least = 12
    package static let most = 200
    /// What a password of the least length takes if nothing in it can be foreseen.
    static let leastBits = least * PasswordPieces.Kind.sign.bits

    private let siteWords: [String]

    /// `site`: the names of the site and its host, which are tried first as well.
    package init(site: String...) {
        siteWords = (["Betternet", "B-BICO", "BBICO"] + site).flatMap(Self.words)
    }

    /// Nil where the password may be used. `email`, `name` and `organisation` are those of the account.
    package func fault(in password: String, email: String, name: String, organisation: String? = nil) -> PasswordFault?
    {
        let length = password.asPassword.count
        guard length >= Self.least else { return .tooShort }
        guard length <= Self.most else { return .tooLong }
        let own = Set(siteWords + [email, name, organisation ?? ""].flatMap(Self.words))
        let reading = PasswordReading(password)
        if let word = reading.word(from: own) { return own.contains(word) ? .personal : .common }
        let pieces = PasswordPieces(of: reading, own: own)
        guard pieces.bits < Self.leastBits else { return nil }
        if pieces.kinds.contains(.own) { return .personal }
        return pieces.kinds.contains(.common) ? .common : .pattern
    }

    /// The words of a name or an address, and all of them written as one.
    private static func words(of text: String) -> [String] {
        let words = PlainLetters.words(of: text)
        return (words + [words.joined()]).filter { $0.count >= PasswordReading.shortestWord }
    }
}
