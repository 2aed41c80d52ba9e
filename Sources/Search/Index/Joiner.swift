/// Makes one word of those that people also write as one: `cyber-pesten` → `cyberpesten`, `0800/95.580` → `080095580`.
struct Joiner {
    private var previous: [UInt8] = []
    private var digits: [UInt8] = []
    private var groups = 0

    /// Before a word is taken: ends a run of digits if `word` does not go on with it.
    mutating func finish(
        before word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        if !Self.isNumber(word) { end(body) }
    }

    /// After a word: joins it with the one before if a hyphen or a point stood between them; in names, always.
    mutating func take(
        _ word: UnsafeBufferPointer<UInt8>, joint: Tokeniser.Joint, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        if Self.isNumber(word) {
            if digits.count + word.count <= Tokeniser.longestWord {
                digits += word
                groups += 1
            }
        } else if joint != .apart, !previous.isEmpty, previous.count + word.count <= Tokeniser.longestWord {
            (previous + word).withUnsafeBufferPointer(body)
        }
        previous.removeAll(keepingCapacity: true)
        previous += word
    }

    /// At the end of a text: what is left of a run of digits.
    mutating func end(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        if groups > 1 { digits.withUnsafeBufferPointer(body) }
        digits.removeAll(keepingCapacity: true)
        groups = 0
    }

    private static func isNumber(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.allSatisfy { (0x30...0x39).contains($0) }
    }
}
