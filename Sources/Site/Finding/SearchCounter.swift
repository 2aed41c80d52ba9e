import Catalogue
import Editorial
import Search
import Synchronization

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
    }

    private let state = Mutex(State())

    func note(_ text: String, found: Found, index: Index, language: Language, day: CivilDay) {
        guard !text.isEmpty else { return }
        let isPrivate = !found.intents.isEmpty
        let typed = isPrivate ? [] : Self.tellingWords(text)
        let strange = Set(typed.filter { !index.isKnown(word: $0) })
        let isEmpty = found.results.total == 0
        state.withLock { state in
            if state.day != day { (state.day, state.strange) = (day, [:]) }
            for word in strange where state.strange.count < Self.mostStrange || state.strange[word] != nil {
                state.strange[word, default: 0] += 1
            }
            let kept = typed.filter { !strange.contains($0) || state.strange[$0] ?? 0 >= Self.leastSeen }
            let words = String(kept.prefix(Self.mostWords).joined(separator: " ").prefix(200))
            for words in Set(["", words]) {
                let key = Key(day: day, language: language, words: words)
                state.counts[key, default: (0, 0)].searches += 1
                if isEmpty { state.counts[key, default: (0, 0)].withoutResult += 1 }
            }
        }
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
