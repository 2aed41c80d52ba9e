import Editorial
import NIOPosix
import Synchronization

/// Where passwords and passphrases are turned into keys: each costs 128 MiB, so at most two at once, and few who wait.
final class Derivations: HeavyWork {
    private static let mostWaiting = 16

    private let threads = NIOThreadPool(numberOfThreads: 2)
    private let waiting = Atomic<Int>(0)

    /// How many are being worked for or wait.
    var waitingCount: Int { waiting.load(ordering: .relaxed) }

    init() { threads.start() }

    deinit { threads.shutdownGracefully { _ in } }

    /// Work that takes long, away from the threads that answer requests; nil where too many wait for theirs.
    func derive<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value? {
        defer { waiting.subtract(1, ordering: .relaxed) }
        guard waiting.add(1, ordering: .relaxed).newValue <= Self.mostWaiting else { return nil }
        return try await threads.runIfActive(work)
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        // In a list, so that a value that is itself optional stays apart from no answer.
        guard let value = try await derive({ [try work()] })?.first else { throw WorkspaceError.busy }
        return value
    }
}
