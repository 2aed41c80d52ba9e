import Catalogue
import Foundation

/// What must be kept of reports, in the words of the shop. A database stands behind it (target `Storage`).
///
/// Every write is one transaction: after it returns the write is on disk; if it throws nothing has changed.
package protocol ReportVault: Sendable {
    // MARK: Inboxes

    func inboxes() async throws -> [Inbox]
    /// A new inbox with its first handler.
    func add(_ inbox: Inbox, handler: Handler) async throws
    /// Changes what an inbox takes, and whether it is on. Its key stays.
    func update(_ inbox: Inbox) async throws
    func handlers(of inbox: RecordID) async throws -> [Handler]
    /// Adds a handler, or gives one another passphrase.
    func put(_ handler: Handler, noting action: HandlerAction?) async throws
    /// Takes a handler away; the last one stays.
    func removeHandler(_ name: String, of inbox: RecordID, noting action: HandlerAction) async throws

    // MARK: Reports

    /// Keeps a new report. `ticket` is that of the form: a form counts once.
    func accept(_ report: ReportCase, _ message: SealedMessage, ticket: Data) async throws(VaultError)
    func report(_ number: CaseNumber) async throws -> ReportCase?
    /// The reports of an inbox, newest first.
    func reports(of inbox: RecordID) async throws -> [ReportCase]
    func messages(of number: CaseNumber) async throws -> [SealedMessage]
    /// Adds a message, and what changes with it.
    func append(_ message: SealedMessage, changing report: ReportCase, noting action: HandlerAction?) async throws
    /// Changes status, closing or inbox, and puts messages that were sealed anew in the place of the old ones.
    func update(_ report: ReportCase, resealed: [SealedMessage], noting action: HandlerAction) async throws

    // MARK: The log, and forgetting

    func note(_ action: HandlerAction) async throws
    /// What handlers of an inbox did, newest first.
    func actions(of inbox: RecordID, limit: Int) async throws -> [HandlerAction]
    /// Wipes reports that were closed before a day: their messages, their keys, what the log says of them. Returns how
    /// many.
    func wipe(closedBefore day: CivilDay) async throws -> Int
    /// Wipes one report at once, because whoever sent it withdrew it.
    func wipe(_ number: CaseNumber) async throws
    /// Counts people who were led to the competent hotline on a day; nothing else is kept of them.
    func countHandover(on day: CivilDay, language: Language) async throws
}

/// Why a report could not be kept.
package enum VaultError: Error, Sendable, Equatable {
    /// This form was sent before.
    case sentBefore
    /// There is a report of this number: take another.
    case numberTaken
    /// Nothing was stored.
    case notStored(String)
}
