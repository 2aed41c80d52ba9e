import Foundation

/// Cuts a text into words: runs of letters and digits in small letters, accents kept, apostrophes inside kept.
///
/// Works on UTF-8, because an index of a million records reads some hundred million words.
enum Tokeniser {
    /// Longer words are cut off: nobody types them, and they must not cost.
    static let longestWord = 64

    /// What stands between a word and the one before it.
    enum Joint {
        /// Nothing before it, or a space, a comma, a full stop with a space …
        case apart
        case hyphen
        /// A full stop without a space, as in `childfocus.be`.
        case point
    }

    /// Calls `body` with each word, in order. The buffer is only valid during the call.
    static func forEachWord(in text: String, _ body: (UnsafeBufferPointer<UInt8>, Joint) -> Void) {
        var text = text
        let isDone = text.withUTF8 { read($0, mayNormalise: true, body) }
        guard !isDone else { return }
        // A letter and its accent came as two: put them together, and begin again.
        var composed = text.precomposedStringWithCanonicalMapping
        composed.withUTF8 { _ = read($0, mayNormalise: false, body) }
    }

    /// False, before the first call of `body`, if the text has to be normalised first.
    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, mayNormalise: Bool, _ body: (UnsafeBufferPointer<UInt8>, Joint) -> Void
    ) -> Bool {
        if mayNormalise, hasCombiningMarks(bytes) { return false }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestWord + 16) { word in
            var length = 0
            var joint = Joint.apart
            var separators = 0
            func finish() {
                while length > 0, word[length - 1] == UInt8(ascii: "'") { length -= 1 }
                guard length > 0 else { return }
                body(UnsafeBufferPointer(start: word.baseAddress, count: length), separators == 1 ? joint : .apart)
                length = 0
                separators = 0
                joint = .apart
            }
            func separate(_ kind: Joint) {
                finish()
                separators += 1
                joint = kind
            }
            func append(_ byte: UInt8) {
                guard length < longestWord else { return }
                word[length] = byte
                length += 1
            }
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                if byte < 0x80 {
                    place += 1
                    switch byte {
                    case 0x61...0x7A, 0x30...0x39: append(byte)
                    case 0x41...0x5A: append(byte | 0x20)
                    case UInt8(ascii: "'"): if length > 0 { append(byte) } else { separate(.apart) }
                    case UInt8(ascii: "-"): separate(.hyphen)
                    case UInt8(ascii: "."): separate(.point)
                    default: separate(.apart)
                    }
                    continue
                }
                if byte == 0xC3, place + 1 < bytes.count, bytes[place + 1] != 0x97, bytes[place + 1] != 0xB7 {
                    // À to ÿ: the capitals lie 32 below the small letters.
                    let second = bytes[place + 1]
                    if length + 1 < longestWord {
                        append(byte)
                        append((0x80...0x9E).contains(second) ? second | 0x20 : second)
                    }
                    place += 2
                    continue
                }
                let (scalar, width) = decode(bytes, at: place)
                place += width
                switch scalar.value {
                case 0x2019, 0x02BC: if length > 0 { append(UInt8(ascii: "'")) } else { separate(.apart) }
                case 0x2010, 0x2011: separate(.hyphen)
                case 0x00AD, 0x200B...0x200D, 0xFEFF: break
                case _ where scalar.isPartOfWord:
                    let small = Array(scalar.properties.lowercaseMapping.utf8)
                    if length + small.count <= longestWord { small.forEach(append) }
                default: separate(.apart)
                }
            }
            finish()
        }
        return true
    }

    private static func hasCombiningMarks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place < bytes.count {
            // U+0300 to U+036F are CC 80 to CD AF in UTF-8.
            if bytes[place] == 0xCC || (bytes[place] == 0xCD && place + 1 < bytes.count && bytes[place + 1] <= 0xAF) {
                return true
            }
            place += 1
        }
        return false
    }

    /// The scalar at a place where one begins. Swift's strings are always valid UTF-8.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(bytes[place])
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = first & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for step in 1..<width where place + step < bytes.count {
            value = value << 6 | UInt32(bytes[place + step]) & 0x3F
        }
        return (Unicode.Scalar(value) ?? " ", width)
    }
}

extension Unicode.Scalar {
    fileprivate var isPartOfWord: Bool {
        properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }
}

extension String {
    /// The words of a text in small letters, accents kept.
    package var words: [String] {
        var words: [String] = []
        Tokeniser.forEachWord(in: self) { bytes, _ in words.append(String(decoding: bytes, as: UTF8.self)) }
        return words
    }
}
