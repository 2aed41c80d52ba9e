import Testing

@testable import Editorial

/// The table finds what looking at every set would find.
@Suite struct DoublesSimilarityTests {
    @Test(arguments: [SimilarityTable.Weighing.equal, .byRarity], [0.2, 0.5, 0.8, 1])
    func findsWhatComparingAllWithAllFinds(_ weighing: SimilarityTable.Weighing, _ least: Double) {
        var random = SeededDice(seed: 7)
        let sets = (0..<300).map { _ in Self.set(of: 40, using: &random) }
        let table = SimilarityTable(sets, weighing: weighing)
        // With least close to nothing nothing is passed over.
        for set in sets.prefix(60) + (0..<60).map({ _ in Self.set(of: 60, using: &random) }) {
            let all = table.alike(set, least: 1e-6).filter { $0.share >= least }.sorted { $0.set < $1.set }
            let found = table.alike(set, least: least).sorted { $0.set < $1.set }
            #expect(found.map(\.set) == all.map(\.set))
            #expect(zip(found, all).allSatisfy { abs($0.share - $1.share) < 1e-9 })
        }
    }

    @Test func isDiceWhereAllWeighTheSame() throws {
        let table = SimilarityTable([[1, 2, 3, 4], [9]], weighing: .equal)
        let found = table.alike([3, 4, 5, 6, 7, 8], least: 0.1)
        #expect(found.map(\.set) == [0])
        #expect(abs(try #require(found.first).share - 0.4) < 1e-9)
    }

    @Test func whatIsRareSaysMore() throws {
        let common = (0..<50).map { [1, 100 + UInt64($0)] }
        let table = SimilarityTable(common + [[1, 7]], weighing: .byRarity)
        let rare = try #require(table.alike([7, 8], least: 0.1).first { $0.set == 50 }?.share)
        let frequent = try #require(table.alike([1, 8], least: 0.01).first { $0.set == 50 }?.share)
        #expect(rare > 3 * frequent)
    }

    @Test func nothingIsLikeNothing() {
        #expect(SimilarityTable([], weighing: .byRarity).alike([1], least: 0.1).isEmpty)
        #expect(SimilarityTable([[], [1]], weighing: .byRarity).alike([], least: 0.1).isEmpty)
    }

    private static func set(of terms: UInt64, using random: inout SeededDice) -> [UInt64] {
        // Low terms are frequent, high ones rare, as with words.
        let picks = (0..<Int.random(in: 0...12, using: &random)).map { _ in
            UInt64.random(in: 0...UInt64.random(in: 0..<terms, using: &random), using: &random)
        }
        return Array(Set(picks))
    }
}
