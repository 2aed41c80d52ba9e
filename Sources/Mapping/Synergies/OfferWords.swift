import Catalogue
import Foundation

/// The words of the texts of many offers. A text is known by its number: four for each offer, one a language.
struct OfferWords: Sendable {
    /// The texts, one behind the other: numbers of words, each once.
    private var words: [Int32]
    /// By the number of the text: where it begins; at the end, where the last one ends.
    private var starts: [Int]
    /// By the number of the text: the root of the sum of its words' squared weights.
    private var lengths: [Double] = []
    /// By the number of the word: its squared weight; 0 for everyday words.
    private let squares: [Double]
    /// By the number of the word: in how many texts it is.
    private let counts: [Int32]
    /// By the number of the word.
    private let hashes: [UInt64]
    /// By the place of the language: how many texts it has.
    private let texts: [Int]

    private static let languages = Language.allCases

    init(_ offers: ComparableOffers) {
        let perOffer = Self.languages.count
        var numbers = WordNumbers()
        var texts = Array(repeating: 0, count: perOffer)
        var languageOf: [UInt8] = []
        var words: [Int32] = []
        var starts = [0]
        starts.reserveCapacity(offers.count * perOffer + 1)
        for offer in 0..<offers.count {
            for (place, language) in Self.languages.enumerated() {
                let text = Int32(offer * perOffer + place)
                let salt = Self.salt(place)
                let before = words.count
                func read(_ part: String?) {
                    guard let part else { return }
                    PlainWords.each(of: part, salt: salt) { word, _ in
                        guard let number = numbers.number(word, in: text) else { return }
                        words.append(number)
                        if Int(number) == languageOf.count { languageOf.append(UInt8(place)) }
                    }
                }
                read(offers.records[offers.places[offer]].title[language])
                read(offers.records[offers.places[offer]].summary[language])
                if words.count > before { texts[place] += 1 }
                starts.append(words.count)
            }
        }
        var counts = Array(repeating: Int32(0), count: numbers.words.count)
        for word in words { counts[Int(word)] += 1 }
        self.words = words
        self.starts = starts
        self.counts = counts
        self.texts = texts
        hashes = numbers.words
        squares = zip(counts, languageOf).map { count, place in
            let texts = texts[Int(place)]
            guard Int(count) <= Self.everyday(of: texts) else { return 0 }
            let weight = log(1 + Double(texts) / Double(count))
            return weight * weight
        }
        keepTelling()
    }

    /// A word in more texts than this says nothing: more than an eighth, and more than eight.
    static func everyday(of texts: Int) -> Int { max(8, texts / 8) }

    /// Another beginning for the hashes of each language.
    private static func salt(_ place: Int) -> UInt64 { UInt64(place) &* 0x9e37_79b9_7f4a_7c15 }

    /// Takes everyday words out of the texts and measures what is left.
    private mutating func keepTelling() {
        var kept = 0
        lengths.reserveCapacity(starts.count - 1)
        for text in 0..<(starts.count - 1) {
            let range = starts[text]..<starts[text + 1]
            starts[text] = kept
            var sum = 0.0
            for place in range {
                let square = squares[Int(words[place])]
                guard square > 0 else { continue }
                words[kept] = words[place]
                kept += 1
                sum += square
            }
            lengths.append(sum.squareRoot())
        }
        starts[starts.count - 1] = kept
        words.removeLast(words.count - kept)
    }

    // MARK: Asking

    /// How many different words there are.
    var wordCount: Int { counts.count }

    func count(_ word: Int32) -> Int { Int(counts[Int(word)]) }

    /// The telling words of all texts of an offer.
    func words(of offer: Int) -> ArraySlice<Int32> {
        words[starts[offer * Self.languages.count]..<starts[(offer + 1) * Self.languages.count]]
    }

    /// The telling words of one text.
    func words(ofText text: Int) -> ArraySlice<Int32> { words[starts[text]..<starts[text + 1]] }

    /// `place`: of the language.
    private func words(of offer: Int, _ place: Int) -> ArraySlice<Int32> {
        words(ofText: offer * Self.languages.count + place)
    }

    /// The texts of an offer.
    func texts(of offer: Int) -> Range<Int> {
        offer * Self.languages.count..<(offer + 1) * Self.languages.count
    }

    /// How alike the texts of two offers are in the language where they are most alike: 0 to 1. `marks` is `one` at the
    /// words of that offer, and something else at other words.
    func likeness(_ one: Int, _ other: Int, marks: [Int32]) -> Double {
        var best = 0.0
        for (mine, theirs) in zip(texts(of: one), texts(of: other)) {
            let length = lengths[mine] * lengths[theirs]
            guard length > 0 else { continue }
            var shared = 0.0
            for place in starts[theirs]..<starts[theirs + 1] {
                let word = Int(words[place])
                if marks[word] == Int32(truncatingIfNeeded: one) { shared += squares[word] }
            }
            best = max(best, shared / length)
        }
        return min(1, best)
    }

    /// The words that stand in all texts of these offers in a language, as the first offer writes them: rarest first,
    /// and none that is in more than one text of twenty.
    func shared(by offers: [Int], _ language: Language, in all: ComparableOffers) -> [String] {
        guard let first = offers.first, let place = Self.languages.firstIndex(of: language) else { return [] }
        let most = max(SynergyReason.commonest, texts[place] / 20)
        var numbers = words(of: first, place).filter { (offers.count...most).contains(count($0)) }
        for offer in offers.dropFirst() where !numbers.isEmpty {
            let others = words(of: offer, place)
            numbers.removeAll { !others.contains($0) }
        }
        guard !numbers.isEmpty else { return [] }
        numbers.sort { (count($0), $0) < (count($1), $1) }
        let wanted = numbers.map { hashes[Int($0)] }
        var written: [String?] = Array(repeating: nil, count: wanted.count)
        let record = all.records[all.places[first]]
        for part in [record.title[language], record.summary[language]].compactMap({ $0 }) {
            PlainWords.each(of: part, salt: Self.salt(place)) { word, bytes in
                guard let index = wanted.firstIndex(of: word), written[index] == nil else { return }
                written[index] = String(part.utf8.dropFirst(bytes.lowerBound).prefix(bytes.count))
            }
        }
        return Array(
            written.compactMap { $0 }.filter { $0.count >= SynergyReason.shortestWord }
                .prefix(SynergyReason.mostWords))
    }
}
