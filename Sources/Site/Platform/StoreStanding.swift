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

/// Asks the store whether it can be read, at most once a second, however many want to know.
final class StoreProbe: Sendable {
    private static let interval = Duration.seconds(1)

    private let last = Mutex<(at: ContinuousClock.Instant, isReadable: Bool)?>(nil)

    func isReadable(_ store: any Store) async -> Bool {
        if let last = last.withLock({ $0 }), last.at.duration(to: .now) < Self.interval { return last.isReadable }
        let isReadable = (try? await store.probe()) != nil
        last.withLock { $0 = (.now, isReadable) }
        return isReadable
    }
}
