import Foundation

/// For each of many offers a set of names (themes, places …), as bits.
struct ConceptSets<Name: Hashable & Sendable>: Sendable {
    /// By the number of the bit.
    private(set) var names: [Name] = []
    private var numbers: [Name: Int32] = [:]
    /// Words of 64 bits that each set takes.
    private var width = 1
    private var bits: [UInt64] = []
    /// By the number of the bit: ln(1 + sets / those that hold it).
    private var weights: [Double] = []
    /// By the number of the set: the weight of all it holds.
    private var totals: [Double] = []
    /// By the number of the set: how many it holds.
    private var sizes: [Int32] = []

    /// `known` names get the first bits. A name may hold others (a country its towns): `held` lists them by its number.
    init(known: [Name] = [], held: [[Int]] = [], count: Int, _ list: (Int) -> [Name]) {
        for name in known { _ = number(name) }
        var lists = NumberLists()
        for set in 0..<count {
            for name in list(set) { lists.add(number(name)) }
            lists.endList()
        }
        width = max(1, (names.count + 63) / 64)
        bits = Array(repeating: 0, count: count * width)
        sizes = Array(repeating: 0, count: count)
        var holders = Array(repeating: 0, count: names.count)
        for set in 0..<count {
            for place in lists.range(set) {
                let number = Int(lists.numbers[place])
                if number < held.count {
                    for bit in held[number] { insert(bit, into: set) }
                } else {
                    insert(number, into: set)
                }
            }
            each(in: set) { holders[$0] += 1 }
        }
        weights = holders.map { $0 == 0 ? 0 : log(1 + Double(count) / Double($0)) }
        totals = (0..<count).map { set in
            var total = 0.0
            each(in: set) { total += weights[$0] }
            return total
        }
    }

    private mutating func number(_ name: Name) -> Int32 {
        if let known = numbers[name] { return known }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }

    private mutating func insert(_ bit: Int, into set: Int) {
        let place = set * width + bit / 64
        let mask = UInt64(1) << UInt64(bit % 64)
        if bits[place] & mask == 0 {
            bits[place] |= mask
            sizes[set] += 1
        }
    }

    /// The numbers of what a set holds, ascending.
    func each(in set: Int, _ body: (Int) -> Void) { eachBit(of: { bits[set * width + $0] }, body) }

    func isEmpty(_ set: Int) -> Bool { sizes[set] == 0 }

    /// Dice's coefficient of two sets by the weights of the names: 0 to 1.
    func likeness(_ one: Int, _ other: Int) -> Double {
        let total = totals[one] + totals[other]
        guard total > 0 else { return 0 }
        var shared = 0.0
        eachBit(of: { bits[one * width + $0] & bits[other * width + $0] }) { shared += weights[$0] }
        return 2 * shared / total
    }

    /// What two sets share over what the smaller holds: 0 to 1.
    func overlap(_ one: Int, _ other: Int) -> Double {
        let least = min(sizes[one], sizes[other])
        guard least > 0 else { return 0 }
        var shared = 0
        for word in 0..<width { shared += (bits[one * width + word] & bits[other * width + word]).nonzeroBitCount }
        return Double(shared) / Double(least)
    }

    /// The numbers of what all of `sets` hold, ascending.
    func shared(by sets: [Int]) -> [Int] {
        var numbers: [Int] = []
        eachBit(of: { word in sets.reduce(~0) { $0 & bits[$1 * width + word] } }) { numbers.append($0) }
        return numbers
    }

    /// The names that all of `sets` hold or, if there are none, that more than one holds, from most to fewest.
    func names(sharedBy sets: [Int]) -> [Name] {
        let shared = shared(by: sets)
        if !shared.isEmpty { return shared.map { names[$0] } }
        var counts: [Int: Int] = [:]
        for set in sets { each(in: set) { counts[$0, default: 0] += 1 } }
        return counts.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { names[$0.key] }
    }

    private func eachBit(of word: (Int) -> UInt64, _ body: (Int) -> Void) {
        for place in 0..<width {
            var left = word(place)
            while left != 0 {
                body(place * 64 + left.trailingZeroBitCount)
                left &= left - 1
            }
        }
    }
}
