/// The values of one facet for all documents, as numbers in one flat array.
struct FacetColumn: Sendable {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]
    private var offsets: [Int32] = [0]
    private var values: [Int32] = []

    mutating func append(_ texts: [String]) {
        for text in texts { values.append(number(text)) }
        offsets.append(Int32(values.count))
    }

    func values(of document: Int) -> ArraySlice<Int32> {
        values[Int(offsets[document])..<Int(offsets[document + 1])]
    }

    /// The numbers of those of the given values that occur.
    func numbers(of texts: Set<String>) -> Set<Int32> { Set(texts.compactMap { numbers[$0] }) }

    private mutating func number(_ text: String) -> Int32 {
        if let number = numbers[text] { return number }
        let number = Int32(names.count)
        numbers[text] = number
        names.append(text)
        return number
    }
}
