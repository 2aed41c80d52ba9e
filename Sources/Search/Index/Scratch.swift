/// Room for the scores of all documents of a segment. Clean between two questions: all zero, nothing touched.
struct Scratch: Sendable {
    var scores: [Float]
    /// The best that the word at hand found in each document.
    var best: [Float]
    /// Bit n is set where word n was found.
    var found: [UInt32]
    /// The documents in which any word was found.
    var touched: [UInt32] = []
    /// The documents in which the word at hand was found.
    var fresh: [UInt32] = []

    init(_ count: Int) {
        scores = [Float](repeating: 0, count: count)
        best = [Float](repeating: 0, count: count)
        found = [UInt32](repeating: 0, count: count)
    }

    mutating func clean() {
        for document in touched {
            scores[Int(document)] = 0
            found[Int(document)] = 0
        }
        touched.removeAll(keepingCapacity: true)
    }
}
