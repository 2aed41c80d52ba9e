/// Documents of an index, to filter or to count by: looked up once, and asked for many times.
package struct DocumentSet: Sendable {
    /// The segments are those of the index that it was made for; each is its own key.
    private let bitmaps: [(segment: Segment, documents: Bitmap)]
    /// How many documents there are.
    package let count: Int

    init(_ bitmaps: [(segment: Segment, documents: Bitmap)], count: Int) {
        self.bitmaps = bitmaps
        self.count = count
    }

    /// Those of a segment; none where it is of another index.
    subscript(segment: Segment) -> Bitmap {
        bitmaps.first { $0.segment === segment }?.documents ?? Bitmap(count: segment.count)
    }
}

extension Index {
    /// The documents with these ids; those that are not here are left out.
    package func documents(with ids: some Sequence<String>) -> DocumentSet {
        var bitmaps = parts.map { (segment: $0.segment, documents: Bitmap(count: $0.segment.count)) }
        var count = 0
        for id in ids {
            for (number, part) in parts.enumerated() {
                guard let place = part.segment.places[id], !part.gone.contains(place) else { continue }
                bitmaps[number].documents.insert(place)
                count += 1
            }
        }
        return DocumentSet(bitmaps, count: count)
    }
}
