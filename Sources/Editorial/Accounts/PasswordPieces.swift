/// A password as somebody reads it who guesses: in small letters without accents, and with `0` as `o`, `@` as `a` …
struct PasswordReading {
    /// As typed, with `1` as `i`, and with `1` as `l`; all of one length.
    let readings: [[Character]]
    var typed: [Character] { readings[0] }

    static let shortestWord = 3

    init(_ password: String) {
        let typed = Self.plain(password.asPassword)
        let asI = typed.map { Self.meant[$0] ?? $0 }
        let asL = typed.map { $0 == "1" ? "l" : Self.meant[$0] ?? $0 }
        readings = [typed, asI, asL]
    }

    /// The well-known word, or the one out of `own`, of which this is nothing but a decorated form:
    /// `Welkom26/11/2024!`, `p-a-s-s-w-0-r-d`.
    func word(from own: Set<String>) -> String? {
        let first = typed.firstIndex(where: \.isLetter) ?? typed.endIndex
        let last = typed.lastIndex(where: \.isLetter) ?? typed.startIndex
        guard first <= last else { return nil }
        let cores = readings.map { String($0[first...last]) }
        // Digits and signs between letters are passed over, unless so few letters stay that they say nothing.
        let letters = readings.map { String($0.filter(\.isLetter)) }.filter { $0.count > Self.shortestWord }
        return (cores + letters).first { own.contains($0) || CommonPasswords.all.contains($0) }
    }

    private static func plain(_ text: String) -> [Character] {
        var plain = ""
        for scalar in text.unicodeScalars {
            var bytes: [UInt8] = []
            switch PlainLetters.append(scalar, to: &bytes) {
            case .letter: plain += String(decoding: bytes, as: UTF8.self)
            case .gap: plain.unicodeScalars.append(scalar)
            case .mark: break
            }
        }
        return Array(plain)
    }

    private static let meant: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]
}

/// The pieces that a password is guessed by with the least work.
///
/// After Daniel Lowe Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016, with one rough
/// figure for each kind of piece in the place of ranks.
struct PasswordPieces {
    enum Kind: Hashable {
        /// A word of the account or the site.
        case own
        case common
        /// At least four keys or letters in a row.
        case walk
        /// What stands before, once more.
        case copy
        case letter
        /// A digit, a space, any other sign.
        case sign

        /// The logarithm of the guesses to base 2.
        var bits: Int {
            switch self {
            case .own: 3
            case .common: 12
            case .walk: 7
            case .copy: 3
            case .letter: 5
            case .sign: 3
            }
        }
    }

    let bits: Int
    let kinds: Set<Kind>

    init(of reading: PasswordReading, own: Set<String>) {
        let length = reading.typed.count
        // For each place, the cheapest way to get there: its bits, where its last piece begins, and of what kind that
        // is.
        var ways = [Way?](repeating: nil, count: length + 1)
        ways[0] = Way(bits: 0, start: 0, kind: .sign)
        let longest = max(CommonPasswords.longest, own.map(\.count).max() ?? 0)
        for place in 0..<length {
            guard let here = ways[place] else { continue }
            for (end, kind) in Self.pieces(of: reading, at: place, own: own, longest: longest) {
                let bits = here.bits + kind.bits
                if ways[end].map({ bits < $0.bits }) ?? true { ways[end] = Way(bits: bits, start: place, kind: kind) }
            }
        }
        bits = ways[length]?.bits ?? 0
        var kinds: Set<Kind> = []
        var place = length
        while place > 0, let way = ways[place] {
            kinds.insert(way.kind)
            place = way.start
        }
        self.kinds = kinds
    }

    private struct Way {
        let bits: Int
        let start: Int
        let kind: Kind
    }

    /// What may begin at `place`, each with the place behind it.
    private static func pieces(
        of reading: PasswordReading, at place: Int, own: Set<String>, longest: Int
    ) -> [(end: Int, kind: Kind)] {
        let typed = reading.typed
        var pieces = [(end: place + 1, kind: typed[place].isLetter ? Kind.letter : .sign)]
        let shortest = PasswordReading.shortestWord
        for length in stride(from: shortest, through: min(longest, typed.count - place), by: 1) {
            for letters in reading.readings {
                let word = String(letters[place..<place + length])
                if own.contains(word) {
                    pieces.append((place + length, .own))
                } else if CommonPasswords.all.contains(word) {
                    pieces.append((place + length, .common))
                }
            }
        }
        let walk = KeyRows.walk(in: typed[place...])
        if walk >= KeyRows.shortestWalk { pieces.append((place + walk, .walk)) }
        for length in stride(from: 1, through: min(place, typed.count - place), by: 1)
        where typed[place - length..<place] == typed[place..<place + length] {
            pieces.append((place + length, .copy))
        }
        return pieces
    }
}

/// What stands in a row, on keyboards or in the alphabet.
enum KeyRows {
    static let shortestWalk = 4

    private static let rows: [[Character]] = [
        "qwertyuiop", "asdfghjkl", "zxcvbnm",  // QWERTY
        "azertyuiop", "qsdfghjklm", "wxcvbn", "&e\"'(§e!ca)",  // AZERTY of Belgium, without accents
        "qwertzuiop", "yxcvbnm",  // QWERTZ
        "1234567890", "0123456789", "!@#$%^&*()", "!\"§$%&/()=", "abcdefghijklmnopqrstuvwxyz",
    ].flatMap { [Array($0), $0.reversed()] }

    /// How many characters from the beginning are one walk along a row, in either direction.
    static func walk(in typed: ArraySlice<Character>) -> Int {
        guard let first = typed.first else { return 0 }
        return rows.reduce(0) { longest, row in
            guard let place = row.firstIndex(of: first) else { return longest }
            return max(longest, zip(row[place...], typed).prefix { $0 == $1 }.count)
        }
    }
}
