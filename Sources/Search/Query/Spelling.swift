/// Finds known words that differ little from a mistyped one.
///
/// Words are grouped by length; for each a set of its letters as 32 bits. Two words within d changes differ in at most
/// 2 d of these bits, so that nearly all are passed over with one comparison of numbers.
struct Spelling: Sendable {
    struct Match {
        let word: String
        let distance: Int
        let count: Int
    }

    private struct Group: Sendable {
        var letters: [UInt32] = []
        var places: [UInt32] = []
    }

    private var bytes: [UInt8] = []
    private var starts: [UInt32] = [0]
    private var counts: [UInt32] = []
    private var groups: [Group] = []
    private var numbers: [String: UInt32] = [:]

    /// Notes a folded word and how often it occurs.
    mutating func add(_ word: String, count: UInt32) {
        if let known = numbers[word] {
            counts[Int(known)] += count
            return
        }
        let letters = Array(word.utf8)
        guard letters.count >= 4, letters.count <= 32, !letters.contains(where: { (0x30...0x39).contains($0) }) else {
            return
        }
        while groups.count <= letters.count { groups.append(Group()) }
        groups[letters.count].letters.append(Self.signature(letters))
        groups[letters.count].places.append(UInt32(counts.count))
        numbers[word] = UInt32(counts.count)
        counts.append(count)
        bytes += letters
        starts.append(UInt32(bytes.count))
    }

    /// Lets go of what only building needs.
    mutating func finish() { numbers = [:] }

    /// The most changes that a word of this many letters may have.
    static func tolerance(_ letters: Int) -> Int { letters < 4 ? 0 : letters < 8 ? 1 : 2 }

    /// Words within the tolerance of `word` (folded), nearest first, more frequent before less; at most `limit`.
    func matches(of word: String, limit: Int) -> [Match] {
        let letters = Array(word.utf8.prefix(40))
        let tolerance = Self.tolerance(letters.count)
        guard tolerance > 0, !groups.isEmpty else { return [] }
        let signature = Self.signature(letters)
        var found: [Match] = []
        var rows = DistanceRows()
        for length in max(4, letters.count - tolerance)...max(4, letters.count + tolerance) where length < groups.count {
            let group = groups[length]
            for index in group.letters.indices
            where (group.letters[index] ^ signature).nonzeroBitCount <= 2 * tolerance {
                let place = Int(group.places[index])
                let candidate = bytes[Int(starts[place])..<Int(starts[place + 1])]
                let distance = rows.distance(letters, candidate, limit: tolerance)
                if distance > 0, distance <= tolerance {
                    found.append(
                        Match(
                            word: String(decoding: candidate, as: UTF8.self), distance: distance,
                            count: Int(counts[place])))
                }
            }
        }
        found.sort { ($0.distance, $1.count, $0.word) < ($1.distance, $0.count, $1.word) }
        return Array(found.prefix(limit))
    }

    private static func signature(_ letters: [UInt8]) -> UInt32 {
        letters.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }
}

/// Optimal string alignment (https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance): insertions,
/// deletions, replacements and swaps of neighbours. Keeps its rows between calls.
private struct DistanceRows {
    private var before = [Int](repeating: 0, count: 64)
    private var previous = [Int](repeating: 0, count: 64)
    private var row = [Int](repeating: 0, count: 64)

    /// The distance, or more than `limit` as soon as that is certain. Both words have at most 60 letters.
    mutating func distance(_ left: [UInt8], _ right: ArraySlice<UInt8>, limit: Int) -> Int {
        let right = Array(right)
        for column in 0...right.count { previous[column] = column }
        for i in left.indices {
            row[0] = i + 1
            var least = i + 1
            for j in right.indices {
                var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, before[j - 1] + 1) }
                row[j + 1] = cost
                least = min(least, cost)
            }
            if least > limit { return limit + 1 }
            swap(&before, &previous)
            swap(&previous, &row)
        }
        return previous[right.count]
    }
}
