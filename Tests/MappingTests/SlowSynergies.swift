import Catalogue
import Foundation

@testable import Mapping

/// The groups of offers that are alike, found the plain way: every offer against every other, sets of strings, and
/// every two clusters looked at before each step.
struct SlowSynergies {
    struct Pair: Equatable {
        let likeness: SynergyLikeness
        let suggestion: SynergySuggestion
    }

    /// In the order of kinds and ids.
    let offers: [Record]
    private var pairs: [Int: Pair] = [:]
    /// By the places of the offers, each ascending.
    private(set) var groups: [[Int]] = []

    init(_ catalogue: Catalogue) {
        offers = Kind.offers.flatMap { kind in catalogue.records.filter { $0.kind == kind && $0.isActiveOffer } }
        let measure = Measure(offers, catalogue[.territories])
        for one in offers.indices {
            for other in offers.indices where other > one && offers[one].kind == offers[other].kind {
                pairs[key(one, other)] = measure.pair(one, other)
            }
        }
        groups = clusters().filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    /// What makes two offers alike, by their places among the offers; nil where they are not.
    func pair(_ one: Int, _ other: Int) -> Pair? { pairs[key(one, other)] }

    /// In the order of the lower place, then of the higher one.
    private func key(_ one: Int, _ other: Int) -> Int { min(one, other) * offers.count + max(one, other) }

    private func clusters() -> [[Int]] {
        let ranked = pairs.sorted { ($1.value.likeness.total, $0.key) < ($0.value.likeness.total, $1.key) }
        let ranks = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($0.element.key, $0.offset) })
        var clusters = offers.indices.map { [$0] }
        while let next = nearest(clusters, ranks) {
            clusters[next.0] += clusters[next.1]
            clusters.remove(at: next.1)
        }
        return clusters
    }

    /// The two clusters that come together first.
    private func nearest(_ clusters: [[Int]], _ ranks: [Int: Int]) -> (Int, Int)? {
        var best: (rank: Int, pair: (Int, Int))?
        for one in clusters.indices {
            for other in clusters.indices where other > one && clusters[one].count + clusters[other].count <= 8 {
                guard let last = linkage(clusters[one], clusters[other], ranks), last < best?.rank ?? .max else {
                    continue
                }
                best = (last, (one, other))
            }
        }
        return best?.pair
    }

    /// The rank of the pair between them that is least alike; nil where one of them is not alike.
    private func linkage(_ one: [Int], _ other: [Int], _ ranks: [Int: Int]) -> Int? {
        var last = 0
        for member in one {
            for stranger in other {
                guard let rank = ranks[key(member, stranger)] else { return nil }
                last = max(last, rank)
            }
        }
        return last
    }
}

/// What two offers have in common, by the words of the definition.
private struct Measure {
    /// An offer as sets.
    private struct Sets {
        let record: Record
        let themes, audiences, formats: Set<String>
        let languages: Set<String>
        let places: Set<ConceptID>
        let words: [Language: Set<String>]

        init(_ record: Record, _ territories: Vocabulary) {
            self.record = record
            themes = Set(record.themes.map { "t\($0)" })
            audiences = Set(record.audiences.map { "a\($0)" })
            formats = Set(record.formats.map { "f\($0)" })
            languages = Set(record.languages.map { String($0.description.split(separator: "-")[0]) })
            let all = territories.concepts.map(\.id)
            places = Set(
                record.territories.flatMap { place in
                    [place] + all.filter { territories.covering($0).contains(place) }
                })
            words = Dictionary(
                uniqueKeysWithValues: Language.allCases.map { language in
                    let text = [record.title[language], record.summary[language]].compactMap { $0 }
                    let words = text.joined(separator: " ").lowercased().split { !$0.isLetter && !$0.isNumber }
                    return (
                        language, Set(words.map(String.init).filter { $0.count >= 2 && $0.first?.isNumber == false })
                    )
                })
        }
    }

    private let offers: [Sets]
    /// Of a theme, an audience or a format: how many have it.
    private var holders: [String: Int] = [:]
    /// How many texts there are in a language, and how many of them have a word.
    private var texts: [Language: (all: Int, with: [String: Int])] = [:]

    init(_ records: [Record], _ territories: Vocabulary) {
        offers = records.map { Sets($0, territories) }
        for offer in offers {
            for name in offer.themes.union(offer.audiences).union(offer.formats) { holders[name, default: 0] += 1 }
        }
        for language in Language.allCases {
            let all = offers.compactMap { $0.words[language] }.filter { !$0.isEmpty }
            let counts: [String: Int] = all.reduce(into: [:]) { counts, words in
                for word in words { counts[word, default: 0] += 1 }
            }
            texts[language] = (all.count, counts)
        }
    }

    func pair(_ one: Int, _ other: Int) -> SlowSynergies.Pair? {
        let (one, other) = (offers[one], offers[other])
        var likeness = SynergyLikeness()
        likeness.themes = rounded(dice(one.themes, other.themes))
        likeness.audiences = rounded(dice(one.audiences, other.audiences))
        likeness.formats = rounded(dice(one.formats, other.formats))
        guard likeness.themes >= 5_000, likeness.audiences >= 3_333, likeness.formats >= 3_333 else { return nil }
        likeness.places = rounded(overlap(one.places, other.places))
        likeness.languages = rounded(overlap(one.languages, other.languages))
        let shares = Language.allCases.map { cosine(one, other, $0) }
        likeness.text = rounded(shares.max() ?? 0)
        guard likeness.text >= 1_450, sum(likeness) >= 575_000, !one.languages.isEmpty, !other.languages.isEmpty else {
            return nil
        }
        let sharesOwner = !Set(one.record.organisations).isDisjoint(with: other.record.organisations)
        return suggestion(likeness, one.record.kind, sharesOwner).map {
            SlowSynergies.Pair(likeness: likeness, suggestion: $0)
        }
    }

    private func sum(_ one: SynergyLikeness) -> Int {
        30 * one.themes + 15 * one.audiences + 15 * one.formats + 5 * one.places + 5 * one.languages
            + 30 * min(10_000, one.text * 5 / 2)
    }

    private func suggestion(_ likeness: SynergyLikeness, _ kind: Kind, _ shares: Bool) -> SynergySuggestion? {
        switch (likeness.languages > 0, likeness.places >= 5_000, kind) {
        case (false, _, .resource), (false, _, .initiative): .translate
        case (false, _, _): shares ? nil : .together
        case (true, false, _): nil
        case (true, true, _) where likeness.text >= 6_000: .merge
        case (true, true, _) where shares: likeness.themes >= 7_000 && likeness.text >= 2_000 ? .merge : nil
        case (true, true, _): .together
        }
    }

    // MARK: Figures

    private func rounded(_ share: Double) -> Int { Int((share * 10_000).rounded()) }

    private func dice(_ one: Set<String>, _ other: Set<String>) -> Double {
        let weight: (Set<String>) -> Double = { names in
            names.sorted().reduce(0) { $0 + log(1 + Double(offers.count) / Double(holders[$1] ?? 1)) }
        }
        let both = weight(one) + weight(other)
        return both == 0 ? 0 : 2 * weight(one.intersection(other)) / both
    }

    private func overlap<Name>(_ one: Set<Name>, _ other: Set<Name>) -> Double {
        let least = min(one.count, other.count)
        return least == 0 ? 0 : Double(one.intersection(other).count) / Double(least)
    }

    private func cosine(_ one: Sets, _ other: Sets, _ language: Language) -> Double {
        guard let texts = texts[language], let mine = one.words[language], let theirs = other.words[language] else {
            return 0
        }
        let sum: (Set<String>) -> Double = { words in
            words.sorted().reduce(0) { sum, word in
                let count = texts.with[word] ?? 0
                return count > max(8, texts.all / 8) ? sum : sum + pow(log(1 + Double(texts.all) / Double(count)), 2)
            }
        }
        let length = sum(mine).squareRoot() * sum(theirs).squareRoot()
        return length == 0 ? 0 : min(1, sum(mine.intersection(theirs)) / length)
    }
}
