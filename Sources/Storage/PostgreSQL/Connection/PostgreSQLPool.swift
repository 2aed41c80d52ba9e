import Editorial
import Foundation
import NIOPosix
import Synchronization

/// The connections of one program to its database: opened when they are needed, used again, and replaced when they break.
///
/// What is safe to do again is done again: whatever only reads, whatever collided with another transaction, and whatever
/// lost its connection before the database was asked to keep it.
final class PostgreSQLPool: Sendable {
    /// For how long it says so at once, before it tries again.
    private static let pause = Duration.milliseconds(500)
    /// How long the server may take for its first answer, and for its last.
    private static let greeting = Duration.seconds(4)
    /// More who wait only make each other wait longer.
    private static let mostWaiting = 256

    private struct State {
        var idle: [PostgreSQLConnection] = []
        /// How many connections are at work.
        var busy = 0
        var isPrepared = false
        var hasMarks = false
        var waiting = 0
        /// Why the last connection could not be opened, and until when nobody tries again.
        var absence: (reason: String, until: ContinuousClock.Instant)?
        /// Whether somebody is trying to open one after that.
        var isTrying = false

        /// While no new connection can be had one tries, and the others are told at once. Throws ``StoreError/away(_:)``.
        func refuseWhileAway() throws(StoreError) {
            if let absence, isTrying || ContinuousClock.now < absence.until { throw .away(absence.reason) }
        }
    }

    private let address: String
    private let prepare: @Sendable (PostgreSQLTransaction) throws -> Void
    private let threads: NIOThreadPool
    private let patience: Duration
    private let state = Mutex(State())

    /// `prepare` brings the schema up to date, in a transaction that no other program does at the same time, before
    /// anything else is done. `patience` is how long a transaction is begun anew that collided or lost its connection, and
    /// how long it is asked whether one was kept; where no connection can be opened, it says so at once.
    init(
        address: String, connections: Int = 4, patience: Duration = .seconds(8),
        prepare: @escaping @Sendable (PostgreSQLTransaction) throws -> Void
    ) {
        self.address = address
        self.prepare = prepare
        self.patience = patience
        threads = NIOThreadPool(numberOfThreads: connections)
        threads.start()
    }

    deinit { threads.shutdownGracefully { _ in } }

    /// Reads in one state of the database, whatever others write meanwhile.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (PostgreSQLTransaction) throws -> Value
    ) async throws -> Value {
        try await work(.read, body)
    }

    /// Does everything in one transaction, or nothing. `body` may be done more than once.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (PostgreSQLTransaction) throws -> Value
    ) async throws -> Value {
        try await work(.write, body)
    }

    private enum Purpose: String {
        case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case write = "BEGIN ISOLATION LEVEL READ COMMITTED"
    }

    private func work<Value: Sendable>(
        _ purpose: Purpose, _ body: @escaping @Sendable (PostgreSQLTransaction) throws -> Value
    ) async throws -> Value {
        // Before it waits for a thread behind those who wait for a server that says nothing.
        let isTaken = try state.withLock { state throws(StoreError) in
            // Those that are open may well go on where the server takes no more of them.
            if state.idle.isEmpty, state.busy == 0 { try state.refuseWhileAway() }
            guard state.waiting < Self.mostWaiting else { return false }
            state.waiting += 1
            return true
        }
        guard isTaken else { throw StoreError.away("too many wait for it") }
        defer { state.withLock { $0.waiting -= 1 } }
        return try await threads.runIfActive { [self] in try patiently(purpose, body) }
    }

    private func patiently<Value>(
        _ purpose: Purpose, _ body: (PostgreSQLTransaction) throws -> Value
    ) throws -> Value {
        let end = ContinuousClock.now + patience
        while true {
            let connection = try take()
            defer { state.withLock { $0.busy -= 1 } }
            do {
                let value = try whole(purpose, body, on: connection)
                giveBack(connection)
                return value
            } catch let collision as PostgreSQLError where collision.isCollision && ContinuousClock.now < end {
                leave(connection)
            } catch let broken as BrokenConnection {
                // The others of that server are hardly better.
                state.withLock { $0.idle = [] }
                guard ContinuousClock.now < end else { throw StoreError.away(broken.reason) }
            } catch let error as PostgreSQLError {
                leave(connection)
                throw StoreError(error) ?? error
            } catch {
                leave(connection)
                throw error
            }
        }
    }

    private func whole<Value>(
        _ purpose: Purpose, _ body: (PostgreSQLTransaction) throws -> Value, on connection: PostgreSQLConnection
    ) throws -> Value {
        if purpose == .write { try prepareMarksOnce(on: connection) }
        // A connection that was idle may lead nowhere by now; where a cable of this machine was pulled not even the kernel
        // gives it up.
        try connection.run(purpose.rawValue, within: Self.greeting)
        let value = try body(PostgreSQLTransaction(connection: connection))
        let ticket = purpose == .write ? try CommitTicket(on: connection) : nil
        do { try connection.run("COMMIT") } catch let broken as BrokenConnection {
            guard let ticket, try !wasKept(ticket, broken) else { return value }
            throw broken
        }
        return value
    }

    // MARK: Whether it was kept

    /// Asks, over another connection, whether a transaction was kept whose answer got lost.
    private func wasKept(_ ticket: CommitTicket, _ broken: BrokenConnection) throws -> Bool {
        let end = ContinuousClock.now + patience
        while ContinuousClock.now < end {
            guard let connection = try? PostgreSQLConnection(address: address),
                let outcome = try? ticket.outcome(on: connection)
            else {
                Thread.sleep(forTimeInterval: 0.2)
                continue
            }
            switch outcome {
            case .kept: return true
            case .dropped: return false
            case .open: Thread.sleep(forTimeInterval: 0.2)
            }
        }
        throw StoreError.uncertain(broken.reason)
    }

    // MARK: Taking and giving back

    private func take() throws -> PostgreSQLConnection {
        let idle = try state.withLock { state throws(StoreError) -> PostgreSQLConnection? in
            if let idle = state.idle.popLast() {
                state.busy += 1
                return idle
            }
            try state.refuseWhileAway()
            state.isTrying = state.absence != nil
            return nil
        }
        if let idle { return idle }
        defer { state.withLock { $0.isTrying = false } }
        do {
            let connection = try PostgreSQLConnection(address: address)
            try prepareOnce(on: connection)
            state.withLock { state in
                state.absence = nil
                state.busy += 1
            }
            return connection
        } catch let broken as BrokenConnection {
            state.withLock { $0.absence = (broken.reason, ContinuousClock.now + Self.pause) }
            throw StoreError.away(broken.reason)
        } catch let error as PostgreSQLError {
            throw StoreError(error) ?? error
        }
    }

    private func prepareOnce(on connection: PostgreSQLConnection) throws {
        guard !state.withLock({ $0.isPrepared }) else { return }
        try alone(on: connection, prepare)
        state.withLock { $0.isPrepared = true }
    }

    /// Only for those who write: whoever reads changes nothing.
    private func prepareMarksOnce(on connection: PostgreSQLConnection) throws {
        guard !state.withLock({ $0.hasMarks }) else { return }
        try alone(on: connection, CommitTicket.prepare)
        state.withLock { $0.hasMarks = true }
    }

    /// Changes the schema while no other program does.
    private func alone(
        on connection: PostgreSQLConnection, _ change: (PostgreSQLTransaction) throws -> Void
    ) throws {
        try connection.run("BEGIN", within: Self.greeting)
        // Another program may bring it up to date right now, which takes as long as it takes.
        try connection.run("SET LOCAL lock_timeout = 0")
        try connection.run("SELECT pg_advisory_xact_lock($1)", [.integer(AdvisoryLock.schema)])
        try change(PostgreSQLTransaction(connection: connection))
        try connection.run("COMMIT")
    }

    private func giveBack(_ connection: PostgreSQLConnection) {
        state.withLock { if !connection.isBroken { $0.idle.append(connection) } }
    }

    /// Takes everything back that was begun.
    private func leave(_ connection: PostgreSQLConnection) {
        if (try? connection.run("ROLLBACK", within: Self.greeting)) != nil { giveBack(connection) }
    }
}

/// Locks that programs agree on; the numbers are ours alone in a database that is ours alone.
enum AdvisoryLock {
    /// Of whoever brings the schema up to date.
    static let schema: Int64 = 0x6265_7474_0001
    /// Of whoever publishes, so that revisions become visible in the order of their numbers.
    static let publishing: Int64 = 0x6265_7474_0002
    /// Of the one program that does what only one may do.
    static let duty: Int64 = 0x6265_7474_0003
}
