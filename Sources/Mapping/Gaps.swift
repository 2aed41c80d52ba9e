import Catalogue

/// One gap: need against supply, with the figures that it rests on.
package struct Gap: Hashable, Sendable {
    package let unit: GapUnit
    /// From 1.
    package let rank: Int
    /// From 0 to 1: need times shortage.
    package let score: Double
    /// From 0 to 1.
    package let need: Double
    /// What the offers count together: one that is verified, free and reachable without internet counts 1.
    package let supply: Double
    /// From 0 (much is there) to 1 (nothing is).
    package var shortage: Double { 1 / (1 + supply) }
    /// Distinct active offers that serve it.
    package let offers: Int
    package let verified: Int
    package let free: Int
    package let offline: Int
    /// The ages of those for whose sake the audience is addressed about the theme: two gaps for children may be about
    /// other children. Nil where nobody says.
    package let ages: AgeRange?
    /// People of these ages in the place; nil where no table says so.
    package let people: Int?
    /// Searches without result and help guides walked about the theme, in the language.
    package let searches: Int
    package let walks: Int
    /// The share of the weightings tried in which it stays among the first ``Gaps/first``, from 0 to 1.
    package let stays: Double
}

/// Gaps, the worst first.
///
/// score = need ÷ (1 + supply), where need is the mean of its parts by weight, and supply is the sum over the offers of
/// what each counts. docs/landscape.md says why.
package struct Gaps: Sendable {
    /// How many are the first, whose place is tried against other weightings.
    package static let first = 10
    /// How many weightings are tried.
    package static let tried = 200

    package let ranked: [Gap]
    package let weights: GapWeights

    /// All units of a table, or only those that `isWanted`, ranked by these weights.
    package init(_ table: GapTable, weights: GapWeights = GapWeights(), isWanted: (GapUnit) -> Bool = { _ in true }) {
        self.weights = weights
        let rows = table.rows.filter { isWanted($0.unit) }
        let ranking = GapRanking(rows)
        let figures = ranking.figures(weights.factors)
        let order = ranking.order(figures)
        var stays = [Int](repeating: 0, count: rows.count)
        var numbers = SplitMix64(seed: 1)
        for _ in 0..<Self.tried {
            let figures = ranking.figures(weights.factors.varied(by: &numbers))
            for row in ranking.first(Self.first, figures) { stays[row] += 1 }
        }
        ranked = zip(1..., order).map { rank, number in
            let (row, figure) = (rows[number], figures[number])
            func offers(_ wanted: Soundness) -> Int {
                row.supply.indices.reduce(0) { sum, bits in
                    Soundness(rawValue: bits).isSuperset(of: wanted) ? sum + Int(row.supply[bits]) : sum
                }
            }
            return Gap(
                unit: row.unit, rank: rank, score: figure.score, need: figure.need, supply: figure.supply,
                offers: offers([]), verified: offers(.verified), free: offers(.free), offline: offers(.offline),
                ages: row.ages, people: row.people, searches: row.searches, walks: row.walks,
                stays: Double(stays[number]) / Double(Self.tried))
        }
    }
}

/// Scores of rows, and their order.
private struct GapRanking {
    struct Figure {
        var need = 0.0
        var supply = 0.0
        var score: Double { need / (1 + supply) }
    }

    private let needs: [SIMD8<Double>]
    private let supplies: [SIMD16<Double>]

    init(_ rows: [GapTable.Row]) {
        needs = rows.map(\.need)
        supplies = rows.map { row in
            var supply = SIMD16<Double>.zero
            for soundness in row.supply.indices { supply[soundness] = Double(row.supply[soundness]) }
            return supply
        }
    }

    func figures(_ factors: GapFactors) -> [Figure] {
        var (shares, values) = (SIMD8<Double>.zero, SIMD16<Double>.zero)
        let sum = factors.need.reduce(0, +)
        for part in factors.need.indices where sum > 0 { shares[part] = factors.need[part] / sum }
        for (soundness, value) in zip(0..., factors.values) { values[soundness] = value }
        return needs.indices.map { Figure(need: (needs[$0] * shares).sum(), supply: (supplies[$0] * values).sum()) }
    }

    /// The worst first; those alike stay in the order of the rows.
    func order(_ figures: [Figure]) -> [Int] {
        figures.indices.sorted { (-figures[$0].score, $0) < (-figures[$1].score, $1) }
    }

    /// The first of the order, without sorting the rest.
    func first(_ count: Int, _ figures: [Figure]) -> [Int] {
        var best: [Int] = []
        for row in figures.indices {
            guard best.count < count || figures[row].score > figures[best[count - 1]].score else { continue }
            let place = best.firstIndex { figures[$0].score < figures[row].score } ?? best.count
            best.insert(row, at: place)
            if best.count > count { best.removeLast() }
        }
        return best
    }
}
