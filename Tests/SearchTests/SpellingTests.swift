import Testing

@testable import Search

@Suite struct SpellingTests {
    /// The distance by its definition, to compare with.
    private func slowDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var rows = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
        for i in 0...left.count { rows[i][0] = i }
        for j in 0...right.count { rows[0][j] = j }
        for i in 1...left.count {
            for j in 1...max(1, right.count) where !right.isEmpty {
                let same = left[i - 1] == right[j - 1]
                rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (same ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
                }
            }
        }
        return rows[left.count][right.count]
    }

    @Test func countsChangesAsTheDefinitionDoes() {
        var dice = SeededDice(seed: 7)
        for _ in 0..<3_000 {
            let left = (0..<Int.random(in: 1...14, using: &dice)).map { _ in UInt8.random(in: 97...100, using: &dice) }
            let right = (0..<Int.random(in: 0...14, using: &dice)).map { _ in UInt8.random(in: 97...100, using: &dice) }
            let fast = right.withUnsafeBufferPointer { EditDistance(left).distance(to: $0) }
            #expect(fast == slowDistance(left, right), "\(left) \(right)")
        }
    }

    @Test func findsEveryWordWithinReach() {
        var dice = SeededDice(seed: 11)
        let words = (0..<400).map { _ in
            String(
                decoding: (0..<Int.random(in: 4...11, using: &dice)).map { _ in UInt8.random(in: 97...102, using: &dice)
                }, as: UTF8.self)
        }
        var spelling = Spelling()
        for word in words { spelling.add(word, count: 1) }
        spelling.finish()
        for typed in words.prefix(60).map({ String($0.dropFirst()) + "a" }) {
            let distances = Dictionary(
                Set(words).map { ($0, slowDistance(Array(typed.utf8), Array($0.utf8))) }, uniquingKeysWith: min)
            let near = Set(distances.filter { $0.value == 1 }.keys)
            #expect(Set(spelling.near(typed, limit: 500).map(\.word)) == near, "\(typed)")
            if Spelling.tolerance(typed.utf8.count) > 1 {
                let far = Set(distances.filter { $0.value == 2 }.keys)
                #expect(Set(spelling.far(typed, limit: 500).map(\.word)) == far, "\(typed)")
            }
        }
    }

    @Test(arguments: [
        // Missing, doubled, swapped, wrong and first letters; two errors in long words.
        "sextortion", "sextorion", "sexttortion", "setxortion", "sextortoin", "zextortion", "exstortion", "sextrotio",
    ])
    func forgivesTypingErrors(_ typed: String) {
        var right = Document(id: "right")
        right.texts = [FieldText(Field("title", weight: 1), language: "nl", text: "Sextortion, wat nu")]
        var other = Document(id: "other")
        other.texts = [FieldText(Field("title", weight: 1), language: "nl", text: "Sexting op school")]
        let results = Index([right, other]).search(Query(typed, language: "nl"))
        #expect(results.hits.first?.id == "right")
        #expect(results.suggestion == (typed == "sextortion" ? nil : "sextortion"))
    }

    @Test func exactBeforeCorrected() {
        let documents = ["gamen": "gamen gamen", "games": "games", "samen": "samen samen samen"].map { id, text in
            var document = Document(id: id)
            document.texts = [FieldText(Field("title", weight: 1), language: "xx", text: text)]
            return document
        }
        // A word that somebody wrote is taken at its word.
        #expect(Index(documents).search(Query("samen", language: "xx")).hits.map(\.id) == ["samen"])
        #expect(Index(documents).search(Query("samen", language: "xx")).suggestion == nil)
    }
}

/// Numbers that are the same in every run (SplitMix64, https://prng.di.unimi.it/splitmix64.c).
struct SeededDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
