import Crypto
import Foundation
import Synchronization

/// How often one source may do something. No address is stored: what is counted is a code of it under a key that is
/// made anew with every start, in memory only, for as long as it takes to forget the count.
final class SourceLimit: Sendable {
    private struct Bucket {
        var level: Double
        var seen: Date
    }

    private let capacity: Double
    private let perSecond: Double
    private let key = SymmetricKey(size: .bits256)
    private let buckets = Mutex<[Data: Bucket]>([:])
    private static let mostBuckets = 20_000

    init(capacity: Int, perHour: Int) {
        self.capacity = Double(capacity)
        perSecond = Double(perHour) / 3_600
    }

    /// Takes one; false where there is none left.
    func take(from source: String, at now: Date) -> Bool {
        let code = code(of: source)
        return buckets.withLock { buckets in
            if buckets.count > Self.mostBuckets {
                buckets = buckets.filter { filled($0.value, at: now) < capacity }
            }
            var bucket = buckets[code] ?? Bucket(level: capacity, seen: now)
            bucket.level = filled(bucket, at: now)
            bucket.seen = now
            let isLeft = bucket.level >= 1
            if isLeft { bucket.level -= 1 }
            buckets[code] = bucket
            return isLeft
        }
    }

    /// Whether there is one left, without taking it.
    func isLeft(for source: String, at now: Date) -> Bool {
        let code = code(of: source)
        return buckets.withLock { buckets in buckets[code].map { filled($0, at: now) >= 1 } ?? true }
    }

    private func code(of source: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(source.utf8), using: key)).prefix(16)
    }

    private func filled(_ bucket: Bucket, at now: Date) -> Double {
        min(capacity, bucket.level + max(0, now.timeIntervalSince(bucket.seen)) * perSecond)
    }
}
