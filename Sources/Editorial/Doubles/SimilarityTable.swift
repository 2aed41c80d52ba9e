import Foundation

/// Finds, among many sets of terms, those that share much with another set.
///
/// Likeness is Dice's coefficient, twice what is shared over what both have (Dice, "Measures of the Amount of Ecologic
/// Association Between Species", 1945), with each term weighing one or what its rarity says (Spärck Jones, "A statistical
/// interpretation of term specificity", 1972). Only sets that share one of the rarest terms are looked at: with none of
/// those, not enough can be shared (the prefix filter of Bayardo, Ma and Srikant, "Scaling Up All Pairs Similarity
/// Search", 2007). So nothing is missed.
struct SimilarityTable: Sendable {
    enum Weighing: Sendable {
        case equal, byRarity
    }

    private let numbers: [UInt64: Int32]
    /// By the number of the term.
    private let weights: [Double]
    private let unseenWeight: Double
    /// By the number of the term: the sets that hold it.
    private let holders: Lists
    /// By the number of the set: its terms, in the order of their numbers.
    private let sets: Lists
    /// By the number of the set: the weight of all its terms.
    private let totals: [Double]

    /// In each of `sets` a term stands once.
    init(_ sets: [[UInt64]], weighing: Weighing) {
        var numbers: [UInt64: Int32] = [:]
        let numbered = sets.map { set in
            set.map { term in
                let next = Int32(numbers.count)
                if let known = numbers[term] { return known }
                numbers[term] = next
                return next
            }.sorted()
        }
        self.numbers = numbers
        self.sets = Lists(numbered)
        holders = self.sets.inverted(count: numbers.count)
        let count = Double(sets.count)
        let weight: (Int) -> Double = { weighing == .equal ? 1 : log(1 + count / Double($0)) }
        let weights = (0..<numbers.count).map { [holders] in weight(holders[$0].count) }
        self.weights = weights
        unseenWeight = weight(1)
        totals = numbered.map { $0.reduce(0) { $0 + weights[Int($1)] } }
    }

    func knows(_ term: UInt64) -> Bool { numbers[term] != nil }

    /// The sets that are at least `least` like `terms`, with how much: 0 < `least` ≤ 1. In `terms` a term stands once.
    func alike(_ terms: [UInt64], least: Double) -> [(set: Int, share: Double)] {
        let known = terms.compactMap { numbers[$0] }.sorted()
        guard !known.isEmpty else { return [] }
        let knownWeight = known.reduce(0) { $0 + weights[Int($1)] }
        let total = knownWeight + Double(terms.count - known.count) * unseenWeight
        // Whatever is enough alike weighs between these, and shares at least the first.
        let lightest = total * least / (2 - least) - Self.rounding
        let heaviest = total * (2 - least) / least + Self.rounding

        var shared = Array(repeating: 0.0, count: totals.count)
        var touched: [Int32] = []
        var left = knownWeight
        for term in known.sorted(by: { holders[Int($0)].count < holders[Int($1)].count }) {
            guard left >= lightest else { break }
            let weight = weights[Int(term)]
            for set in holders[Int(term)] {
                if shared[Int(set)] == 0 { touched.append(set) }
                shared[Int(set)] += weight
            }
            left -= weight
        }
        return touched.compactMap { set in
            let other = totals[Int(set)]
            let needed = (total + other) * least / 2 - Self.rounding
            guard other >= lightest, other <= heaviest, shared[Int(set)] + left >= needed else { return nil }
            let share = 2 * sharedWeight(known, sets[Int(set)]) / (total + other)
            return share >= least ? (Int(set), min(1, share)) : nil
        }
    }

    private static let rounding = 1e-9

    private func sharedWeight(_ left: [Int32], _ right: ArraySlice<Int32>) -> Double {
        var shared = 0.0
        var i = left.startIndex
        var j = right.startIndex
        while i < left.endIndex, j < right.endIndex {
            if left[i] == right[j] {
                shared += weights[Int(left[i])]
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return shared
    }
}

/// Many short lists of numbers, one behind the other.
private struct Lists: Sendable {
    private let numbers: [Int32]
    private let starts: [Int]

    init(_ lists: [[Int32]]) {
        numbers = lists.flatMap { $0 }
        starts = lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    }

    private init(numbers: [Int32], starts: [Int]) {
        self.numbers = numbers
        self.starts = starts
    }

    subscript(index: Int) -> ArraySlice<Int32> { numbers[starts[index]..<starts[index + 1]] }

    /// For each number from 0 to below `count`: the lists that hold it, in order.
    func inverted(count: Int) -> Lists {
        var ends = Array(repeating: 0, count: count + 1)
        for number in numbers { ends[Int(number) + 1] += 1 }
        for index in 0..<count { ends[index + 1] += ends[index] }
        let starts = ends
        var inverted = Array(repeating: Int32(0), count: numbers.count)
        for list in 0..<(self.starts.count - 1) {
            for number in self[list] {
                inverted[ends[Int(number)]] = Int32(list)
                ends[Int(number)] += 1
            }
        }
        return Lists(numbers: inverted, starts: starts)
    }
}
