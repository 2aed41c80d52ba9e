import Synchronization

/// A part of an index: documents as numbers, immutable.
final class Segment: Sendable {
    /// One text of a document: its words stand in the stream up to `end`, from where the text before it ended.
    struct Section: Sendable, BitwiseCopyable {
        let end: UInt32
        let field: UInt8
        /// The number of its lexicon.
        let lexicon: UInt8
    }

    /// Marks a word of the stream that is not written there, but made of its neighbours (`cyber-pesten`, `116 000`).
    static let joined: UInt32 = 1 << 31

    let ids: [String]
    let places: [String: UInt32]
    let weights: [Float]
    let fields: [Field]
    let lexicons: [Lexicon]
    /// All texts as numbers of words, in order: for phrases, for names and for saying why.
    let stream: [UInt32]
    let streamStarts: [UInt32]
    let sections: [Section]
    let sectionStarts: [UInt32]
    let facets: FacetTable
    let spans: [String: SpanColumn]
    let orders: [String: OrderColumn]
    let names: [String: NameTable]
    private let scratch = Mutex<[Scratch]>([])
    /// Made when first asked for: readers prefer few values, but these in every search.
    private let bitmaps = Mutex<[UInt16: Bitmap]>([:])
    private let facetBitmaps = Mutex<[Int: Bitmap]>([:])

    init(_ builder: consuming SegmentBuilder) {
        ids = builder.ids
        places = Dictionary(zip(ids, 0..<UInt32(ids.count)), uniquingKeysWith: { $1 })
        weights = builder.weights
        fields = builder.fields
        lexicons = builder.lexicons
        // Arrays grow by doubling; what stays is as long as it has to be.
        stream = builder.stream.fitted
        streamStarts = builder.streamStarts
        sections = builder.sections.fitted
        sectionStarts = builder.sectionStarts
        facets = builder.facets
        spans = builder.spans
        orders = builder.orders
        names = builder.names
    }

    init(from reader: inout IndexReader) throws {
        let ids = try reader.texts()
        self.ids = ids
        places = Dictionary(zip(ids, 0..<UInt32(ids.count)), uniquingKeysWith: { $1 })
        weights = try reader.column()
        var fields: [Field] = []
        for _ in 0..<(try reader.count(of: 8)) { fields.append(try Field(from: &reader)) }
        self.fields = fields
        var lexicons: [Lexicon] = []
        for _ in 0..<(try reader.count(of: 8)) { lexicons.append(try Lexicon(from: &reader)) }
        self.lexicons = lexicons
        stream = try reader.column()
        streamStarts = try reader.column()
        sections = try reader.column()
        sectionStarts = try reader.column()
        facets = try FacetTable(from: &reader)
        spans = try reader.table { try SpanColumn(from: &$0) }
        orders = try reader.table { try OrderColumn(from: &$0) }
        names = try reader.table { try NameTable(from: &$0) }
    }

    func write(to writer: IndexWriter) throws {
        try writer.add(ids)
        try writer.add(weights)
        try writer.add(fields.count)
        for field in fields { try field.write(to: writer) }
        try writer.add(lexicons.count)
        for lexicon in lexicons { try lexicon.write(to: writer) }
        try writer.add(stream)
        try writer.add(streamStarts)
        try writer.add(sections)
        try writer.add(sectionStarts)
        try facets.write(to: writer)
        try writer.add(spans) { try $0.write(to: writer) }
        try writer.add(orders) { try $0.write(to: writer) }
        try writer.add(names) { try $0.write(to: writer) }
    }

    var count: Int { ids.count }

    func lexicon(_ language: String) -> Int? { lexicons.firstIndex { $0.language == language } }

    /// Calls `body` with each text of a document and its place in the stream.
    func forEachSection(of document: Int, _ body: (Section, Range<Int>) -> Void) {
        var start = Int(streamStarts[document])
        for number in Int(sectionStarts[document])..<Int(sectionStarts[document + 1]) {
            let section = sections[number]
            body(section, start..<Int(section.end))
            start = Int(section.end)
        }
    }

    /// The documents that have a value.
    func documents(with value: UInt16) -> Bitmap {
        bitmaps.withLock { known in
            if let bitmap = known[value] { return bitmap }
            var bitmap = Bitmap(count: count)
            for document in facets.holding[facets.places(of: value)] { bitmap.insert(document) }
            known[value] = bitmap
            return bitmap
        }
    }

    /// The documents that have any value of a facet.
    func documents(withAnyOf facet: Int) -> Bitmap {
        facetBitmaps.withLock { known in
            if let bitmap = known[facet] { return bitmap }
            var bitmap = Bitmap(count: count)
            for value in facets.values.indices where facets.values[value].facet == facet {
                for document in facets.holding[facets.places(of: UInt16(value))] { bitmap.insert(document) }
            }
            known[facet] = bitmap
            return bitmap
        }
    }

    /// Lends out clean room for the scores of all documents.
    func takeScratch() -> Scratch { scratch.withLock { $0.popLast() } ?? Scratch(count) }

    /// Takes room back, to lend it out again.
    func giveBack(_ room: consuming Scratch) {
        room.clean()
        let clean = room
        scratch.withLock { if $0.count < 8 { $0.append(clean) } }
    }
}

extension Array {
    /// The same without room to grow.
    fileprivate var fitted: [Element] {
        [Element](unsafeUninitializedCapacity: count) { room, used in
            _ = room.initialize(from: self)
            used = count
        }
    }
}
