import Foundation
import GRDB
import Synchronization

/// Writes that come at the same time share one transaction, and so one wait for the disk.
///
/// The first to come writes for all who wait by then; those who come meanwhile wait for the next round. Each write has
/// a savepoint of its own: one that fails leaves the others alone. No write returns before it is on disk.
final class GroupCommit: Sendable {
    private struct Waiting: Sendable {
        let write: @Sendable (Database) throws -> Void
        let done: CheckedContinuation<Result<Void, any Error>, Never>
    }

    private struct State {
        var waiting: [Waiting] = []
        var isWriting = false
    }

    private let state = Mutex(State())
    private let pool: DatabasePool

    init(_ pool: DatabasePool) { self.pool = pool }

    func write(_ write: @escaping @Sendable (Database) throws -> Void) async throws {
        let result = await withCheckedContinuation { (done: CheckedContinuation<Result<Void, any Error>, Never>) in
            let isFirst = state.withLock { state in
                state.waiting.append(Waiting(write: write, done: done))
                defer { state.isWriting = true }
                return !state.isWriting
            }
            if isFirst { next() }
        }
        try result.get()
    }

    /// Writes everything that waits, then looks again.
    private func next() {
        let round = state.withLock { state in
            defer { state.waiting = [] }
            if state.waiting.isEmpty { state.isWriting = false }
            return state.waiting
        }
        guard !round.isEmpty else { return }
        pool.asyncWrite { database in
            round.map { waiting in
                Result {
                    try database.inSavepoint {
                        try waiting.write(database)
                        return .commit
                    }
                }
            }
        } completion: { _, outcome in
            switch outcome {
            case .success(let results):
                for (waiting, result) in zip(round, results) { waiting.done.resume(returning: result) }
            // The transaction itself failed: nothing of the round is on disk.
            case .failure(let error): for waiting in round { waiting.done.resume(returning: .failure(error)) }
            }
            self.next()
        }
    }
}
