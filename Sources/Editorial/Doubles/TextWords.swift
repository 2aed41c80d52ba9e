import Catalogue

/// What a text in one language is compared by. Words are kept as their hashes, so that thousands of texts fit in flat tables.
struct TextWords: Sendable {
    /// The words of two letters and more, each once.
    let words: [UInt64]
    /// What stays the same in translation: numbers, web addresses, and proper names where capitals tell them.
    let signs: [UInt64]
    /// Of a German text: the words with a capital, which are all nouns; some of them are proper names.
    let nouns: [UInt64]

    init(_ text: String, language: Language) {
        var reading = Reading()
        for scalar in text.unicodeScalars { reading.read(scalar) }
        reading.endWord()
        // The same letters may be a word in two languages.
        let salt = UInt64(language.rawValue.utf8.first ?? 0) << 56
        words = reading.words.map { $0 ^ salt }.uniqued
        signs = (language == .de ? reading.plainSigns : reading.plainSigns + reading.capitals).uniqued
        nouns = language == .de ? reading.capitals.uniqued : []
    }
}

/// A text while it is read letter by letter.
private struct Reading {
    var words: [UInt64] = []
    /// Numbers and parts of web addresses.
    var plainSigns: [UInt64] = []
    /// Words with a capital that do not begin a sentence.
    var capitals: [UInt64] = []

    private var letters: [UInt8] = []
    private var isCapital = false
    private var isInAddress = false
    private var isAfterStop = true
    /// The word that ended in the dot just before.
    private var wordBeforeDot: UInt64?

    mutating func read(_ scalar: Unicode.Scalar) {
        let isFirst = letters.isEmpty
        switch PlainLetters.append(scalar, to: &letters) {
        case .mark: break
        case .letter where isFirst: beginWord(with: scalar)
        case .letter: break
        case .gap:
            let word = endWord()
            wordBeforeDot = scalar == "." ? word : nil
            switch scalar {
            case ".", "!", "?", ":": isAfterStop = true
            default: break
            }
        }
    }

    private mutating func beginWord(with scalar: Unicode.Scalar) {
        isCapital = !isAfterStop && (scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase)
        isInAddress = false
        if let before = wordBeforeDot {
            // No space behind the dot: `sexting.be`.
            plainSigns.append(before)
            isInAddress = true
        }
        wordBeforeDot = nil
        isAfterStop = false
    }

    @discardableResult
    mutating func endWord() -> UInt64? {
        defer { letters.removeAll(keepingCapacity: true) }
        guard letters.count >= 2 else { return nil }
        let word = hash(letters)
        words.append(word)
        let isNumber = letters.allSatisfy { (0x30...0x39).contains($0) }
        if isNumber || (isInAddress && letters.count >= 3) {
            plainSigns.append(word)
        } else if isCapital, letters.count >= 3 {
            capitals.append(word)
        }
        return word
    }

    /// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
    private func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

extension [UInt64] {
    /// Each once. Sorting short lists is quicker than keeping a set of each.
    var uniqued: [UInt64] {
        var list = sorted()
        var last: UInt64?
        list.removeAll { next in
            defer { last = next }
            return next == last
        }
        return list
    }
}
