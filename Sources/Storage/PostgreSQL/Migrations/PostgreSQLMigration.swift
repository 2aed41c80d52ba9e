import Editorial

/// A step of the schema in PostgreSQL: one file each, never edited once it has been released.
///
/// Tables and columns are called as in SQLite. Texts are compared byte by byte, as SQLite does, whatever the language of
/// the server is. Statements stand alone, because the server takes one at a time.
struct PostgreSQLMigration: Sendable {
    let name: String
    let statements: [String]

    /// All steps; the number of each is its place, from 1.
    static let all: [PostgreSQLMigration] = [.revisions, .workspace, .reports]

    /// Brings the schema up to date: all steps that are missing, or none. Whoever calls it sees to it that nobody else does
    /// so at the same time.
    static func bringUpToDate(_ transaction: PostgreSQLTransaction) throws {
        try bringUpToDate(transaction, by: all)
    }

    static func bringUpToDate(_ transaction: PostgreSQLTransaction, by steps: [PostgreSQLMigration]) throws {
        let database = try suitable(transaction)
        let done = try done(transaction)
        if done == nil {
            try transaction.run(
                """
                CREATE TABLE migration (
                    number bigint PRIMARY KEY,
                    name text NOT NULL,
                    done timestamptz NOT NULL DEFAULT now()
                )
                """)
        }
        let last = done ?? 0
        guard last <= steps.count else { throw StoreError.newer(database) }
        for (place, migration) in steps.enumerated().dropFirst(last) {
            for statement in migration.statements { try transaction.run(statement) }
            try transaction.run(
                "INSERT INTO migration (number, name) VALUES ($1, $2)", [.init(place + 1), .text(migration.name)])
        }
    }

    /// Looks whether the schema is the one of this program, for what only reads; nothing is changed.
    static func check(_ transaction: PostgreSQLTransaction) throws {
        let database = try suitable(transaction)
        let done = try done(transaction) ?? 0
        guard done <= all.count else { throw StoreError.newer(database) }
        guard done == all.count else {
            throw StoreError.unsuitable(
                database,
                reason: done == 0
                    ? "no site has kept anything there"
                    : "it was last used by an older betternet, so serve from it once")
        }
    }

    /// How many steps were done; nil where there is not even a list of them.
    private static func done(_ transaction: PostgreSQLTransaction) throws -> Int? {
        guard try transaction.run("SELECT to_regclass('migration')::text").text != nil else { return nil }
        return try transaction.run("SELECT coalesce(max(number), 0) FROM migration").number
    }

    /// What a fault calls the database. Throws where it can't keep what it acknowledges.
    private static func suitable(_ transaction: PostgreSQLTransaction) throws -> String {
        let name = "database " + (try transaction.run("SELECT current_database()::text").text ?? "")
        func setting(_ name: String) throws -> String {
            try transaction.run("SELECT current_setting($1)", [.text(name)]).text ?? ""
        }
        guard let version = Int(try setting("server_version_num")), version >= 150_000 else {
            throw StoreError.unsuitable(name, reason: "PostgreSQL 15 or newer is needed")
        }
        guard try setting("server_encoding") == "UTF8" else {
            throw StoreError.unsuitable(name, reason: "its encoding must be UTF8")
        }
        for needed in ["fsync", "full_page_writes", "synchronous_commit"] where try setting(needed) == "off" {
            throw StoreError.unsuitable(name, reason: "\(needed) must be on, or what was kept is lost in a power cut")
        }
        return name
    }
}
