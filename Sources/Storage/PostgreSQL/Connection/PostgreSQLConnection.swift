import CPostgres
import Foundation

/// One connection, with an end to every wait: a server that says nothing any more is as good as gone.
///
/// Unchecked, because libpq's connection may be used by one thread at a time: by whoever took it out of the pool, or by
/// the one thread of the listener.
final class PostgreSQLConnection: @unchecked Sendable {
    private let connection: OpaquePointer
    private(set) var isBroken = false
    /// Which one it is, among all of all programs.
    let name = UUID().uuidString

    /// What holds unless the address says otherwise. Several hosts are asked in turn for the one that takes writes.
    private static let defaults = [
        ("connect_timeout", "4"), ("target_session_attrs", "read-write"), ("application_name", "betternet"),
        ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "8000"),
    ]

    /// What holds whatever the address says.
    private static let settings = [
        "SET client_encoding = 'UTF8'", "SET bytea_output = hex", "SET standard_conforming_strings = on",
        "SET client_min_messages = warning",
        // A node that is cut off loses its locks, so that another takes over.
        "SET tcp_keepalives_idle = 5", "SET tcp_keepalives_interval = 2", "SET tcp_keepalives_count = 3",
        // Keepalives rest while something that was sent, such as a call, is not yet taken: then this counts.
        "SET tcp_user_timeout = 8000",
        // So does one that stands still, whose machine still says that it is there.
        "SET idle_in_transaction_session_timeout = '60s'",
        // Whoever waits for a lock keeps a thread from those who need none.
        "SET lock_timeout = '10s'",
    ]

    /// Opens it, which may take some seconds for each host. Throws ``BrokenConnection`` where none takes it in.
    init(address: String) throws {
        let pairs = Self.defaults + [("dbname", address)]
        connection = try withCStrings(pairs.map(\.0)) { keywords in
            try withCStrings(pairs.map(\.1)) { values in
                guard let connection = PQconnectdbParams(keywords + [nil], values + [nil], 1) else {
                    throw BrokenConnection(reason: "out of memory")
                }
                return connection
            }
        }
        guard PQstatus(connection) == CONNECTION_OK else {
            // It is closed in `deinit`.
            throw BrokenConnection(reason: Self.sentence(PQerrorMessage(connection)))
        }
        PQsetnonblocking(connection, 1)
        for setting in Self.settings { try run(setting, within: .seconds(10)) }
    }

    deinit { PQfinish(connection) }

    /// Does one statement. Throws ``PostgreSQLError`` where the database refuses it, and ``BrokenConnection`` where no
    /// answer comes `within` a time.
    @discardableResult
    func run(
        _ sql: String, _ values: [PostgreSQLValue] = [], within time: Duration = .seconds(60)
    ) throws -> PostgreSQLTable {
        guard !isBroken else { throw BrokenConnection(reason: "the connection broke before") }
        let end = ContinuousClock.now + time
        try send(sql, values)
        while true {
            let state = PQflush(connection)
            guard state >= 0 else { throw broken() }
            if state == 0 { break }
            try wait(for: Int16(POLLOUT | POLLIN), until: end)
        }
        var table = PostgreSQLTable(columns: [], rows: [], affected: 0)
        var failure: PostgreSQLError?
        while true {
            while PQisBusy(connection) == 1 { try wait(for: Int16(POLLIN), until: end) }
            guard let result = PQgetResult(connection) else { break }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: table = PostgreSQLTable(result)
            default: failure = failure ?? PostgreSQLError(result)
            }
        }
        guard PQstatus(connection) == CONNECTION_OK else { throw broken(failure?.message) }
        if let failure {
            if failure.isFarewell { throw broken(failure.message) }
            throw failure
        }
        return table
    }

    /// Whether something was called on the channels that it listens to; waits for it until a time.
    func hears(until end: ContinuousClock.Instant) throws -> Bool {
        guard !isBroken else { throw BrokenConnection(reason: "the connection broke before") }
        while true {
            guard PQconsumeInput(connection) == 1 else { throw broken() }
            var isCalled = false
            while let notification = PQnotifies(connection) {
                PQfreemem(notification)
                isCalled = true
            }
            if isCalled { return true }
            guard ContinuousClock.now < end else { return false }
            _ = poll(Int16(POLLIN), until: end)
        }
    }

    private func send(_ sql: String, _ values: [PostgreSQLValue]) throws {
        // What follows a zero byte would be lost.
        for case .text(let text) in values where text.utf8.contains(0) {
            throw PostgreSQLError(state: "22021", message: "a text holds a zero byte, which PostgreSQL can't keep")
        }
        let parameters = values.map(PostgreSQLParameter.init)
        let isSent = withPointers(to: parameters.map(\.bytes)) { pointers in
            PQsendQueryParams(
                connection, sql, Int32(values.count), parameters.map(\.type), pointers, parameters.map(\.length),
                parameters.map(\.format), 0)
        }
        guard isSent == 1 else { throw broken() }
    }

    private func wait(for events: Int16, until end: ContinuousClock.Instant) throws {
        guard poll(events, until: end) else { throw broken("no answer in time") }
        guard PQconsumeInput(connection) == 1 else { throw broken() }
    }

    /// False when the time is over.
    private func poll(_ events: Int16, until end: ContinuousClock.Instant) -> Bool {
        let left = ContinuousClock.now.duration(to: end)
        guard left > .zero else { return false }
        var descriptor = pollfd(fd: PQsocket(connection), events: events, revents: 0)
        let milliseconds = left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
        // Interrupted or ready: whoever asks looks again.
        return Foundation.poll(&descriptor, 1, Int32(clamping: milliseconds + 1)) != 0
    }

    private func broken(_ reason: String? = nil) -> BrokenConnection {
        isBroken = true
        return BrokenConnection(reason: reason ?? Self.sentence(PQerrorMessage(connection)))
    }

    /// What libpq says, in one line.
    private static func sentence(_ message: UnsafeMutablePointer<CChar>?) -> String {
        let text = message.map { String(cString: $0) } ?? ""
        let line = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .joined(separator: "; ")
        // A malformed address is named whole.
        return line.isEmpty ? "no reason given" : StorePlace.withoutPasswords(line)
    }
}
