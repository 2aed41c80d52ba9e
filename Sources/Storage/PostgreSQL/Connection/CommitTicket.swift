import Foundation

/// What a transaction leaves behind, so that one can ask later whether it was kept.
///
/// Every connection has one row in the database, with the mark of the last transaction that it wrote: whoever finds the
/// mark knows that all else of the transaction is there too. Its number alone would not do: one that a crashed server had
/// not written to its disk yet is given out a second time.
struct CommitTicket {
    enum Outcome {
        case kept, dropped, open
    }

    let connection: String
    let mark: String
    /// The number of the transaction.
    let transaction: String
}

extension CommitTicket {
    /// Writes the mark, in the transaction that is open. Nil where the transaction wrote nothing.
    init?(on connection: PostgreSQLConnection) throws {
        let mark = UUID().uuidString
        let written = try connection.run(
            """
            INSERT INTO "commitMark" (connection, mark, made) SELECT $1, $2, now()
            WHERE pg_current_xact_id_if_assigned() IS NOT NULL
            ON CONFLICT (connection) DO UPDATE SET mark = excluded.mark, made = excluded.made
            RETURNING pg_current_xact_id()::text
            """, [.text(connection.name), .text(mark)])
        guard let number = written.text else { return nil }
        self.init(connection: connection.name, mark: mark, transaction: number)
    }

    /// Asks over another connection.
    func outcome(on other: PostgreSQLConnection) throws -> Outcome {
        // In this order: what was over before the first question is seen by the second.
        let isOpen = try isOpen(on: other)
        let marks = try other.run(
            #"SELECT 1 FROM "commitMark" WHERE connection = $1 AND mark = $2"#, [.text(connection), .text(mark)])
        return marks.rows.isEmpty ? (isOpen ? .open : .dropped) : .kept
    }

    /// Whether the server still works on a transaction of this number, which may be another one by now.
    /// https://www.postgresql.org/docs/15/functions-info.html#FUNCTIONS-PG-SNAPSHOT
    private func isOpen(on other: PostgreSQLConnection) throws -> Bool {
        do {
            return try other.run("SELECT pg_xact_status($1::xid8)", [.text(transaction)]).text == "in progress"
        } catch let error as PostgreSQLError where error.state == "22023" {
            // The number was not given out: the server that did forgot it when it crashed.
            return false
        }
    }

    /// Makes room for marks, and forgets those of connections that have been closed for long.
    static func prepare(_ transaction: PostgreSQLTransaction) throws {
        try transaction.run(
            """
            CREATE TABLE IF NOT EXISTS "commitMark" (
                connection text COLLATE "C" PRIMARY KEY,
                mark text COLLATE "C" NOT NULL,
                made timestamptz NOT NULL
            )
            """)
        try transaction.run(#"DELETE FROM "commitMark" WHERE made < now() - interval '1 day'"#)
    }
}
