import Catalogue
import Editorial
import Intake
import Logging
import ServiceLifecycle

/// What the site does beside answering: takes what was published since, and hands counts to the store.
///
/// A store that fails is asked again the next time; readers notice nothing of it. Where several programs share a store,
/// one of them does what only one may do.
struct Housekeeping: Service {
    /// How soon readers see what was published by another program that does not call.
    static let refreshInterval = Duration.seconds(2)
    /// How much counting is lost if the machine fails.
    static let countingInterval = Duration.seconds(60)

    /// How often closed reports are looked through.
    static let wipingInterval = Duration.seconds(3_600)

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
                group.addTask { await keepTidy() }
                group.addTask { await keepDuties() }
                group.addTask { await carryLetters() }
                group.addTask { await keepLooking() }
                group.addTask { await keepSnapshots() }
            }
        }
        await postbox?.settle()
        await keepCounts()
        await keepSnapshot()
    }

    /// Takes what is new as soon as the store calls.
    private func keepUp() async {
        while !Task.isCancelled {
            await site.store.waitForNews(atMost: Self.refreshInterval)
            guard !Task.isCancelled else { return }
            await refresh()
            // A store that is away may answer the wait at once, again and again.
            if site.standing.isAway { try? await Task.sleep(for: Self.refreshInterval) }
        }
    }

    private func keepTidy() async {
        var counted = ContinuousClock.now
        var wiped: ContinuousClock.Instant?
        while !Task.isCancelled {
            do { try await Task.sleep(for: Self.refreshInterval) } catch { return }
            site.reporting?.sweep(at: site.clock())
            site.desk.sweep(at: site.clock())
            guard !site.standing.isAway else { continue }
            await refreshInboxes()
            await endHandlersSessions()
            if counted.duration(to: .now) >= Self.countingInterval {
                counted = .now
                await keepCounts()
            }
            if wiped.map({ $0.duration(to: .now) >= Self.wipingInterval }) ?? true, await site.store.isOnDuty() {
                wiped = .now
                guard await believesTheDate() else { continue }
                await wipe()
                await forgetWhatIsOver()
            }
        }
    }

    /// What may take long: beside what readers wait for, not in front of it.
    private func keepDuties() async {
        while !Task.isCancelled {
            if await site.store.isOnDuty() {
                await tendFreshness()
                await writeDigests()
            }
            do { try await Task.sleep(for: Self.dutyInterval) } catch { return }
        }
    }

    /// A mail program that is slow keeps nobody waiting but the next letter.
    private func carryLetters() async {
        while !Task.isCancelled {
            // Two programs would send every letter twice.
            if await site.store.isOnDuty() { await sendLetters() } else { await postbox?.settle() }
            do { try await Task.sleep(for: Self.refreshInterval) } catch { return }
        }
    }

    /// Keeps the snapshot in its file, for a start without the store.
    private func keepSnapshots() async {
        while !Task.isCancelled {
            let begin = ContinuousClock.now
            await keepSnapshot()
            // A large catalogue that changes all the time keeps the disk busy for a fiftieth of the time.
            let pause = max(SnapshotKeeping.interval, begin.duration(to: .now) * 50)
            do { try await Task.sleep(for: pause) } catch { return }
        }
    }

    func keepSnapshot() async {
        do { try await site.keeping?.keep(site.snapshots.current) } catch {
            site.logger.failed("the snapshot can't be kept", error)
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
        } catch { site.logger.failed("the store can't be looked into", error) }
    }

    func sendLetters() async { _ = await postbox?.send() }

    func endHandlersSessions() async {
        do { try await site.endHandlersSessions() } catch {
            site.logger.failed("who handles reports can't be looked up", error)
        }
    }

    /// After a leap of the clock nothing is wiped for a day.
    private func believesTheDate() async -> Bool {
        do {
            if try await site.workspace.believesTheDate() { return true }
            site.logger.warning(
                "the clock leapt: nothing is wiped before tomorrow", metadata: ["now": "\(site.clock())"])
        } catch { site.logger.failed("nothing can be wiped", error) }
        return false
    }

    /// Forgets sessions that are over, and links that have run out.
    func forgetWhatIsOver() async {
        do { try await site.workspace.forgetWhatIsOver() } catch {
            site.logger.failed("sessions that are over can't be forgotten", error)
        }
    }

    /// Takes what was published since.
    func refresh() async {
        let current = site.snapshots.current
        do {
            // With the newest one that is known: where it is no longer there, the store has gone back.
            let changes = try await site.store.published(after: current.revision - 1)
            if let absence = site.standing.noteRead(at: site.clock()) {
                site.logger.warning("the store is back", metadata: ["seconds": "\(Int(absence))"])
            }
            if changes.revision > current.revision { return site.snapshots.replace(with: current.taking(changes)) }
            guard current.isForgotten(by: changes) else { return }
            site.logger.error("the store was put back: all is read anew", metadata: ["revision": "\(current.revision)"])
            site.snapshots.replace(current, with: Snapshot(try await site.store.published()))
            site.ready.forget()
        } catch is CancellationError {
            // The site closes: that says nothing of the store.
        } catch {
            guard site.standing.noteFailure(at: site.clock()) else { return }
            site.logger.warning(
                "the store can't be read: pages go on as they are",
                metadata: ["revision": "\(current.revision)", "error": "\(error)"])
        }
    }

    func keepCounts() async {
        do { try await site.reporting?.keepHandovers(on: BrusselsTime(site.clock()).day) } catch {
            site.logger.failed("the count of people led to the hotline can't be kept", error)
        }
        let counts = site.counter.take()
        if !counts.isEmpty {
            do { try await site.store.add(counts) } catch {
                // Rather a minute too few than a minute twice.
                if StorePause(error) != .uncertain { site.counter.putBack(counts) }
                site.logger.failed("counts of searches can't be kept", error)
            }
        }
        let walks = site.walks.take()
        do { try await site.store.add(walks, at: site.clock()) } catch {
            if StorePause(error) != .uncertain { site.walks.putBack(walks) }
            site.logger.failed("counts of guides can't be kept", error)
        }
    }

    /// What organisations switched on or off since; and, once, the key that all programs of the site share.
    func refreshInboxes() async {
        guard let reporting = site.reporting else { return }
        do {
            try await reporting.look()
            guard !reporting.tickets.areShared else { return }
            reporting.tickets.share(try await site.store.secret(.formTickets, at: site.clock()))
        } catch { site.logger.failed("the inboxes can't be read", error) }
    }

    /// Wipes reports that were closed long enough ago, and forgets forms that can't be sent any more, tables that nobody
    /// sent, and who took part in labs and campaigns.
    func wipe() async {
        let today = BrusselsTime(site.clock()).day
        do {
            _ = try await site.reporting?.vault.wipe(closedBefore: today.adding(days: -site.settings.keepsClosedDays))
            try await site.reporting?.vault.forgetTickets(before: today.adding(days: -FormTickets.days))
        } catch {
            site.logger.failed("closed reports can't be wiped", error, level: .error)
        }
        do { try await site.workspace.wipeTables() } catch {
            site.logger.failed("tables that nobody sent can't be wiped", error, level: .error)
        }
        do {
            try await site.workspace.wipeRegistrations()
            try await site.workspace.wipeContacts()
        } catch {
            site.logger.failed("registrations for labs and contacts of actions can't be wiped", error, level: .error)
        }
    }
}
