import Editorial
import GRDB

extension Holding {
    /// Reads what a database holds, at the moment of the transaction that it is read in.
    init(reading database: Database) throws {
        var digest = PublishedDigest()
        var newest = 0
        var entries = 0
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT publication.entryKind, publication.entryID, publication.revision, revision.content
                FROM publication JOIN revision ON revision.number = publication.revision
                ORDER BY publication.entryKind, publication.entryID
                """)
        while let row = try rows.next() {
            let revision: Int = row[2]
            digest.take(kind: row[0], id: row[1], revision: revision, content: row[3])
            newest = max(newest, revision)
            entries += 1
        }
        self.init(
            revision: newest, entries: entries, rows: try Self.counts(in: database), digest: digest.finished())
    }

    private static func counts(in database: Database) throws -> [String: Int] {
        let tables = try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'grdb\\_%' ESCAPE '\\'
                ORDER BY name
                """)
        var counts: [String: Int] = [:]
        for table in tables {
            counts[table] = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.quotedDatabaseIdentifier)")
        }
        return counts
    }
}
