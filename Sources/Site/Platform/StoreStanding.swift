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
