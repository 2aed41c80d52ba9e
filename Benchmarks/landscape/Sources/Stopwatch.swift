import Foundation

/// Times the parts of a whole, lap after lap.
struct Stopwatch {
    /// In milliseconds, in the order in which the parts were first timed; the whole is the last.
    private(set) var times: [(part: String, laps: [Double])] = []
    private var lap = 0.0

    static let whole = "the whole landscape"

    mutating func time<Result>(_ part: String, _ work: () -> Result) -> Result {
        let began = ContinuousClock.now
        let result = work()
        let took = (ContinuousClock.now - began) / .milliseconds(1)
        lap += took
        note(part, took)
        return result
    }

    mutating func lapIsOver() {
        note(Self.whole, lap)
        lap = 0
    }

    private mutating func note(_ part: String, _ took: Double) {
        if let place = times.firstIndex(where: { $0.part == part }) {
            times[place].laps.append(took)
        } else {
            times.append((part, [took]))
        }
    }

    /// The least that each part took.
    var best: [String: Double] { Dictionary(uniqueKeysWithValues: times.map { ($0.part, $0.laps.min() ?? 0) }) }

    func show() {
        print("| ours | best ms | median ms |\n|---|---|---|")
        for (part, laps) in times {
            let ordered = laps.sorted()
            print(String(format: "| %@ | %.1f | %.1f |", part, ordered[0], ordered[ordered.count / 2]))
        }
    }
}
