import Catalogue
import Editorial
import Foundation

/// What was published before. Revisions are never changed, so every state of the catalogue can be had again.
extension PostgreSQLStore {
    package func published(at revision: Int) async throws -> PublishedCatalogue? {
        try await pool.read { transaction in
            guard let last = try transaction.run("SELECT max(number) FROM revision").number, revision <= last
            else { return nil }
            // Of a thousand entries that were loaded at once nobody ever saw the first hundred alone.
            let whole =
                try transaction.run(
                    """
                    SELECT max(number) FROM revision
                    WHERE "madeAt" = (SELECT "madeAt" FROM revision WHERE number = $1)
                    """, [.init(revision)]
                ).number ?? revision
            // Of each entry the newest one by then. What was kept long ago may be about something that the shop has no
            // longer, such as a vocabulary.
            let state = try transaction.state(
                of: #"SELECT max(number) FROM revision WHERE number <= $1 GROUP BY "entryKind", "entryID""#,
                [.init(whole)], isLenient: true)
            guard let newest = state.newest else { return nil }
            return PublishedCatalogue(
                catalogue: Catalogue(state.entries), revision: newest.number, madeAt: newest.madeAt,
                unread: state.unread)
        }
    }

    package func revision(on day: CivilDay) async throws -> DatedRevision? {
        // Both are written in the same way, to the second and in Universal Time, so that letters are in order of time.
        let end = BrusselsTime.end(of: day).ISO8601Format()
        return try await dated(#"(SELECT max(number) FROM revision WHERE "madeAt" < $1)"#, [.text(end)])
    }

    package func firstRevision() async throws -> DatedRevision? {
        try await dated("(SELECT min(number) FROM revision)", [])
    }

    private func dated(_ number: String, _ values: [PostgreSQLValue]) async throws -> DatedRevision? {
        try await pool.read { try $0.rows(of: RevisionRow.self, "WHERE number = \(number)", values) }.newest
            .flatMap { newest in newest.madeAt.map { DatedRevision(number: newest.number, madeAt: $0) } }
    }

    package func revisions(of record: RecordID) async throws -> [Revision] {
        let name = RevisionRow.Name(kind: "record", id: record.description)
        let (rows, published) = try await pool.read { transaction in
            (
                try transaction.rows(
                    of: RevisionRow.self, #"WHERE "entryKind" = $1 AND "entryID" = $2 ORDER BY number DESC"#,
                    [.text(name.kind), .text(name.id)]),
                try transaction.publishedNumber(of: name)
            )
        }
        return try rows.compactMap { row in
            guard case .record(let record) = try row.entry(), let number = row.number else { return nil }
            return Revision(
                id: number, record: record, author: row.author,
                madeAt: (try? Date(row.madeAt, strategy: .iso8601)) ?? .distantPast, why: row.why,
                isPublished: number == published)
        }
    }

    package func ages() async throws -> [RecordID: RecordAge] { try await pool.read { try $0.ages(after: 0) } }
}
