import Catalogue

/// All pairs of offers that are alike (``SynergyLikeness``).
///
/// Not every offer is held against every other: only those that share one of the rarest words of their texts, or a
/// theme within a small company. So of very many offers, a pair is missed whose texts share only words that are less
/// rare.
struct AlikePairs: Sendable {
    /// A word that more texts than this hold leads to nobody.
    static let mostHolders = 64
    /// How many of its words, rarest first, a text is found by.
    static let mostWords = 8
    /// Offers of one kind with one theme are all compared if they are no more than this.
    static let mostCompanions = 64

    struct Pair: Sendable {
        let likeness: SynergyLikeness
        let suggestion: SynergySuggestion
    }

    /// Most alike first, then by the numbers of the offers, the lower one first.
    let ranked: [(one: Int32, other: Int32)]
    /// In the same order.
    let pairs: [Pair]
    /// How many offers there are.
    let offers: Int

    init(_ offers: ComparableOffers, _ words: OfferWords) {
        self.offers = offers.count
        var byWord = Companies(Self.rareWords(of: words, offers: offers.count), names: words.wordCount)
        var byTheme = Companies(Self.themes(of: offers), names: offers.themes.names.count * Kind.allCases.count)
        var marks = Array(repeating: Int32(-1), count: words.wordCount)
        var seen = Array(repeating: Int32(-1), count: offers.count)
        var found: [(key: UInt64, pair: Pair)] = []

        for one in 0..<offers.count {
            let mark = Int32(one)
            var isMarked = false
            func compare(_ other: Int32) {
                guard seen[Int(other)] != mark else { return }
                seen[Int(other)] = mark
                var likeness = offers.likeness(one, Int(other))
                guard likeness.isWorthReading else { return }
                if !isMarked {
                    for word in words.words(of: one) { marks[Int(word)] = mark }
                    isMarked = true
                }
                likeness.text = SynergyLikeness.part(words.likeness(one, Int(other), marks: marks))
                guard likeness.isEnough, let suggestion = offers.suggestion(likeness, one, Int(other)) else { return }
                let pair = Pair(likeness: likeness, suggestion: suggestion)
                found.append((Self.rank(likeness.total, mark, other), pair))
            }
            let limit = Int32(offers.endOfKind[one])
            byWord.eachLater(than: one, before: limit, upTo: Self.mostHolders, compare)
            byTheme.eachLater(than: one, before: limit, upTo: Self.mostCompanions, compare)
        }
        found.sort { $0.key < $1.key }
        ranked = found.map { (Int32($0.key >> 25 & 0x1FF_FFFF), Int32($0.key & 0x1FF_FFFF)) }
        pairs = found.map(\.pair)
    }

    /// Smaller for what is more alike, then for lower numbers: 14 bits for likeness, 25 for each offer.
    private static func rank(_ likeness: Int, _ one: Int32, _ other: Int32) -> UInt64 {
        UInt64(SynergyLikeness.full - likeness) << 50 | UInt64(one) << 25 | UInt64(other)
    }

    /// For each offer the rarest words of each of its texts.
    private static func rareWords(of words: OfferWords, offers: Int) -> NumberLists {
        var lists = NumberLists()
        var shared: [Int32] = []
        for offer in 0..<offers {
            for text in words.texts(of: offer) {
                shared.removeAll(keepingCapacity: true)
                for word in words.words(ofText: text) where (2...mostHolders).contains(words.count(word)) {
                    shared.append(word)
                }
                if shared.count > mostWords {
                    shared.sort { (words.count($0), $0) < (words.count($1), $1) }
                    shared.removeLast(shared.count - mostWords)
                }
                lists.add(shared)
            }
            lists.endList()
        }
        return lists
    }

    /// For each offer its themes, each kind by itself.
    private static func themes(of offers: ComparableOffers) -> NumberLists {
        let kinds = Dictionary(uniqueKeysWithValues: zip(Kind.allCases, 0...))
        var lists = NumberLists()
        for offer in 0..<offers.count {
            let kind = kinds[offers.kinds[offer]] ?? 0
            offers.themes.each(in: offer) { lists.add(Int32($0 * kinds.count + kind)) }
            lists.endList()
        }
        return lists
    }
}
