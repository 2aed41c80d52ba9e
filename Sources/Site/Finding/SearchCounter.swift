import Catalogue
import Editorial
import Search
import Synchronization

/// A search by few words, each of which the catalogue knows: nothing of whoever typed it stands in the page that answers it,
/// which may be kept for the next one.
struct KnownSearch: Hashable, Sendable {
    let language: Language
    /// As they are counted.
    let words: String
    let isWithoutResult: Bool

    /// More words may be a sentence.
    static let mostWords = 4
}

/// Counts what is looked for, so that editors see what people don't find; keeps nothing by which anybody is known.
///
/// Of what was typed only the telling words stay, sorted, without numbers and addresses. A word that the catalogue does
/// not know is not kept before five searches of the day held it. Of the words of somebody in need nothing stays.
final class SearchCounter: Sendable {
    private static let leastSeen = SearchCount.leastShown
    private static let mostWords = 6
    /// So that a flood of nonsense stays small.
    private static let mostStrange = 20_000

    private struct Key: Hashable {
        let day: CivilDay
        let language: Language
        let words: String
    }

    private struct State {
        var counts: [Key: (searches: Int, withoutResult: Int)] = [:]
        /// How often each unknown word was typed on `day`; only ever in memory.
        var strange: [String: Int] = [:]
        var day: CivilDay?

        /// Once under its words, and once under none: what was looked for in all.
        mutating func count(_ search: KnownSearch, on day: CivilDay) {
            for words in Set(["", search.words]) {
                let key = Key(day: day, language: search.language, words: words)
                counts[key, default: (0, 0)].searches += 1
                if search.isWithoutResult { counts[key, default: (0, 0)].withoutResult += 1 }
            }
        }
    }

    private let state = Mutex(State())

    /// Counts a search that was answered. Nil where the answer is for whoever asked alone.
    func note(_ text: String, found: Found, index: Index, language: Language, day: CivilDay) -> KnownSearch? {
        guard !text.isEmpty else { return nil }
        let isPrivate = !found.intents.isEmpty
        let typed = isPrivate ? [] : Self.tellingWords(text)
        let strange = Set(typed.filter { !index.isKnown(word: $0) })
        let isEmpty = found.results.total == 0
        let known = KnownSearch(language: language, words: Self.line(typed), isWithoutResult: isEmpty)
        if !isPrivate, strange.isEmpty, Self.isPlain(text, besides: typed) {
            count(known, on: day)
            return known
        }
        state.withLock { state in
            if state.day != day { (state.day, state.strange) = (day, [:]) }
            for word in strange where state.strange.count < Self.mostStrange || state.strange[word] != nil {
                state.strange[word, default: 0] += 1
            }
            let kept = typed.filter { !strange.contains($0) || state.strange[$0] ?? 0 >= Self.leastSeen }
            state.count(KnownSearch(language: language, words: Self.line(kept), isWithoutResult: isEmpty), on: day)
        }
        return nil
    }

    /// Counts a search that was answered with a page that was ready.
    func count(_ search: KnownSearch, on day: CivilDay) { state.withLock { $0.count(search, on: day) } }

    private static func line(_ words: [String]) -> String {
        String(words.prefix(mostWords).joined(separator: " ").prefix(200))
    }

    /// Whether a text is a few words, and those are the telling ones and common ones only.
    private static func isPlain(_ text: String, besides telling: [String]) -> Bool {
        let words = text.words.map(\.folded)
        return words.count <= KnownSearch.mostWords
            && words.allSatisfy { telling.contains($0) || CommonWords.holds($0) }
    }

    /// Hands over what was counted since the last time.
    func take() -> [SearchCount] {
        let counts = state.withLock { state in
            let counts = state.counts
            state.counts = [:]
            return counts
        }
        return counts.map { key, count in
            SearchCount(
                day: key.day, language: key.language, words: key.words, searches: count.searches,
                withoutResult: count.withoutResult)
        }.sorted { ($0.day, $0.language.rawValue, $0.words) < ($1.day, $1.language.rawValue, $1.words) }
    }

    /// Takes back what could not be kept.
    func putBack(_ counts: [SearchCount]) {
        state.withLock { state in
            for count in counts {
                let key = Key(day: count.day, language: count.language, words: count.words)
                state.counts[key, default: (0, 0)].searches += count.searches
                state.counts[key, default: (0, 0)].withoutResult += count.withoutResult
            }
        }
    }

    /// Different words in the order of the alphabet, so that no sentence can be put together again.
    static func tellingWords(_ text: String) -> [String] {
        let pieces = text.split(whereSeparator: \.isWhitespace).filter { piece in
            !piece.contains { $0.isNumber || $0 == "@" || $0 == "/" || $0 == ":" }
        }
        let words = pieces.flatMap { String($0).words }.map(\.folded).filter { $0.count > 2 }
        return Set(words.filter { !CommonWords.holds($0) }).sorted()
    }
}
