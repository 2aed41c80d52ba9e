import Catalogue
import Foundation
import Intake
import Synchronization

/// What reports need while the site runs: the vault, the inboxes as of a moment ago, limits, and who is signed in.
final class Reporting: Sendable {
    let vault: any ReportVault
    let tickets = FormTickets()
    let sessions = HandlerSessions()
    let sending: SourceLimit
    /// Messages that are added to reports.
    let adding: SourceLimit
    /// Tries at receipts, and at passphrases.
    let guessing: GuessLimit
    let signingIn: GuessLimit
    private let handovers = Atomic<Int>(0)
    private let board = Mutex<[Inbox]>([])
    private let derivations: Derivations

    init(vault: any ReportVault, settings: SiteSettings, derivations: Derivations) {
        self.vault = vault
        sending = SourceLimit(capacity: settings.mostReports, perHour: settings.mostReports)
        adding = SourceLimit(capacity: settings.mostReports * 2, perHour: settings.mostReports * 2)
        guessing = GuessLimit(mostReports: settings.mostReports)
        signingIn = GuessLimit(mostReports: settings.mostReports)
        self.derivations = derivations
    }

    /// The inboxes as they were when the site last looked: pages never ask the database.
    var inboxes: [Inbox] { board.withLock { $0 } }

    func look() async throws {
        let inboxes = try await vault.inboxes()
        board.withLock { $0 = inboxes }
    }

    func inbox(of organisation: RecordID) -> Inbox? { inboxes.first { $0.organisation == organisation } }

    /// Those that take reports on what a guide is about, from somebody who writes this language.
    func inboxes(for guide: Record, language: Language) -> [Inbox] {
        // Reports of abuse images go to the competent hotline only.
        guard !guide.isAboutAbuseImages else { return [] }
        return inboxes.filter { $0.takes(guide.themes, in: language) }
    }

    /// Forgets keys of sessions that are over, and sources that did nothing for a while.
    func sweep(at now: Date) {
        sessions.sweep(at: now)
        for limit in [sending, adding] { limit.sweep(at: now) }
        for limit in [guessing, signingIn] { limit.sweep(at: now) }
    }

    /// Somebody was led to the competent hotline.
    func countHandover() { handovers.add(1, ordering: .relaxed) }

    /// Hands the count of those who were led there to the vault: the day and how many, nothing else.
    func keepHandovers(on day: CivilDay) async throws {
        let people = handovers.exchange(0, ordering: .relaxed)
        guard people > 0 else { return }
        do { try await vault.countHandovers(people, on: day) } catch {
            // Rather too few than some twice.
            if StorePause(error) != .uncertain { handovers.add(people, ordering: .relaxed) }
            throw error
        }
    }

    /// Work that takes long, away from the threads that answer requests; nil where too many wait for theirs.
    func derive<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value? {
        try await derivations.derive(work)
    }
}

extension Record {
    var isAboutAbuseImages: Bool { themes.contains { $0 == Inbox.abuseImages } }
}
