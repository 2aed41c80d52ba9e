/// A name as it is compared: what two writers put down differently is gone from it.
///
/// Capitals, accents, punctuation, articles, "and" and legal forms say nothing: "L'École des Médias asbl" is
/// "ecole medias", "De V.Z.W. Mediawijs" is "mediawijs".
struct ComparableName: Hashable, Sendable {
    let plain: String
    /// Years, editions, phone numbers: names that differ in them are names of different things.
    let numbers: Set<String>

    /// Nil if there is no letter or digit in `title`.
    init?(_ title: some StringProtocol) {
        let words = Self.joiningInitials(PlainLetters.words(of: title))
        guard !words.isEmpty else { return nil }
        let telling = words.filter { !Self.silent.contains($0) }
        let kept = telling.isEmpty ? words : telling
        plain = kept.joined(separator: " ")
        numbers = Set(kept.filter { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    }

    /// The name before an explanation: "Awel" of "Awel – call 102, chat or forum". Nil if there is none.
    init?(headOf title: String) {
        let scalars = title.unicodeScalars
        var before: Unicode.Scalar = " "
        var start = scalars.startIndex
        for index in scalars.indices {
            let scalar = scalars[index]
            switch (before, scalar) {
            case (" ", "–"), (" ", "—"), (" ", "-"), (" ", "|"), (" ", "("), (":", " "), (",", " "):
                guard start > scalars.startIndex else { return nil }
                self.init(title[..<index])
                return
            default: break
            }
            before = scalar
            start = index
        }
        return nil
    }

    /// Whether both have numbers and not the same ones: "Apestaartjaren 2020" is not "Apestaartjaren 2022".
    func differsInNumbers(from other: ComparableName) -> Bool {
        !numbers.isEmpty && !other.numbers.isEmpty && numbers != other.numbers
    }

    /// Every three letters in a row, each once, with a space before and behind.
    var trigrams: [UInt64] {
        var found: [UInt64] = []
        var three: UInt64 = 0x20
        var length = 1
        for byte in plain.utf8 + [0x20] {
            three = (three << 8 | UInt64(byte)) & 0xFF_FFFF
            length += 1
            if length >= 3 { found.append(three) }
        }
        return found.uniqued
    }

    /// How much it resembles `other`, 0 to 1, if that share of their trigrams is the same. A slip of the finger changes
    /// three trigrams, so letters count as well, where they make two names more alike.
    func likeness(to other: ComparableName, trigrams share: Double) -> Double {
        let left = Array(plain.utf8)
        let right = Array(other.plain.utf8)
        let kept = 1 - Double(Self.edits(from: left, to: right)) / Double(max(left.count, right.count, 1))
        return max(share, (share + kept) / 2)
    }

    /// The least number of letters to add, take away or replace (Levenshtein, 1966).
    private static func edits(from left: [UInt8], to right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (place, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for other in right.indices {
                let replaced = diagonal + (letter == right[other] ? 0 : 1)
                diagonal = row[other + 1]
                row[other + 1] = min(replaced, row[other] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }

    /// "v z w" is "vzw": letters in a row are initials.
    private static func joiningInitials(_ words: [String]) -> [String] {
        var joined: [String] = []
        var isInitials = false
        for word in words {
            let isLetter = word.count == 1 && word.allSatisfy(\.isLetter)
            if isLetter, isInitials, let last = joined.popLast() {
                joined.append(last + word)
            } else {
                joined.append(word)
            }
            isInitials = isLetter
        }
        return joined
    }

    private static let silent: Set<String> = Set(
        """
        de het een t la le les l d un une des du der die das dem den ein eine the a an \
        en et und and \
        vzw asbl vog voe ev ivzw aisbl npo bv bvba nv sa srl sprl cv cvba scrl gmbh ag stv stichting fondation stiftung foundation
        """.split(separator: " ").map(String.init))
}
