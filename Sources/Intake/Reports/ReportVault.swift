import Catalogue
import Foundation

/// What must be kept of reports, in the words of the shop. A database stands behind it (target `Storage`).
///
/// Every write is one transaction: after it returns the write is on disk; if it throws nothing has changed, but where
/// nobody can say so (``VaultError/uncertain(_:)``).
package protocol ReportVault: Sendable {
    // MARK: Inboxes

    func inboxes() async throws -> [Inbox]
    /// A new inbox with its first handler.
    func add(_ inbox: Inbox, handler: Handler) async throws
    /// Changes what an inbox takes, and whether it is on. Its key stays.
    func update(_ inbox: Inbox, noting action: HandlerAction?) async throws
    func handlers(of inbox: RecordID) async throws -> [Handler]
    /// Adds a handler, or gives one another passphrase. Throws `VaultError.notAllowed` where another would change the
    /// passphrase of somebody who is there, or whoever adds is there no longer.
    func put(_ handler: Handler, noting action: HandlerAction?) async throws
    /// Takes a handler away; the last one stays. Returns whether somebody went.
    func removeHandler(_ name: String, of inbox: RecordID, noting action: HandlerAction) async throws -> Bool

    // MARK: Reports

    /// Keeps a new report. `ticket` is that of the form: a form counts once.
    func accept(_ report: ReportCase, _ message: SealedMessage, ticket: Data) async throws(VaultError)
    func report(_ number: CaseNumber) async throws -> ReportCase?
    /// The number of the report that came in with a form, for as long as its ticket is remembered.
    func number(of ticket: Data) async throws -> CaseNumber?
    /// The reports of an inbox, newest first.
    func reports(of inbox: RecordID) async throws -> [ReportCase]
    func messages(of number: CaseNumber) async throws -> [SealedMessage]
    /// Adds a message, and what changes with it. Throws `VaultError.changedMeanwhile` where the report is not as it was
    /// read, or another message came first; `VaultError.sentBefore` where the form of `ticket` was.
    func append(
        _ message: SealedMessage, to report: ReportCase, changing changed: ReportCase, ticket: Data,
        noting action: HandlerAction?
    ) async throws(VaultError)
    /// Changes status, closing or inbox, and puts messages that were sealed anew in the place of the old ones: all of
    /// them or none. Throws `VaultError.changedMeanwhile` where the report is not as it was read, or has other messages than
    /// those that were sealed anew.
    func update(
        _ report: ReportCase, to changed: ReportCase, resealed: [SealedMessage], noting action: HandlerAction
    ) async throws(VaultError)

    // MARK: The log, and forgetting

    func note(_ action: HandlerAction) async throws
    /// What handlers of an inbox did, newest first.
    func actions(of inbox: RecordID, limit: Int) async throws -> [HandlerAction]
    /// Wipes reports that were closed before a day: their messages, their keys, what the log says of them. Returns how
    /// many.
    func wipe(closedBefore day: CivilDay) async throws -> Int
    /// Wipes one report at once, because whoever sent it withdrew it.
    func wipe(_ number: CaseNumber) async throws
    /// Forgets which forms came in before a day: their tickets are worth nothing any more.
    func forgetTickets(before day: CivilDay) async throws
    /// Counts people who were led to the competent hotline on a day; nothing else is kept of them.
    func countHandovers(_ people: Int, on day: CivilDay) async throws
}

/// Why a report could not be kept.
package enum VaultError: Error, Sendable, Equatable {
    /// This form was sent before.
    case sentBefore
    /// There is a report of this number: take another.
    case numberTaken
    /// Whoever wants this may not.
    case notAllowed
    /// Somebody else wrote to this report, handed it over or withdrew it since it was read. Nothing was stored.
    case changedMeanwhile
    /// Nothing was stored.
    case notStored(String)
    /// Nobody could be asked whether it was stored. The same form may be sent again: it counts once.
    case uncertain(String)
}
