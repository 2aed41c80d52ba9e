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
    private let state = Mutex(State())
    /// How many sources are counted at once; of those beyond each network shares a count, of as many networks, and beyond
    /// these all share one.
    private static let mostBuckets = 20_000
    /// Seconds between two rounds of forgetting the counts that are full again.
    private static let sweepInterval: TimeInterval = 1

    private struct State {
        var buckets: [Data: Bucket] = [:]
        var swept = Date.distantPast

        /// Where a source is counted.
        func place(for code: Data, in network: Data) -> Data {
            if buckets.count < mostBuckets || buckets[code] != nil { return code }
            return buckets.count < 2 * mostBuckets || buckets[network] != nil ? network : Data()
        }
    }

    init(capacity: Int, perHour: Int) {
        self.capacity = Double(capacity)
        perSecond = Double(perHour) / 3_600
    }

    /// Seconds until a source that has none left gets another.
    var pause: Int { Int((1 / perSecond).rounded(.up)) }

    /// Takes one; false where there is none left.
    func take(from source: String, at now: Date) -> Bool {
        let (code, network) = (code(of: source), self.network(of: source))
        return state.withLock { state in
            if state.buckets.count >= Self.mostBuckets, now.timeIntervalSince(state.swept) >= Self.sweepInterval {
                state.buckets = state.buckets.filter { filled($0.value, at: now) < capacity }
                state.swept = now
            }
            let place = state.place(for: code, in: network)
            var bucket = state.buckets[place] ?? Bucket(level: capacity, seen: now)
            bucket.level = filled(bucket, at: now)
            bucket.seen = now
            let isLeft = bucket.level >= 1
            if isLeft { bucket.level -= 1 }
            state.buckets[place] = bucket
            return isLeft
        }
    }

    /// Forgets the sources that have all of theirs again.
    func sweep(at now: Date) {
        state.withLock { state in state.buckets = state.buckets.filter { filled($0.value, at: now) < capacity } }
    }

    /// Gives one back that was taken for nothing.
    func giveBack(to source: String) {
        let places = [code(of: source), network(of: source), Data()]
        state.withLock { state in
            if let place = places.first(where: { state.buckets[$0] != nil }) { state.buckets[place]?.level += 1 }
        }
    }

    private func network(of source: String) -> Data { code(of: "network " + RequestSource.network(of: source)) }

    private func code(of source: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(source.utf8), using: key)).prefix(16)
    }

    private func filled(_ bucket: Bucket, at now: Date) -> Double {
        min(capacity, bucket.level + max(0, now.timeIntervalSince(bucket.seen)) * perSecond)
    }
}
