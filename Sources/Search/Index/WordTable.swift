/// Words as numbers: every word once, its bytes one after the other in one array.
///
/// A `Dictionary<String, Int>` needs a hundred bytes a word and makes a `String` for every look; this needs thirty and
/// makes none.
struct WordTable: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [UInt32] = [0]
    private var hashes: [UInt32] = []
    /// Number of the word + 1; 0 where there is none. As long as a power of two.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    init() {}

    init(from reader: inout IndexReader) throws {
        bytes = try reader.column()
        starts = try reader.column()
        hashes = try reader.column()
        slots = try reader.column()
    }

    func write(to writer: IndexWriter) throws {
        try writer.add(bytes)
        try writer.add(starts)
        try writer.add(hashes)
        try writer.add(slots)
    }

    var count: Int { hashes.count }

    /// The number of a word, new or known.
    mutating func number(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = Self.hash(word)
        if let known = find(word, hash: hash) { return known }
        bytes.append(contentsOf: word)
        starts.append(UInt32(bytes.count))
        hashes.append(hash)
        if hashes.count * 2 > slots.count { grow() } else { place(UInt32(hashes.count - 1)) }
        return UInt32(hashes.count - 1)
    }

    mutating func number(_ word: String) -> UInt32 {
        var word = word
        return word.withUTF8 { number($0) }
    }

    func find(_ word: String) -> UInt32? {
        var word = word
        return word.withUTF8 { find($0, hash: Self.hash($0)) }
    }

    func text(_ number: UInt32) -> String {
        String(decoding: bytes[range(number)], as: UTF8.self)
    }

    func withBytes<Result>(of number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(number)])) }
    }

    /// The numbers of all words, in the order of their bytes.
    func sorted() -> [UInt32] {
        bytes.withUnsafeBufferPointer { bytes in
            (0..<UInt32(count)).sorted { bytes[range($0)].lexicographicallyPrecedes(bytes[range($1)]) }
        }
    }

    /// Those of `sorted` (all words in the order of their bytes) that begin with `prefix`.
    func beginning(with prefix: String, among sorted: [UInt32]) -> ArraySlice<UInt32> {
        let prefix = Array(prefix.utf8)
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if withBytes(of: sorted[middle], { $0.lexicographicallyPrecedes(prefix) }) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return sorted[low...].prefix { withBytes(of: $0) { $0.starts(with: prefix) } }
    }

    private func range(_ number: UInt32) -> Range<Int> {
        Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
    }

    private func find(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32? {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if hashes[Int(number)] == hash {
                let range = range(number)
                if range.count == word.count, isEqual(range, word) { return number }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func isEqual(_ range: Range<Int>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            for place in 0..<word.count where bytes[range.lowerBound + place] != word[place] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in 0..<UInt32(hashes.count) { place(number) }
    }

    private mutating func place(_ number: UInt32) {
        let mask = slots.count - 1
        var slot = Int(hashes[Int(number)]) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = number + 1
    }

    /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), with a last stir because only the low bits choose a slot.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash ^ (hash >> 15)
    }
}
