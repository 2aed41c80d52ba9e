import Editorial
import Foundation
import Logging
import ServiceLifecycle
import Synchronization

/// Looks now and then at what figures are asked of, so that asking for them costs the store nothing, and lets time pass
/// for those who wait for their turn.
struct Watchman: Service {
    static let turn = Duration.milliseconds(250)
    /// How often the store is tried.
    static let probing = Duration.seconds(10)
    /// In tries: how often what waits for people is counted.
    static let counting = 30

    let site: SiteEnvironment

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await keepTurns() }
                group.addTask { await keepLooking() }
            }
        }
    }

    private func keepTurns() async {
        while !Task.isCancelled {
            site.admission.look()
            do { try await Task.sleep(for: Self.turn) } catch { return }
        }
    }

    private func keepLooking() async {
        var turns = 0
        while !Task.isCancelled {
            await probe()
            if turns % Self.counting == 0 { await count() }
            turns += 1
            site.admission.sweep(at: site.clock())
            do { try await Task.sleep(for: Self.probing) } catch { return }
        }
    }

    /// Whether the store can be read, how many letters wait there, and who of all that share it does what only one may do.
    func probe() async {
        let begin = ContinuousClock.now
        var sight = site.watched.sight
        do {
            try await site.store.probe()
            sight.probe = begin.duration(to: .now)
            sight.isStoreReadable = true
            let letters = try await site.store.all(Notice.self).map(\.value)
            sight.letters = letters.count
            let now = site.clock()
            sight.oldestLetter = letters.map(\.at).min().map { max(0, now.timeIntervalSince($0)) } ?? 0
        } catch {
            sight.probe = begin.duration(to: .now)
            sight.isStoreReadable = false
        }
        sight.isOnDuty = await site.store.isOnDuty()
        site.watched.see(sight)
    }

    /// What waits in the store for people. A store that is away leaves the last count.
    func count() async {
        var sight = site.watched.sight
        do {
            let drafts = try await site.store.all(Draft.self).map(\.value)
            sight.reviews = drafts.count { $0.state == .submitted }
            sight.suggestions = try await site.store.all(Suggestion.self).count { $0.value.isOpen }
            site.watched.see(sight)
        } catch { site.logger.debug("what waits in the store can't be counted: \(error)") }
    }
}

/// What the watchman saw last.
final class Watched: Sendable {
    struct Sight: Sendable {
        /// Nil before anybody looked.
        var isStoreReadable: Bool?
        /// How long the last look into the store took.
        var probe: Duration?
        var isOnDuty: Bool?
        /// Letters that wait for the postman.
        var letters: Int?
        /// Seconds that the oldest of them waits.
        var oldestLetter: TimeInterval?
        /// Drafts that wait for a review.
        var reviews: Int?
        /// Suggestions that nobody answered yet.
        var suggestions: Int?
    }

    private let held = Mutex(Sight())

    var sight: Sight { held.withLock { $0 } }

    func see(_ sight: Sight) { held.withLock { $0 = sight } }
}
