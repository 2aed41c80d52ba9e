/// The words of a text as hashes, straight from its bytes: of hundreds of thousands of texts, none becomes a
/// `Character`.
///
/// A word is letters and digits of two bytes and more that begins with a letter; years and amounts say nothing of what
/// an offer is. Capitals of the languages of the shop count as small letters.
enum PlainWords {
    /// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/). The same letters may be a word in two languages,
    /// so each language begins with another `salt`.
    static func each(of text: String, salt: UInt64, _ body: (_ word: UInt64, _ bytes: Range<Int>) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            var hash = offset ^ salt
            var start = 0
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                let plain = plain[Int(byte)]
                if plain != 0 {
                    hash = (hash ^ UInt64(plain)) &* prime
                    place += 1
                    continue
                }
                let length = byte < 0x80 ? 1 : letterOrGap(bytes, at: place, &hash)
                if length < 0 {
                    place -= length
                    continue
                }
                if place - start >= 2, !isDigit(bytes[start]) { body(hash, start..<place) }
                place += length
                start = place
                hash = offset ^ salt
            }
            if place - start >= 2, !isDigit(bytes[start]) { body(hash, start..<place) }
        }
    }

    private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    /// What a single byte counts as in a word: small letters, digits; 0 for what ends a word or is not a letter by
    /// itself.
    private static let plain: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: 0
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Reads a scalar of two bytes and more. Its length if it ends a word; less than zero, that many bytes, if it is
    /// part of it.
    private static func letterOrGap(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, _ hash: inout UInt64) -> Int {
        let first = bytes[place]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard place + length <= bytes.count else { return bytes.count - place }
        var second = bytes[place + 1]
        switch (first, second) {
        // Signs of Latin-1 such as « », × and ÷; dashes, quotes, currencies and arrows; what is beyond the scripts in
        // use.
        case (0xC2, _), (0xC3, 0x97), (0xC3, 0xB7), (0xE2, _), (0xEF, _), (0xF0..., _): return length
        // À to Þ, Œ.
        case (0xC3, 0x80...0x9E): second |= 0x20
        case (0xC5, 0x92): second = 0x93
        default: break
        }
        hash = (hash ^ UInt64(first)) &* prime
        hash = (hash ^ UInt64(second)) &* prime
        for next in bytes[(place + 2)..<(place + length)] { hash = (hash ^ UInt64(next)) &* prime }
        return -length
    }
}
