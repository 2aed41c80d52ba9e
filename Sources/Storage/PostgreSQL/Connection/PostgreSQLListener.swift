import Foundation
import NIOPosix
import Synchronization

/// Hears when another program has published something, and holds the lock of the one that is on duty.
///
/// After a gap in the connection it calls at once: whoever hears it asks the store for everything newer than what it has,
/// so nothing is missed.
final class PostgreSQLListener: Sendable {
    static let channel = "betternet_published"
    /// How long the server may be silent before it counts as gone.
    private static let silence = Duration.seconds(4)

    private struct State {
        var connection: PostgreSQLConnection?
        var isOnDuty = false
    }

    private let address: String
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let state = Mutex(State())

    init(address: String) {
        self.address = address
        thread.start()
    }

    deinit { thread.shutdownGracefully { _ in } }

    /// Whether this program holds the lock of duty, as far as it knows.
    var isOnDuty: Bool { state.withLock { $0.isOnDuty } }

    /// Comes back at a call, when it has just connected, and at the latest after `limit`. Returns whether there may be
    /// something new.
    @discardableResult
    func wait(atMost limit: Duration) async -> Bool {
        let end = ContinuousClock.now + limit
        if let isCalled = (try? await thread.runIfActive { [self] in listen(until: end) }) ?? nil { return isCalled }
        // Nobody is asked more often than agreed because the server is away.
        try? await Task.sleep(until: end, clock: .continuous)
        return false
    }

    /// Nil where there is no connection.
    private func listen(until end: ContinuousClock.Instant) -> Bool? {
        do {
            if let connection = state.withLock({ $0.connection }) {
                try takeDuty(on: connection)
                return try connection.hears(until: end)
            } else {
                let connection = try PostgreSQLConnection(address: address)
                try connection.run("LISTEN \(Self.channel)")
                state.withLock { $0.connection = connection }
                try takeDuty(on: connection)
                return true
            }
        } catch {
            state.withLock { $0 = State() }
            return nil
        }
    }

    /// Takes the lock if nobody has it; whoever has it asks only whether the server is still there.
    private func takeDuty(on connection: PostgreSQLConnection) throws {
        guard !state.withLock({ $0.isOnDuty }) else {
            try connection.run("SELECT 1", within: Self.silence)
            return
        }
        let isTaken = try connection.run(
            "SELECT pg_try_advisory_lock($1)", [.integer(AdvisoryLock.duty)], within: Self.silence)
        state.withLock { $0.isOnDuty = isTaken.number == 1 }
    }
}
