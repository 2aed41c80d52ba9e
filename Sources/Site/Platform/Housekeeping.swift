import Catalogue
import Editorial
import Intake
import Logging
import ServiceLifecycle

/// What the site does beside answering: takes what was published since, and hands counts to the store.
///
/// A store that fails is asked again the next time; readers notice nothing of it.
struct Housekeeping: Service {
    /// How soon readers see what was published by another program.
    static let refreshInterval = Duration.seconds(2)
    /// How much counting is lost if the machine fails.
    static let countingInterval = 30

    /// How often closed reports are looked through, in turns.
    static let wipingInterval = 1_800

    let site: SiteEnvironment

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var turns = 0
            while !Task.isCancelled {
                do { try await Task.sleep(for: Self.refreshInterval) } catch { return }
                await refresh()
                await refreshInboxes()
                site.reporting?.sweep(at: site.clock())
                turns += 1
                if turns % Self.countingInterval == 0 { await keepCounts() }
                if turns % Self.wipingInterval == 1 { await wipe() }
            }
        }
        await keepCounts()
    }

    func refresh() async {
        let current = site.snapshots.current
        do {
            let changes = try await site.store.published(after: current.revision)
            guard !changes.entries.isEmpty else { return }
            site.snapshots.replace(with: current.taking(changes))
        } catch {
            site.logger.warning("what was published can't be read: \(error)")
        }
    }

    func keepCounts() async {
        do { try await site.reporting?.keepHandovers(on: BrusselsTime(site.clock()).day) } catch {
            site.logger.warning("the count of people led to the hotline can't be kept: \(error)")
        }
        let counts = site.counter.take()
        guard !counts.isEmpty else { return }
        do {
            try await site.store.add(counts)
        } catch {
            site.counter.putBack(counts)
            site.logger.warning("counts of searches can't be kept: \(error)")
        }
    }

    /// What organisations switched on or off since.
    func refreshInboxes() async {
        do { try await site.reporting?.look() } catch { site.logger.warning("the inboxes can't be read: \(error)") }
    }

    /// Wipes reports that were closed long enough ago, and forgets forms that can't be sent any more.
    func wipe() async {
        let today = BrusselsTime(site.clock()).day
        do {
            _ = try await site.reporting?.vault.wipe(closedBefore: today.adding(days: -site.settings.keepsClosedDays))
            try await site.reporting?.vault.forgetTickets(before: today.adding(days: -FormTickets.days))
        } catch {
            site.logger.error("closed reports can't be wiped: \(error)")
        }
    }
}
