import Foundation
import Synchronization

/// How long answers take, counted in steps: since the site began, and for the last hour.
///
/// Each note is one short lock around two additions, so that it costs an answer from the ready pages next to nothing.
final class ResponseTimes: Sendable {
    /// What is known of one period.
    struct Summary: Hashable, Sendable {
        let answers: Int
        /// Milliseconds within which so many of all answers were ready, rounded up to the end of a step.
        let half: Double
        let ninetyFive: Double
        let ninetyNine: Double
    }

    private struct State {
        var all = TimeSteps()
        /// By the minute of the hour; each with the minute since the start that it is of.
        var minutes = [(minute: Int, steps: TimeSteps)](repeating: (-1, TimeSteps()), count: 60)
    }

    /// When it began to count.
    let since: Date
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    init(since: Date) { self.since = since }

    /// Notes an answer that was begun at `begin` and is ready now.
    func note(from begin: ContinuousClock.Instant) {
        let now = ContinuousClock.now
        note(begin.duration(to: now), inMinute: minute(at: now))
    }

    /// `minute` counts from the start.
    func note(_ duration: Duration, inMinute minute: Int) {
        let step = TimeSteps.step(of: duration)
        state.withLock { state in
            state.all.counts[step] += 1
            let place = minute % state.minutes.count
            if state.minutes[place].minute != minute { state.minutes[place] = (minute, TimeSteps()) }
            state.minutes[place].steps.counts[step] += 1
        }
    }

    /// Nil where nothing was answered yet.
    var sinceStart: Summary? { state.withLock { $0.all }.summary }

    var lastHour: Summary? { lastHour(atMinute: minute(at: .now)) }

    /// The sixty minutes that end with this one.
    func lastHour(atMinute minute: Int) -> Summary? {
        let minutes = state.withLock { $0.minutes }
        let recent = minutes.filter { $0.minute >= 0 && $0.minute > minute - minutes.count && $0.minute <= minute }
        return recent.reduce(into: TimeSteps()) { $0.add($1.steps) }.summary
    }

    private func minute(at instant: ContinuousClock.Instant) -> Int {
        Int(start.duration(to: instant).components.seconds / 60)
    }
}

/// Counts of durations in fixed steps: four between each power of two and the next, from 16 microseconds to half a minute.
struct TimeSteps: Sendable {
    private static let first = 16
    private static let count = 4 * 21

    var counts = [Int](repeating: 0, count: TimeSteps.count)

    /// The step that a duration falls into; what is shorter than all falls into the first, what is longer into the last.
    static func step(of duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        let micros = Int(clamping: seconds).multipliedReportingOverflow(by: 1_000_000)
        let time = micros.overflow ? Int.max / 2 : micros.partialValue + Int(attoseconds / 1_000_000_000_000)
        guard time >= first else { return 0 }
        let power = Int.bitWidth - 1 - time.leadingZeroBitCount
        // The two bits below the first one.
        let quarter = (time >> (power - 2)) & 3
        return min(4 * (power - 4) + quarter, count - 1)
    }

    /// The end of a step, in milliseconds: everything in it is shorter.
    static func end(of step: Int) -> Double { Double((first / 4) * (5 + step % 4) << (step / 4)) / 1_000 }

    mutating func add(_ other: TimeSteps) { for (step, count) in other.counts.enumerated() { counts[step] += count } }

    var summary: ResponseTimes.Summary? {
        let total = counts.reduce(0, +)
        guard total > 0 else { return nil }
        return ResponseTimes.Summary(
            answers: total, half: within(50, of: total), ninetyFive: within(95, of: total),
            ninetyNine: within(99, of: total))
    }

    /// Milliseconds within which `percent` of all were ready.
    private func within(_ percent: Int, of total: Int) -> Double {
        let rank = (total * percent + 99) / 100
        var seen = 0
        for (step, count) in counts.enumerated() {
            seen += count
            if seen >= rank { return Self.end(of: step) }
        }
        return Self.end(of: Self.count - 1)
    }
}
