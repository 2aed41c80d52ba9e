import Foundation

/// Five tones for counts from the smallest above 0 to the largest.
///
/// Each step holds as many times more than the step before (a geometric scale): counts of offers are many small ones and
/// few large ones, and equal steps would paint nearly all cells with the lightest tone.
struct ToneScale: Hashable, Sendable {
    static let tones = 5

    /// The smallest count above 0; 1 where there is none.
    let least: Int
    /// The largest count of each step, rising; at most five, none where all is 0.
    let bounds: [Int]

    /// Of the counts that are shown.
    init(_ counts: some Sequence<Int>) {
        let shown = counts.filter { $0 > 0 }
        guard let least = shown.min(), let most = shown.max() else {
            self.least = 1
            bounds = []
            return
        }
        self.least = least
        guard most - least >= Self.tones else {
            bounds = Array(least...most)
            return
        }
        let growth = Double(most) / Double(least)
        var bounds: [Int] = []
        for step in 1..<Self.tones {
            let bound = Double(least) * pow(growth, Double(step) / Double(Self.tones))
            // A hair less, because 32 to the power of a fifth is not quite 2.
            bounds.append(max(Int((bound - 1e-9).rounded(.up)), (bounds.last ?? least - 1) + 1))
        }
        self.bounds = bounds + [most]
    }

    /// 0 for nothing, 1 (lightest) to 5 (darkest). Fewer than five steps take tones that are further apart.
    func tone(of count: Int) -> Int {
        guard count > 0, let last = bounds.indices.last else { return 0 }
        return tone(ofStep: bounds.firstIndex { count <= $0 } ?? last)
    }

    /// The counts of each step and its tone.
    var steps: [(counts: ClosedRange<Int>, tone: Int)] {
        bounds.enumerated().map { step, bound in
            ((step == 0 ? least : bounds[step - 1] + 1)...bound, tone(ofStep: step))
        }
    }

    private func tone(ofStep step: Int) -> Int {
        bounds.count == 1 ? 3 : 1 + step * (Self.tones - 1) / (bounds.count - 1)
    }
}
