import Testing

@testable import Site

@Suite struct FairLineTests {
    @Test func whoAsksForMuchWaitsBehindOneself() {
        var line = FairLine<String, Int>()
        for number in 0..<100 { line.add(number, of: "crawler") }
        line.add(1_000, of: "reader")
        line.add(2_000, of: "another reader")
        #expect((0..<5).compactMap { _ in line.next() } == [0, 1_000, 2_000, 1, 2])
        #expect(line.count == 97)
    }

    @Test func whereNobodyElseMayWaitTheLastOfTheGreatestCrowdGives() {
        var line = FairLine<String, Int>()
        for number in 0..<10 { line.add(number, of: "crawler") }
        line.add(100, of: "reader")
        #expect(line.giveWay(to: "new reader") == 9)
        #expect(line.count == 10 && line.count(of: "crawler") == 9)
        // The crawler itself makes nobody give way.
        #expect(line.giveWay(to: "crawler") == nil)
        var even = FairLine<String, Int>()
        for number in 0..<10 { even.add(number, of: "\(number)") }
        #expect(even.giveWay(to: "new reader") == nil)
    }

    @Test func ofASourceThatWaitsForLongTheLastMayComeFirstAndTheFirstMayGo() {
        var line = FairLine<String, Int>()
        for number in 1...5 { line.add(number, of: "crowd") }
        line.add(6, of: "reader")
        #expect(line.next { $0 == 1 } == 5)
        #expect(line.next { $0 == 1 } == 6)
        #expect(line.dismiss { $0 < 3 } == [1, 2])
        #expect(line.count == 2 && line.next() == 3 && line.next() == 4 && line.next() == nil)
        line.add(7, of: "crowd")
        #expect(line.dismiss { _ in true } == [7])
        #expect(line.isEmpty && line.next() == nil)
        line.add(8, of: "crowd")
        #expect(line.next() == 8)
    }

    /// Against a plain list of lists, over many random steps.
    @Test func nobodyIsLostAndNobodyComesTwice() {
        var random = SystemRandomNumberGenerator()
        var line = FairLine<Int, Int>()
        var model: [Int: [Int]] = [:]
        var turns: [Int] = []
        for number in 0..<20_000 {
            switch Int.random(in: 0..<5, using: &random) {
            case 0..<3:
                let source = Int.random(in: 0..<7, using: &random)
                line.add(number, of: source)
                if model[source] == nil { turns.append(source) }
                model[source, default: []].append(number)
            case 3:
                var expected: Int?
                if let source = turns.first {
                    turns.removeFirst()
                    expected = model[source]?.removeFirst()
                    if model[source]?.isEmpty ?? true { model[source] = nil } else { turns.append(source) }
                }
                #expect(line.next() == expected)
            default:
                let most = model.values.map(\.count).max() ?? 0
                let mine = model[99]?.count ?? 0
                let gone = line.giveWay(to: 99)
                #expect((gone != nil) == (most > mine + 1))
                if let gone, let source = model.first(where: { $0.value.last == gone })?.key {
                    #expect(model[source]?.count == most)
                    model[source]?.removeLast()
                } else {
                    #expect(gone == nil)
                }
            }
            #expect(line.count == model.values.reduce(0) { $0 + $1.count })
        }
    }
}
