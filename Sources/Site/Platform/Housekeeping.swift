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

    /// How soon a duty begins that has become due.
    static let dutyInterval = Duration.seconds(60)

    let site: SiteEnvironment
    private let postbox: Postbox?

    init(site: SiteEnvironment) {
        self.site = site
        postbox = site.postman.map { postman in
            Postbox(
                workspace: site.workspace, postman: postman,
                writer: LetterWriter(settings: site.settings, snapshots: site.snapshots), logger: site.logger)
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await keepUp() }
                group.addTask { await keepDuties() }
                group.addTask { await carryLetters() }
                group.addTask { await keepLooking() }
            }
        }
        await postbox?.settle()
        await keepCounts()
    }

    private func keepUp() async {
        var turns = 0
        while !Task.isCancelled {
            do { try await Task.sleep(for: Self.refreshInterval) } catch { return }
            await refresh()
            await refreshInboxes()
            await endHandlersSessions()
            site.reporting?.sweep(at: site.clock())
            site.desk.sweep(at: site.clock())
            turns += 1
            if turns % Self.countingInterval == 0 { await keepCounts() }
            if turns % Self.wipingInterval == 1 {
                await wipe()
                await forgetWhatIsOver()
            }
        }
    }

    /// What may take long: beside what readers wait for, not in front of it.
    private func keepDuties() async {
        while !Task.isCancelled {
            await tendFreshness()
            await writeDigests()
            do { try await Task.sleep(for: Self.dutyInterval) } catch { return }
        }
    }

    /// A mail program that is slow keeps nobody waiting but the next letter.
    private func carryLetters() async {
        while !Task.isCancelled {
            await sendLetters()
            do { try await Task.sleep(for: Self.refreshInterval) } catch { return }
        }
    }

    /// Looks into the store for the pages that tell of it.
    private func keepLooking() async {
        while !Task.isCancelled {
            await look()
            do { try await Task.sleep(for: Lookout.interval) } catch { return }
        }
    }

    func look() async {
        do {
            try await site.lookout.look(
                into: site.store, catalogue: site.snapshots.current.catalogue, at: site.clock())
        } catch { site.logger.warning("the store can't be looked into: \(error)") }
    }

    func sendLetters() async { _ = await postbox?.send() }

    func endHandlersSessions() async {
        do { try await site.endHandlersSessions() } catch {
            site.logger.warning("who handles reports can't be looked up: \(error)")
        }
    }

    /// Forgets sessions that are over, and links that have run out.
    func forgetWhatIsOver() async {
        do { try await site.workspace.forgetWhatIsOver() } catch {
            site.logger.warning("sessions that are over can't be forgotten: \(error)")
        }
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
        if !counts.isEmpty {
            do { try await site.store.add(counts) } catch {
                site.counter.putBack(counts)
                site.logger.warning("counts of searches can't be kept: \(error)")
            }
        }
        let walks = site.walks.take()
        do { try await site.store.add(walks, at: site.clock()) } catch {
            site.walks.putBack(walks)
            site.logger.warning("counts of guides can't be kept: \(error)")
        }
    }

    /// What organisations switched on or off since.
    func refreshInboxes() async {
        do { try await site.reporting?.look() } catch { site.logger.warning("the inboxes can't be read: \(error)") }
    }

    /// Wipes reports that were closed long enough ago, and forgets forms that can't be sent any more, tables that nobody
    /// sent, and who took part in labs and campaigns.
    func wipe() async {
        let today = BrusselsTime(site.clock()).day
        do {
            _ = try await site.reporting?.vault.wipe(closedBefore: today.adding(days: -site.settings.keepsClosedDays))
            try await site.reporting?.vault.forgetTickets(before: today.adding(days: -FormTickets.days))
        } catch {
            site.logger.error("closed reports can't be wiped: \(error)")
        }
        do { try await site.workspace.wipeTables() } catch {
            site.logger.error("tables that nobody sent can't be wiped: \(error)")
        }
        do {
            try await site.workspace.wipeRegistrations()
            try await site.workspace.wipeContacts()
        } catch {
            site.logger.error("registrations for labs and contacts of actions can't be wiped: \(error)")
        }
    }
}
