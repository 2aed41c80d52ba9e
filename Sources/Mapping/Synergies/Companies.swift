/// Many short lists of numbers, one behind the other.
struct NumberLists: Sendable {
    private(set) var numbers: [Int32] = []
    private var starts = [0]

    var count: Int { starts.count - 1 }

    mutating func add(_ number: Int32) { numbers.append(number) }
    mutating func add(_ more: [Int32]) { numbers += more }
    mutating func endList() { starts.append(numbers.count) }

    func range(_ list: Int) -> Range<Int> { starts[list]..<starts[list + 1] }

    /// For each number below `names`: the lists that hold it, ascending. A number may stand in a list twice.
    fileprivate func holders(names: Int) -> (lists: [Int32], starts: [Int]) {
        var starts = Array(repeating: 0, count: names + 1)
        for number in numbers { starts[Int(number) + 1] += 1 }
        for name in 0..<names { starts[name + 1] += starts[name] }
        var ends = starts
        var lists = Array(repeating: Int32(0), count: numbers.count)
        for list in 0..<count {
            for place in range(list) {
                let name = Int(numbers[place])
                lists[ends[name]] = Int32(list)
                ends[name] += 1
            }
        }
        return (lists, starts)
    }
}

/// Who shares something with whom: for each of many names, all that bear it.
struct Companies: Sendable {
    private let names: NumberLists
    private let bearers: [Int32]
    private let starts: [Int]
    /// By the name: where those begin that were not asked for yet.
    private var next: [Int]

    /// `lists`: for each bearer its names, each below `names` and once.
    init(_ lists: NumberLists, names count: Int) {
        names = lists
        (bearers, starts) = lists.holders(names: count)
        next = starts
    }

    /// Those with a higher number, below `limit`, that share a name with `one`, unless more than `most` share it; as
    /// often as they share one. To be asked for 0, 1, 2 … in order.
    mutating func eachLater(than one: Int, before limit: Int32, upTo most: Int, _ body: (Int32) -> Void) {
        for place in names.range(one) {
            let name = Int(names.numbers[place])
            let end = starts[name + 1]
            next[name] += 1
            guard end - starts[name] <= most else { continue }
            for place in next[name]..<end {
                let bearer = bearers[place]
                guard bearer < limit else { break }
                body(bearer)
            }
        }
    }
}
