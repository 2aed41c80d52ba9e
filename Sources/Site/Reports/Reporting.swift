import Catalogue
import Foundation
import Intake
import NIOPosix
import Synchronization

/// What reports need while the site runs: the vault, the inboxes as of a moment ago, limits, and who is signed in.
final class Reporting: Sendable {
    let vault: any ReportVault
    let tickets = FormTickets()
    let sessions = HandlerSessions()
    let sending: SourceLimit
    /// Wrong receipts and wrong passphrases.
    let guessing: SourceLimit
    private let board = Mutex<[Inbox]>([])
    /// Passphrases cost 128 MiB each: at most two at once.
    private let derivations = NIOThreadPool(numberOfThreads: 2)

    init(vault: any ReportVault, settings: SiteSettings) {
        self.vault = vault
        sending = SourceLimit(capacity: settings.mostReports, perHour: settings.mostReports)
        guessing = SourceLimit(capacity: settings.mostReports / 3, perHour: settings.mostReports * 2 / 3)
        derivations.start()
    }

    deinit { derivations.shutdownGracefully { _ in } }

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

    /// Work that takes long, away from the threads that answer requests.
    func derive<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await derivations.runIfActive(work)
    }
}

extension Record {
    /// In Belgium only Child Focus may receive and analyse reports of images of sexual abuse of minors
    /// (royal decree of 15 November 2016).
    var isAboutAbuseImages: Bool { themes.first?.description == "child-sexual-abuse-material" }
}
