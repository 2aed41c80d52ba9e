import Foundation
import Synchronization

/// What was answered since the start, by kind: how often, how, and how fast. Counts only: no address, no query.
///
/// A note is a few additions without a lock, because answers from the ready pages are noted too.
final class Traffic: Sendable {
    /// Upper ends of the steps in seconds, as dashboards like them: about three to a power of ten.
    static let steps: [Double] = [0.000_1, 0.000_25, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 10]

    /// The classes of answers: `2xx` and so on.
    static let classes = 1...5

    /// One number that only grows.
    final class Tally: Sendable {
        private let count = Atomic(0)
        var value: Int { count.load(ordering: .relaxed) }
        func add(_ more: Int = 1) { count.add(more, ordering: .relaxed) }
    }

    /// What is known of one kind.
    struct Counts: Sendable {
        /// By class of the answer, from `1xx`.
        let answers = Traffic.classes.map { _ in Tally() }
        /// How many answers were ready within each step and not within the one before it; the last beyond all steps.
        let times = (0...Traffic.steps.count).map { _ in Tally() }
        /// All times together, in microseconds.
        let microseconds = Tally()

        fileprivate func note(status: Int, _ duration: Duration) {
            answers[min(max(status / 100, classes.lowerBound), classes.upperBound) - classes.lowerBound].add()
            let micros = Int(duration / .microseconds(1))
            times[Self.step(of: micros)].add()
            microseconds.add(micros)
        }

        private static let ends = Traffic.steps.map { Int($0 * 1_000_000) }

        private static func step(of micros: Int) -> Int { ends.firstIndex { micros <= $0 } ?? ends.count }
    }

    let kinds = Dictionary(uniqueKeysWithValues: RequestKind.allCases.map { ($0, Counts()) })
    /// Answers that were made before somebody asked.
    let ready = Tally()

    func note(_ kind: RequestKind, status: Int, in duration: Duration, isReady: Bool) {
        kinds[kind]?.note(status: status, duration)
        if isReady { ready.add() }
    }
}
