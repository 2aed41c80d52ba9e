/// The facet values of all documents of a segment.
///
/// Values of all facets are numbered in one row, so that one short run of numbers says all about a document.
struct FacetTable: Sendable {
    struct Value: Hashable, Sendable {
        let facet: Int
        let name: String
    }

    /// Names of the facets; at most 31, as bits of a number with one to spare.
    private(set) var facets: [String] = []
    private(set) var values: [Value] = []
    /// The facet of each value.
    private(set) var facetOf: [UInt8] = []
    /// Where the values of each document begin in `row`.
    private(set) var starts: [UInt32] = [0]
    private(set) var row: [UInt16] = []
    /// The documents of value v, ascending: those from `holdingStarts[v]` on.
    private(set) var holdingStarts: [UInt32] = [0]
    private(set) var holding: [UInt32] = []
    /// For each of them how much the document is about the value, to 255: the more values it has in the facet, the less.
    private(set) var holdingShares: [UInt8] = []
    private var numbers: [Value: UInt16] = [:]

    init() {}

    init(from reader: inout IndexReader) throws {
        facets = try reader.texts()
        facetOf = try reader.column()
        let names = try reader.texts()
        guard names.count == facetOf.count, facetOf.allSatisfy({ Int($0) < facets.count }) else {
            throw IndexReader.Fault()
        }
        values = zip(facetOf, names).map { Value(facet: Int($0), name: $1) }
        numbers = Dictionary(zip(values, 0..<UInt16(values.count)), uniquingKeysWith: { first, _ in first })
        starts = try reader.column()
        row = try reader.column()
        holdingStarts = try reader.column()
        holding = try reader.column()
        holdingShares = try reader.column()
    }

    func write(to writer: IndexWriter) throws {
        try writer.add(facets)
        try writer.add(facetOf)
        try writer.add(values.map(\.name))
        try writer.add(starts)
        try writer.add(row)
        try writer.add(holdingStarts)
        try writer.add(holding)
        try writer.add(holdingShares)
    }

    /// Adds the values of the next document.
    mutating func append(_ given: [String: [String]]) {
        for name in given.keys.sorted() {
            let facet = facet(name) ?? addFacet(name)
            for text in given[name] ?? [] { row.append(number(Value(facet: facet, name: text))) }
        }
        starts.append(UInt32(row.count))
    }

    mutating func finish() {
        var ends = [UInt32](repeating: 0, count: values.count + 1)
        for value in row { ends[Int(value) + 1] += 1 }
        for value in values.indices { ends[value + 1] += ends[value] }
        holdingStarts = ends
        holding = [UInt32](repeating: 0, count: row.count)
        holdingShares = [UInt8](repeating: 0, count: row.count)
        var counts = [Int](repeating: 0, count: facets.count)
        for document in 0..<starts.count - 1 {
            let places = Int(starts[document])..<Int(starts[document + 1])
            for place in places { counts[Int(facetOf[Int(row[place])])] += 1 }
            for place in places {
                let value = Int(row[place])
                let others = Float(counts[Int(facetOf[value])] - 1)
                holding[Int(ends[value])] = UInt32(document)
                holdingShares[Int(ends[value])] = UInt8(255 / (1 + Weights.conceptSpread * others))
                ends[value] += 1
            }
            for place in places { counts[Int(facetOf[Int(row[place])])] = 0 }
        }
    }

    func facet(_ name: String) -> Int? { facets.firstIndex(of: name) }

    func number(_ facet: String, _ value: String) -> UInt16? {
        self.facet(facet).flatMap { numbers[Value(facet: $0, name: value)] }
    }

    /// The places in `holding` of the documents that have a value.
    func places(of value: UInt16) -> Range<Int> {
        Int(holdingStarts[Int(value)])..<Int(holdingStarts[Int(value) + 1])
    }

    private mutating func addFacet(_ name: String) -> Int {
        precondition(facets.count < 31, "an index has at most 31 facets")
        facets.append(name)
        return facets.count - 1
    }

    private mutating func number(_ value: Value) -> UInt16 {
        if let number = numbers[value] { return number }
        precondition(values.count < 65_535, "an index has at most 65,535 facet values")
        numbers[value] = UInt16(values.count)
        values.append(value)
        facetOf.append(UInt8(value.facet))
        return UInt16(values.count - 1)
    }
}
