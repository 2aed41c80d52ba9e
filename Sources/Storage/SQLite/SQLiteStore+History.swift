import Catalogue
import Editorial
import Foundation
import GRDB

/// What was published before. Revisions are never changed, so every state of the catalogue can be had again.
extension SQLiteStore {
    package func published(at revision: Int) async throws -> PublishedCatalogue? {
        try await pool.reading { database in
            guard let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM revision"), revision <= last
            else { return nil }
            // Of a thousand entries that were loaded at once nobody ever saw the first hundred alone.
            let whole =
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT max(number) FROM revision
                        WHERE madeAt = (SELECT madeAt FROM revision WHERE number = ?)
                        """, arguments: [revision]) ?? revision
            // Of each entry the newest one by then.
            let rows = try RevisionRow.filter(
                sql: """
                    number IN (SELECT max(number) FROM revision WHERE number <= ? GROUP BY entryKind, entryID)
                    """, arguments: [whole]
            ).fetchAll(database)
            guard let newest = rows.newest else { return nil }
            // What was kept long ago may be about something that the shop has no longer, such as a vocabulary.
            let entries = rows.compactMap { try? $0.entry() }
            return PublishedCatalogue(
                catalogue: Catalogue(entries), revision: newest.number, madeAt: newest.madeAt,
                unread: rows.count - entries.count)
        }
    }

    package func revision(on day: CivilDay) async throws -> DatedRevision? {
        // Both are written in the same way, to the second and in Universal Time, so that letters are in order of time.
        let end = BrusselsTime.end(of: day).ISO8601Format()
        return try await dated("(SELECT max(number) FROM revision WHERE madeAt < ?)", [end])
    }

    package func firstRevision() async throws -> DatedRevision? {
        try await dated("(SELECT min(number) FROM revision)", [])
    }

    private func dated(_ number: String, _ arguments: StatementArguments) async throws -> DatedRevision? {
        try await pool.reading { database in
            try RevisionRow.filter(sql: "number = \(number)", arguments: arguments).fetchAll(database).newest
                .flatMap { newest in newest.madeAt.map { DatedRevision(number: newest.number, madeAt: $0) } }
        }
    }
}
