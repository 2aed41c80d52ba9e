/// A span for each document, such as ages in years from 0 to 254.
struct SpanColumn: Sendable {
    private var lows: [UInt8] = []
    private var highs: [UInt8] = []

    init() {}

    init(from reader: inout IndexReader) throws {
        lows = try reader.column()
        highs = try reader.column()
    }

    func write(to writer: IndexWriter) throws {
        try writer.add(lows)
        try writer.add(highs)
    }

    mutating func append(_ span: ClosedRange<Int>?) {
        // A span that ends before it begins overlaps nothing: that is how none is kept.
        lows.append(span.map { UInt8(clamping: $0.lowerBound) } ?? 255)
        highs.append(span.map { UInt8(clamping: $0.upperBound) } ?? 0)
    }

    func isKnown(_ document: Int) -> Bool { lows[document] <= highs[document] }

    func overlaps(_ document: Int, _ wanted: ClosedRange<Int>) -> Bool {
        Int(lows[document]) <= wanted.upperBound && wanted.lowerBound <= Int(highs[document]) && isKnown(document)
    }
}

/// A place in an order for each document, and the keys to compare documents of different segments.
struct OrderColumn: Sendable {
    private(set) var keys = TextColumn()
    private(set) var ranks: [UInt32] = []

    init() {}

    init(from reader: inout IndexReader) throws {
        keys = try TextColumn(from: &reader)
        ranks = try reader.column()
    }

    func write(to writer: IndexWriter) throws {
        try keys.write(to: writer)
        try writer.add(ranks)
    }

    mutating func append(_ key: String?) { keys.append(key ?? "") }

    mutating func finish() {
        let texts = (0..<keys.count).map { keys[$0] }
        let order = texts.indices.sorted { (texts[$0], $0) < (texts[$1], $1) }
        ranks = [UInt32](repeating: 0, count: keys.count)
        for (rank, document) in order.enumerated() { ranks[document] = UInt32(rank) }
    }
}
