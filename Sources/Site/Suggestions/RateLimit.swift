import Foundation
import Synchronization

/// A bucket of tokens that fills again with time. In memory only; it knows nothing of who asks.
final class RateLimit: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: Date?
    }

    private let capacity: Double
    private let perSecond: Double
    private let bucket: Mutex<Bucket>

    init(capacity: Int, perHour: Int) {
        self.capacity = Double(capacity)
        perSecond = Double(perHour) / 3_600
        bucket = Mutex(Bucket(tokens: Double(capacity)))
    }

    /// Whether there is one more to give.
    func take(at now: Date) -> Bool {
        bucket.withLock { bucket in
            let passed = max(0, now.timeIntervalSince(bucket.filledAt ?? now))
            bucket.tokens = min(capacity, bucket.tokens + passed * perSecond)
            bucket.filledAt = now
            guard bucket.tokens >= 1 else { return false }
            bucket.tokens -= 1
            return true
        }
    }
}
