/// Changes inputs at random, always the same way for the same seed, so that a failure comes back.
struct Mutator {
    private var dice: SeededDice
    private let pieces: [[UInt8]]

    init(seed: UInt64, pieces: [[UInt8]]) {
        dice = SeededDice(seed: seed)
        self.pieces = pieces.isEmpty ? [[0]] : pieces
    }

    /// One of `inputs` with up to six changes.
    mutating func next(from inputs: [[UInt8]], longest: Int) -> [UInt8] {
        var bytes = inputs.randomElement(using: &dice) ?? []
        for _ in 0..<Int.random(in: 1...6, using: &dice) {
            let place = Int.random(in: 0...bytes.count, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 0...40, using: &dice))
            switch Int.random(in: 0..<7, using: &dice) {
            case 0: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
            case 3, 4: bytes.insert(contentsOf: pieces.randomElement(using: &dice) ?? [], at: place)
            case 5 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            default: bytes.removeLast(Int.random(in: 0...min(bytes.count, 200), using: &dice))
            }
        }
        return Array(bytes.prefix(longest))
    }
}

/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
struct SeededDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
