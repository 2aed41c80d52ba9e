/// What a transaction is known by, so that one can ask later whether it was kept.
struct CommitTicket {
    enum Outcome {
        case kept, dropped, open
        /// The server that is asked is not the one that was written to, or has forgotten it.
        case unknown
    }

    /// The number of the transaction.
    private let transaction: String
    /// The timeline of the server: after a standby has taken over, numbers may be used a second time.
    private let timeline: String

    /// Nil where the transaction wrote nothing.
    init?(on connection: PostgreSQLConnection) throws {
        let assigned = try connection.run("SELECT pg_current_xact_id_if_assigned()::text").text
        guard let assigned else { return nil }
        transaction = assigned
        timeline = try Self.timeline(of: connection)
    }

    /// https://www.postgresql.org/docs/15/functions-info.html#FUNCTIONS-PG-SNAPSHOT
    func outcome(on connection: PostgreSQLConnection) throws -> Outcome {
        guard try Self.timeline(of: connection) == timeline else { return .unknown }
        switch try connection.run("SELECT pg_xact_status($1::xid8)", [.text(transaction)]).text {
        case "committed": return .kept
        case "aborted": return .dropped
        case "in progress": return .open
        default: return .unknown
        }
    }

    /// The first eight digits of the name of the file that is written to.
    private static func timeline(of connection: PostgreSQLConnection) throws -> String {
        try connection.run("SELECT substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)").text ?? ""
    }
}
