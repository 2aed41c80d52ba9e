/// A set of documents of a segment, a bit each.
struct Bitmap: Sendable {
    private var words: [UInt64]

    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    mutating func insert(_ document: UInt32) { words[Int(document >> 6)] |= 1 << UInt64(document & 63) }

    mutating func formUnion(_ other: Bitmap) {
        for place in words.indices { words[place] |= other.words[place] }
    }

    func contains(_ document: UInt32) -> Bool { words[Int(document >> 6)] & 1 << UInt64(document & 63) != 0 }
}
