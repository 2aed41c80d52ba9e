import Editorial
import Foundation
import Synchronization
import Testing

@testable import Storage

/// The database that tests may use, if there is one.
private let address = ProcessInfo.processInfo.environment["BETTERNET_TEST_DATABASE"] ?? ""

/// Connections, transactions and calls, on a real server.
@Suite(.enabled(if: !address.isEmpty)) struct PostgreSQLPoolTests {
    /// A name that no other test has.
    private let table = "pool_" + UUID().uuidString.lowercased().filter { $0 != "-" }

    /// A pool with an empty table, by way of another address if one is given.
    private func pool(_ address: String = address) async throws -> PostgreSQLPool {
        let table = table
        let pool = PostgreSQLPool(address: address) { transaction in
            try transaction.run(
                "CREATE TABLE IF NOT EXISTS \(table) (number bigint PRIMARY KEY, word text, bytes bytea)")
        }
        _ = try await pool.read { try $0.run("SELECT 1").number }
        return pool
    }

    private func drop(_ pool: PostgreSQLPool) async throws {
        let table = table
        try await pool.write { _ = try $0.run("DROP TABLE \(table)") }
    }

    private func count(_ pool: PostgreSQLPool) async throws -> Int? {
        let table = table
        return try await pool.read { try $0.run("SELECT count(*) FROM \(table)").number }
    }

    @Test func givesBackWhatItWasGiven() async throws {
        let pool = try await pool()
        let table = table
        let rows: [[PostgreSQLValue]] = [
            [.integer(.min), .text("één ‘woord’ \\ \u{1F6B2}\n"), .bytes(Data(0...255))],
            [.integer(0), .text(""), .bytes(Data())], [.integer(.max), .null, .null],
        ]
        try await pool.write { transaction in
            for row in rows { try transaction.run("INSERT INTO \(table) VALUES ($1, $2, $3)", row) }
        }
        let read = try await pool.read { try $0.run("SELECT * FROM \(table) ORDER BY number") }
        #expect(read.rows == rows)
        #expect(read.columns == ["number", "word", "bytes"])
        try await drop(pool)
    }

    @Test func refusesAZeroByteInsteadOfLosingWhatFollows() async throws {
        let pool = try await pool()
        await #expect(throws: PostgreSQLError.self) {
            try await pool.read { _ = try $0.run("SELECT $1", [.text("before\0after")]) }
        }
        try await drop(pool)
    }

    @Test func aTransactionThatThrowsLeavesNothing() async throws {
        struct Refusal: Error {}
        let pool = try await pool()
        let table = table
        await #expect(throws: Refusal.self) {
            try await pool.write { transaction in
                try transaction.run("INSERT INTO \(table) VALUES (1)")
                throw Refusal()
            }
        }
        #expect(try await count(pool) == 0)
        try await drop(pool)
    }

    @Test func twoThatLockEachOtherBothSucceed() async throws {
        let pool = try await pool()
        let table = table
        try await pool.write { _ = try $0.run("INSERT INTO \(table) VALUES (1, ''), (2, '')") }
        let update = "UPDATE \(table) SET word = word || 'x' WHERE number = $1"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for order in [[1, 2], [2, 1]] {
                group.addTask {
                    try await pool.write { transaction in
                        try transaction.run(update, [.integer(Int64(order[0]))])
                        try transaction.run("SELECT pg_sleep(0.3)")
                        try transaction.run(update, [.integer(Int64(order[1]))])
                    }
                }
            }
            try await group.waitForAll()
        }
        let words = try await pool.read { try $0.run("SELECT word FROM \(table)").rows }
        #expect(words == [[.text("xx")], [.text("xx")]])
        try await drop(pool)
    }

    @Test func aConnectionThatTheServerClosesIsReplaced() async throws {
        let pool = try await pool()
        let table = table
        let turns = Mutex(0)
        try await pool.write { transaction in
            _ = try transaction.run("INSERT INTO \(table) VALUES (1)")
            if turns.withLock({
                $0 += 1; return $0
            }) == 1 {
                try transaction.run("SELECT pg_terminate_backend(pg_backend_pid())")
            }
        }
        #expect(turns.withLock { $0 } == 2)
        #expect(try await count(pool) == 1)
        try await drop(pool)
    }

    @Test(arguments: [CuttingProxy.Moment.before, .after])
    func aCommitWhoseAnswerIsLostIsDoneOnce(_ moment: CuttingProxy.Moment) async throws {
        let plain = try await pool()
        let port = try #require(URLComponents(string: address)?.port.flatMap(UInt16.init))
        // The first two are those of the schema, of which there is none here, and of the marks.
        let proxy = try CuttingProxy(to: port, cutting: moment, "COMMIT", after: 2)
        var components = try #require(URLComponents(string: address))
        components.port = Int(proxy.port)
        let table = table
        // Many tests beside it make a small machine slow.
        let pool = PostgreSQLPool(address: try #require(components.string), patience: .seconds(120)) { _ in }
        let turns = Mutex(0)
        try await pool.write { transaction in
            _ = try transaction.run(
                "INSERT INTO \(table) VALUES ($1)",
                [
                    .integer(
                        Int64(
                            turns.withLock {
                                $0 += 1
                                return $0
                            }))
                ])
        }
        #expect(try await count(plain) == 1)
        try await drop(plain)
    }

    @Test func knowsWhetherATransactionWasKept() async throws {
        let pool = try await pool()
        let table = table
        try await pool.write { try $0.run("INSERT INTO \(table) VALUES (1)") }
        let (writer, asker) = (try PostgreSQLConnection(address: address), try PostgreSQLConnection(address: address))
        func begin() throws -> CommitTicket {
            try writer.run("BEGIN")
            try writer.run("UPDATE \(table) SET word = 'x'")
            return try #require(try CommitTicket(on: writer))
        }

        let kept = try begin()
        #expect(try kept.outcome(on: asker) == .open)
        try writer.run("COMMIT")
        #expect(try kept.outcome(on: asker) == .kept)

        let dropped = try begin()
        try writer.run("ROLLBACK")
        #expect(try dropped.outcome(on: asker) == .dropped)

        try writer.run("BEGIN")
        #expect(try CommitTicket(on: writer) == nil, "nothing was written")
        try writer.run("ROLLBACK")
        try await drop(pool)
    }

    /// A server that crashed gives out numbers anew that had not come to its disk.
    @Test func aNumberThatWasGivenOutAgainIsNotTakenForOurs() async throws {
        let pool = try await pool()
        let table = table
        let other = try await pool.write { transaction in
            try transaction.run("INSERT INTO \(table) VALUES (1)")
            return try transaction.run("SELECT pg_current_xact_id()::text").text
        }
        let asker = try PostgreSQLConnection(address: address)
        for number in [try #require(other), "\(UInt64.max / 2)"] {
            let lost = CommitTicket(connection: "gone", mark: "ours", transaction: number)
            #expect(try lost.outcome(on: asker) == .dropped, "\(number)")
        }
        try await drop(pool)
    }

    /// A server that takes no more connections still serves those that it has.
    @Test func whoIsConnectedGoesOnWhereNobodyElseGetsIn() async throws {
        let plain = try await pool()
        let port = try #require(URLComponents(string: address)?.port.flatMap(UInt16.init))
        let proxy = try CuttingProxy(to: port, cutting: .before, "NEVER")
        var components = try #require(URLComponents(string: address))
        components.port = Int(proxy.port)
        let pool = PostgreSQLPool(address: try #require(components.string)) { _ in }
        _ = try await pool.read { try $0.run("SELECT 1").number }
        proxy.closeDoor()
        async let slow = pool.read { try $0.run("SELECT pg_sleep(0.6)").affected }
        try await Task.sleep(for: .milliseconds(200))
        await #expect(throws: StoreError.self) { try await pool.read { try $0.run("SELECT 1").number } }
        _ = try await slow
        #expect(try await pool.read { try $0.run("SELECT 1").number } == 1)
        try await drop(plain)
    }

    @Test func saysThatADatabaseIsAway() async throws {
        let pool = PostgreSQLPool(address: "postgresql://127.0.0.1:1/nowhere") { _ in }
        for _ in 0..<3 {
            await #expect {
                try await pool.read { _ = try $0.run("SELECT 1") }
            } throws: { error in
                if case StoreError.away = error { true } else { false }
            }
        }
    }

    @Test func findsTheHostThatTakesWrites() async throws {
        let components = try #require(URLComponents(string: address))
        let host = try #require(components.host)
        let port = try #require(components.port)
        let both = address.replacingOccurrences(of: "\(host):\(port)", with: "127.0.0.1:1,\(host):\(port)")
        let pool = PostgreSQLPool(address: both) { _ in }
        #expect(try await pool.read { try $0.run("SELECT 7").number } == 7)
    }
}

@Suite(.enabled(if: !address.isEmpty), .serialized) struct PostgreSQLListenerTests {
    @Test func hearsACallAtOnce() async throws {
        let listener = PostgreSQLListener(address: address)
        // The first wait is over as soon as it is connected.
        await listener.wait(atMost: .seconds(30))
        let pool = PostgreSQLPool(address: address) { _ in }
        async let heard = listener.wait(atMost: .seconds(30))
        try await pool.write { _ = try $0.run("SELECT pg_notify('\(PostgreSQLListener.channel)', '1')") }
        #expect(await heard)
    }

    @Test func onlyOneIsOnDutyAndAnotherTakesOver() async throws {
        var first: PostgreSQLListener? = PostgreSQLListener(address: address)
        let second = PostgreSQLListener(address: address)
        // Tests of many nodes beside this one are on duty in the same database for as long as they last.
        for _ in 0..<600 where first?.isOnDuty != true { await first?.wait(atMost: .milliseconds(100)) }
        #expect(first?.isOnDuty == true)
        await second.wait(atMost: .milliseconds(50))
        await second.wait(atMost: .milliseconds(50))
        #expect(!second.isOnDuty)
        first = nil
        for _ in 0..<50 where !second.isOnDuty { await second.wait(atMost: .milliseconds(100)) }
        #expect(second.isOnDuty)
    }
}
