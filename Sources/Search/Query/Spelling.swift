/// Finds known words that differ little from a mistyped one.
///
/// Words one change away are found through what is left of them when a letter is taken out (two such words share one of
/// these rests). Words two changes away are looked for among those of about the same length and letters, and only where
/// nothing is nearer.
struct Spelling: Sendable {
    struct Match {
        let word: String
        let distance: Int
        let count: Int
    }

    /// Words of one length, one after the other.
    private struct Group: Sendable {
        var signatures: [UInt64] = []
        var letters: [UInt8] = []
        var counts: [UInt32] = []
    }

    private static let shortest = 4
    private static let longest = 32

    /// By length.
    private var groups: [Group] = []
    /// While building: where each word is.
    private var places: [String: (length: Int, place: Int)] = [:]
    /// The words of each bucket of rests: `rests[bucketStarts[b]..<bucketStarts[b + 1]]`, length and place in one number.
    private var bucketStarts: [UInt32] = []
    private var rests: [UInt32] = []

    init() {}

    init(from reader: inout IndexReader) throws {
        for _ in 0..<(try reader.count(of: 24)) {
            groups.append(
                Group(signatures: try reader.column(), letters: try reader.column(), counts: try reader.column()))
        }
        bucketStarts = try reader.column()
        rests = try reader.column()
    }

    func write(to writer: IndexWriter) throws {
        try writer.add(groups.count)
        for group in groups {
            try writer.add(group.signatures)
            try writer.add(group.letters)
            try writer.add(group.counts)
        }
        try writer.add(bucketStarts)
        try writer.add(rests)
    }

    /// Notes a folded word and how often it occurs.
    mutating func add(_ word: String, count: UInt32) {
        if let known = places[word] {
            groups[known.length].counts[known.place] += count
            return
        }
        let letters = Array(word.utf8)
        guard letters.count >= Self.shortest, letters.count <= Self.longest else { return }
        guard !letters.contains(where: { (0x30...0x39).contains($0) }) else { return }
        while groups.count <= letters.count { groups.append(Group()) }
        places[word] = (letters.count, groups[letters.count].counts.count)
        groups[letters.count].signatures.append(Self.signature(letters))
        groups[letters.count].letters += letters
        groups[letters.count].counts.append(count)
    }

    /// Makes it ready to be asked.
    mutating func finish() {
        places = [:]
        let entries = groups.enumerated().reduce(0) { $0 + $1.element.counts.count * ($1.offset + 1) }
        var buckets = 64
        while buckets < entries { buckets *= 2 }
        var ends = [UInt32](repeating: 0, count: buckets + 1)
        forEachRest { bucket, _ in ends[bucket & (buckets - 1) + 1] += 1 }
        for bucket in 0..<buckets { ends[bucket + 1] += ends[bucket] }
        bucketStarts = ends
        rests = [UInt32](repeating: 0, count: Int(ends[buckets]))
        var filled = [UInt32](repeating: 0, count: Int(ends[buckets]))
        forEachRest { bucket, word in
            let bucket = bucket & (buckets - 1)
            filled[Int(ends[bucket])] = word
            ends[bucket] += 1
        }
        rests = filled
    }

    /// The most changes that a word of this many letters may have.
    static func tolerance(_ letters: Int) -> Int { letters < shortest ? 0 : letters < 8 ? 1 : 2 }

    /// Words one change away from `word` (folded), more frequent before less; at most `limit`.
    func near(_ word: String, limit: Int) -> [Match] {
        let letters = Array(word.utf8.prefix(40))
        guard Self.tolerance(letters.count) > 0, rests.count > 0 else { return [] }
        let pattern = EditDistance(letters)
        var seen: Set<UInt32> = []
        var found: [Match] = []
        Self.forEachRest(of: letters[...]) { hash in
            let bucket = hash & (bucketStarts.count - 2)
            for entry in rests[Int(bucketStarts[bucket])..<Int(bucketStarts[bucket + 1])]
            where seen.insert(entry).inserted {
                add(Int(entry & 63), Int(entry >> 6), distance: 1, pattern, to: &found)
            }
        }
        return Self.best(found, limit)
    }

    /// Words two changes away from a long `word` (folded), more frequent before less; at most `limit`.
    func far(_ word: String, limit: Int) -> [Match] {
        let letters = Array(word.utf8.prefix(40))
        guard Self.tolerance(letters.count) > 1 else { return [] }
        let signature = Self.signature(letters)
        let pattern = EditDistance(letters)
        var found: [Match] = []
        for length in letters.count - 2...letters.count + 2 where length < groups.count {
            groups[length].signatures.withUnsafeBufferPointer { signatures in
                for place in signatures.indices where (signatures[place] ^ signature).nonzeroBitCount <= 4 {
                    add(length, place, distance: 2, pattern, to: &found)
                }
            }
        }
        return Self.best(found, limit)
    }

    private func add(_ length: Int, _ place: Int, distance: Int, _ pattern: EditDistance, to found: inout [Match]) {
        let group = groups[length]
        group.letters.withUnsafeBufferPointer { letters in
            let word = UnsafeBufferPointer(rebasing: letters[place * length..<(place + 1) * length])
            guard pattern.distance(to: word) == distance else { return }
            found.append(
                Match(word: String(decoding: word, as: UTF8.self), distance: distance, count: Int(group.counts[place])))
        }
    }

    private static func best(_ found: [Match], _ limit: Int) -> [Match] {
        Array(found.sorted { ($1.count, $0.word) < ($0.count, $1.word) }.prefix(limit))
    }

    /// For each letter a bit if it is there, and one if it is there twice: a change changes at most two bits.
    private static func signature(_ letters: [UInt8]) -> UInt64 {
        letters.reduce(0) { signature, letter in
            let bit: UInt64 = 1 << UInt64(letter & 31)
            return signature & bit == 0 ? signature | bit : signature | bit << 32
        }
    }

    // MARK: Rests

    private func forEachRest(_ body: (_ hash: Int, _ word: UInt32) -> Void) {
        for (length, group) in groups.enumerated() {
            for place in group.counts.indices {
                let word = UInt32(place) << 6 | UInt32(length)
                Self.forEachRest(of: group.letters[place * length..<(place + 1) * length]) { body($0, word) }
            }
        }
    }

    /// Hashes of a word and of what is left when any one letter is taken out, without doubles next to each other.
    private static func forEachRest(of letters: ArraySlice<UInt8>, _ body: (Int) -> Void) {
        body(hash(letters, without: -1))
        for place in letters.indices where place == letters.startIndex || letters[place] != letters[place - 1] {
            body(hash(letters, without: place))
        }
    }

    /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
    private static func hash(_ letters: ArraySlice<UInt8>, without left: Int) -> Int {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for place in letters.indices where place != left { hash = (hash ^ UInt64(letters[place])) &* 1_099_511_628_211 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
    }
}
