import Editorial
import Foundation
import Logging
import Synchronization

/// Takes what people should hear of out of the store, as letters, to the postman.
///
/// A notice leaves the store after its letter was sent. One that could not be sent is tried again, first soon and then
/// ever more seldom, and given up when it has become old.
final class Postbox: Sendable {
    static let mostInATurn = 30
    /// How long anything is worth sending, in seconds: five days.
    static let patience: TimeInterval = 5 * 86_400

    private let workspace: Workspace
    private let postman: any Postman
    private let writer: LetterWriter
    private let logger: Logger

    private struct State {
        /// Sent, and still in the store: for when the store did not take the news. Never sent again by this program.
        var sent: [String: Notice] = [:]
        /// When what could not be sent is tried again.
        var pauses: [String: Date] = [:]
    }
    private let state = Mutex(State())

    init(workspace: Workspace, postman: any Postman, writer: LetterWriter, logger: Logger) {
        self.workspace = workspace
        self.postman = postman
        self.writer = writer
        self.logger = logger
    }

    /// Sends what is due; returns how many letters went out. Nothing is logged of whom they are to.
    @discardableResult func send() async -> Int {
        await settle()
        let now = workspace.now
        do {
            let waiting = try await workspace.store.all(Notice.self)
            forgetPauses(except: Set(waiting.map(\.value.id)))
            var sent = 0
            for kept in waiting.filter({ isDue($0.value, at: now) }).prefix(Self.mostInATurn) {
                // A letter that is begun is finished; the next waits for the next start.
                guard !Task.isCancelled else { break }
                if try await send(kept, at: now) { sent += 1 }
            }
            return sent
        } catch {
            logger.failed("letters can't be read or noted", error)
            return 0
        }
    }

    /// Takes out of the store what was sent already. Also for the very end, when the program closes.
    func settle() async {
        for notice in state.withLock({ Array($0.sent.values) }) {
            do {
                var work = Work(by: "betternet", at: workspace.now)
                work.remove(notice)
                _ = try await workspace.store.commit(work)
                state.withLock { $0.sent[notice.id] = nil }
            } catch {
                logger.failed("a letter that was sent can't be noted", error)
            }
        }
    }

    private func send(_ kept: Kept<Notice>, at now: Date) async throws -> Bool {
        let notice = kept.value
        guard now.timeIntervalSince(notice.at) <= notice.matter.lifetime else {
            try await giveUp(notice, because: "it was too old")
            return false
        }
        let letter: Letter
        do { letter = try writer.letter(for: notice) } catch {
            // What can't be written today can't be written tomorrow.
            try await giveUp(notice, because: "\(error)")
            return false
        }
        do { try await postman.send(letter) } catch {
            try await wait(with: kept, at: now, because: error)
            return false
        }
        state.withLock {
            $0.sent[notice.id] = notice
            $0.pauses[notice.id] = nil
        }
        await settle()
        return true
    }

    private func wait(with kept: Kept<Notice>, at now: Date, because error: any Error) async throws {
        var notice = kept.value
        notice.failures += 1
        let failures = notice.failures
        state.withLock { $0.pauses[notice.id] = now.addingTimeInterval(Self.pause(after: failures)) }
        // A postman's own errors say nothing of whom a letter is to; of others only their kind is logged.
        let reason = (error as? PostmanError)?.description ?? "\(type(of: error))"
        logger.warning(
            "a letter could not be sent",
            metadata: ["matter": "\(notice.matter.name)", "tries": "\(failures)", "error": "\(reason)"])
        var work = Work(by: "betternet", at: now)
        try work.put(notice, over: kept.version)
        _ = try await workspace.store.commit(work)
    }

    private func giveUp(_ notice: Notice, because reason: String) async throws {
        logger.error("a letter was given up", metadata: ["matter": "\(notice.matter.name)", "reason": "\(reason)"])
        var work = Work(by: "betternet", at: workspace.now)
        work.remove(notice)
        _ = try await workspace.store.commit(work)
    }

    /// Seconds until the next try.
    static func pause(after failures: Int) -> TimeInterval {
        switch failures {
        case ..<5: 15
        case ..<12: 900
        default: 3_600
        }
    }

    private func isDue(_ notice: Notice, at now: Date) -> Bool {
        state.withLock { state in
            state.sent[notice.id] == nil && (state.pauses[notice.id] ?? .distantPast) <= now
        }
    }

    private func forgetPauses(except known: Set<String>) {
        state.withLock { $0.pauses = $0.pauses.filter { known.contains($0.key) } }
    }
}

extension Notice.Matter {
    /// In a word, for the log.
    var name: String {
        switch self {
        case .invitation: "invitation"
        case .reset: "reset"
        case .invitedAgain: "invited again"
        case .passwordChanged: "password"
        case .secondFactorChanged: "second factor"
        case .draft: "draft"
        case .reminder: "reminder"
        case .escalation: "escalation"
        case .setAside: "set aside"
        case .claim: "claim"
        case .application: "application"
        case .suggestion: "suggestion"
        case .digest: "digest"
        }
    }

    /// How long it is worth sending, in seconds: no link arrives dead.
    var lifetime: TimeInterval {
        if case .reset = self { return Invitation.resettingTime }
        return Postbox.patience
    }
}
