import Editorial
import Foundation
import Logging
import Synchronization

/// Whether the store could be read when the site last asked, so that what can do without it does not wait for it.
final class StoreStanding: Sendable {
    private let awaySince = Mutex<Date?>(nil)

    /// Since when it can't be read; nil: it can.
    var absence: Date? { awaySince.withLock { $0 } }
    var isAway: Bool { absence != nil }

    /// It was read. Returns for how many seconds it was away before; nil: it was not.
    func noteRead(at now: Date) -> TimeInterval? {
        awaySince.withLock { since in
            defer { since = nil }
            return since.map { now.timeIntervalSince($0) }
        }
    }

    /// It could not be read. Returns whether that is news.
    func noteFailure(at now: Date) -> Bool {
        awaySince.withLock { since in
            defer { since = since ?? now }
            return since == nil
        }
    }
}

/// Asks the store whether it can be read: one at a time, and not again within a second, however many want to know.
final class StoreProbe: Sendable {
    private static let interval = Duration.seconds(1)

    private struct Asked {
        /// A task of its own: all who want to know wait for it, and any of them may go.
        let answer: Task<Bool, Never>
        /// Nil until it has answered.
        var isGoodUntil: ContinuousClock.Instant?
    }

    private let asked = Mutex<Asked?>(nil)

    func isReadable(_ store: any Store) async -> Bool {
        let answer = asked.withLock { asked in
            if let asked, asked.isGoodUntil.map({ ContinuousClock.now < $0 }) ?? true { return asked.answer }
            let answer = Task { [self] in
                let isReadable = (try? await store.probe()) != nil
                self.asked.withLock { $0?.isGoodUntil = ContinuousClock.now + Self.interval }
                return isReadable
            }
            asked = Asked(answer: answer)
            return answer
        }
        return await answer.value
    }
}
