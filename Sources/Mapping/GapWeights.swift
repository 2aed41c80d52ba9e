import Foundation

/// How much each figure counts when gaps are ranked. Readers may change all of them.
package struct GapWeights: Hashable, Sendable {
    /// What need is made of, each a whole number from 0 to 9.
    package var theme = 3
    package var audience = 2
    package var people = 2
    package var searches = 2
    package var guides = 1
    /// What an offer still counts, in percent, that nobody verified; of which no source says that it is free; that can't
    /// be reached without internet; that is for a wider audience, such as everybody.
    package var unverified = 50
    package var notFree = 50
    package var onlineOnly = 75
    package var wider = 50

    package init() {}

    package static let needs: [any WritableKeyPath<GapWeights, Int> & Sendable] = [
        \.theme, \.audience, \.people, \.searches, \.guides,
    ]
    package static let worths: [any WritableKeyPath<GapWeights, Int> & Sendable] = [
        \.unverified, \.notFree, \.onlineOnly, \.wider,
    ]
    package static let mostNeed = 9
    package static let mostWorth = 100

    /// The same as numbers that may be varied.
    var factors: GapFactors {
        GapFactors(
            need: Self.needs.map { Double(self[keyPath: $0]) },
            worth: Self.worths.map { Double(self[keyPath: $0]) / Double(Self.mostWorth) })
    }
}

/// Weights as factors: of each part of need, and of what an offer loses.
struct GapFactors: Sendable {
    var need: [Double]
    var worth: [Double]

    /// What an offer counts, by its ``Soundness``.
    var values: [Double] {
        (0..<Soundness.count).map { bits in
            worth.indices.reduce(1) { bits >> $1 & 1 == 1 ? $0 : $0 * worth[$1] }
        }
    }

    /// A weighting near this one: every weight times a factor from a half to two, evenly over its logarithm. No offer
    /// counts more than one.
    func varied(by numbers: inout SplitMix64) -> GapFactors {
        func vary(_ value: Double) -> Double {
            // 53 bits make a number from 0 up to 1.
            value * exp2(Double(numbers.next() >> 11) / Double(1 << 53) * 2 - 1)
        }
        return GapFactors(need: need.map { vary($0) }, worth: worth.map { min(1, vary($0)) })
    }
}

/// Numbers that look random and are the same every time, so that a page says the same twice.
/// Sebastiano Vigna, SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
