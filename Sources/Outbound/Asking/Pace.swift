import Foundation

/// What time it is, and how to wait.
package struct Pace: Sendable {
    let now: @Sendable () -> Date
    let sleep: @Sendable (Duration) async throws -> Void

    package init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void) {
        self.now = now
        self.sleep = sleep
    }

    package static let real = Pace(now: { Date() }, sleep: { try await Task.sleep(for: $0) })
}

/// The result of work that is given up after `limit`; then throws ``LinkAnswer/Failure/timeout``.
func within<Result: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
        defer { group.cancelAll() }
        group.addTask(operation: work)
        group.addTask {
            try await Task.sleep(for: limit)
            throw LinkAnswer.Failure.timeout
        }
        guard let first = try await group.next() else { throw CancellationError() }
        return first
    }
}
