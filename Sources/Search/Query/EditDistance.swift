/// How many changes make one word of another: insertions, deletions, replacements and swaps of neighbours (optimal string
/// alignment). All columns of a row are counted at once in the bits of a number: Hyyrö, "A Bit-Vector Algorithm for
/// Computing Levenshtein and Damerau Edit Distances", Nordic Journal of Computing 10 (2003), figure 9.
struct EditDistance {
    /// For each letter, the places at which the pattern has it.
    private let places: [UInt64]
    private let length: Int

    /// `pattern` has 1 to 64 letters.
    init(_ pattern: [UInt8]) {
        var places = [UInt64](repeating: 0, count: 256)
        for (place, letter) in pattern.enumerated() { places[Int(letter)] |= 1 << UInt64(place) }
        self.places = places
        length = pattern.count
    }

    func distance(to word: UnsafeBufferPointer<UInt8>) -> Int {
        var distance = length
        let last: UInt64 = 1 << UInt64(length - 1)
        var positive = UInt64.max
        var negative: UInt64 = 0
        var diagonal: UInt64 = 0
        var before: UInt64 = 0
        places.withUnsafeBufferPointer { places in
            for letter in word {
                let match = places[Int(letter)]
                let swapped = ((~diagonal & match) << 1) & before
                diagonal = (((match & positive) &+ positive) ^ positive) | match | negative | swapped
                var up = negative | ~(diagonal | positive)
                var down = diagonal & positive
                if up & last != 0 { distance += 1 }
                if down & last != 0 { distance -= 1 }
                up = up << 1 | 1
                down <<= 1
                positive = down | ~(diagonal | up)
                negative = up & diagonal
                before = match
            }
        }
        return distance
    }
}
