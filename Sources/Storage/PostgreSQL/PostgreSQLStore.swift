import Catalogue
import Editorial
import Foundation

/// The store in a PostgreSQL database that is the site's alone, for one node or many.
///
/// What was acknowledged is on the disk of the server and, where it has synchronous standbys, on theirs.
package struct PostgreSQLStore: Store {
    let pool: PostgreSQLPool
    private let listener: PostgreSQLListener
    /// What is kept of reports, in the same database.
    package let reports: PostgreSQLReportVault

    /// Connects when something is first asked of it, and brings the schema up to date then; until the database can be
    /// reached, everything throws ``StoreError/away(_:)``.
    ///
    /// `address` is one of libpq (https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING), with one host or
    /// several; of several the one that takes writes is used. `connections` is how many are open at most, beside one that
    /// listens.
    package init(address: String, connections: Int = 4) {
        pool = Self.pool(address: address, connections: connections)
        listener = PostgreSQLListener(address: address)
        reports = PostgreSQLReportVault(pool: pool)
    }

    /// Connections to a database whose schema is brought up to date before anything else is done with them.
    static func pool(address: String, connections: Int = 4) -> PostgreSQLPool {
        PostgreSQLPool(address: address, connections: connections, prepare: PostgreSQLMigration.bringUpToDate)
    }

    // MARK: Publishing

    package func published() async throws -> PublishedCatalogue {
        try await pool.read { transaction in
            let state = try transaction.state(of: "SELECT revision FROM publication")
            return PublishedCatalogue(
                catalogue: Catalogue(state.entries), revision: state.newest?.number ?? 0, madeAt: state.newest?.madeAt,
                ages: try transaction.ages(after: 0))
        }
    }

    package func published(after revision: Int) async throws -> PublishedChanges {
        try await pool.read { transaction in
            let state = try transaction.state(
                of: "SELECT revision FROM publication WHERE revision > $1", [.init(revision)])
            return PublishedChanges(
                entries: state.entries, revision: state.newest?.number ?? revision, madeAt: state.newest?.madeAt,
                ages: try transaction.ages(after: revision))
        }
    }

    package func publish(_ entries: [Entry], by author: String, at date: Date) async throws -> Publication {
        let rows = try entries.map { try RevisionRow(entry: $0, author: author, date: date) }
        return try await pool.write { transaction in
            try transaction.takePublishing()
            var added = 0
            var changed = 0
            for start in stride(from: 0, to: rows.count, by: Self.batch) {
                let some = rows[start..<min(start + Self.batch, rows.count)]
                var current = try transaction.publishedContents(of: some)
                var new: [RevisionRow] = []
                for row in some {
                    let before = current.updateValue(row.content, forKey: row.entryName)
                    if before == row.content { continue }
                    new.append(row)
                    if before == nil { added += 1 } else { changed += 1 }
                }
                try transaction.publish(new)
            }
            return Publication(
                added: added, changed: changed, unchanged: rows.count - added - changed,
                revision: try transaction.run("SELECT coalesce(max(revision), 0) FROM publication").number ?? 0)
        }
    }

    /// How many entries are looked up and written with one statement each.
    private static let batch = 500

    // MARK: Search counts

    package func add(_ counts: [SearchCount]) async throws {
        // All programs in one order, so that they wait for each other and not around each other.
        let counts = counts.sorted {
            ($0.day, $0.language.rawValue, $0.words) < ($1.day, $1.language.rawValue, $1.words)
        }.reduce(into: [SearchCount]()) { sums, count in
            // A statement may change a row only once.
            guard let last = sums.last, last.isOfTheSame(as: count) else { return sums.append(count) }
            sums[sums.count - 1].searches += count.searches
            sums[sums.count - 1].withoutResult += count.withoutResult
        }
        try await pool.write { transaction in
            try transaction.insert(
                counts.map(SearchCountRow.init),
                """
                ON CONFLICT (day, language, words) DO UPDATE SET
                    searches = "searchCount".searches + excluded.searches,
                    "withoutResult" = "searchCount"."withoutResult" + excluded."withoutResult"
                """)
        }
    }

    package func searchCounts(since day: CivilDay) async throws -> [SearchCount] {
        try await pool.read { transaction in
            try transaction.rows(
                of: SearchCountRow.self, "WHERE day >= $1 ORDER BY searches DESC, words, day, language",
                [.text(day.description)]
            ).map { try $0.count() }
        }
    }

    // MARK: Nodes

    package func probe() async throws {
        _ = try await pool.read { try $0.run("SELECT EXISTS (SELECT FROM publication)").number }
    }

    package func waitForNews(atMost limit: Duration) async { await listener.wait(atMost: limit) }

    /// One of the programs that wait for news.
    package func isOnDuty() async -> Bool { listener.isOnDuty }
}

extension SearchCount {
    fileprivate func isOfTheSame(as other: SearchCount) -> Bool {
        (day, language, words) == (other.day, other.language, other.words)
    }
}
