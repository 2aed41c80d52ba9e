/// The facet values of all documents of a segment.
///
/// Values of all facets are numbered in one row, so that one short run of numbers says all about a document.
struct FacetTable: Sendable {
    struct Value: Hashable, Sendable {
        let facet: Int
        let name: String
    }

    /// Names of the facets; at most 32.
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
    private var numbers: [Value: UInt16] = [:]

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
        for document in 0..<starts.count - 1 {
            for place in starts[document]..<starts[document + 1] {
                let value = Int(row[Int(place)])
                holding[Int(ends[value])] = UInt32(document)
                ends[value] += 1
            }
        }
    }

    func facet(_ name: String) -> Int? { facets.firstIndex(of: name) }

    func number(_ facet: String, _ value: String) -> UInt16? {
        self.facet(facet).flatMap { numbers[Value(facet: $0, name: value)] }
    }

    /// The documents that have a value, ascending.
    func documents(of value: UInt16) -> ArraySlice<UInt32> {
        holding[Int(holdingStarts[Int(value)])..<Int(holdingStarts[Int(value) + 1])]
    }

    private mutating func addFacet(_ name: String) -> Int {
        precondition(facets.count < 32, "an index has at most 32 facets")
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
