import Catalogue
import Editorial
import Foundation

extension PostgreSQLTransaction {
    /// A state of the catalogue, as it was read.
    struct State {
        var entries: [Entry] = []
        var newest: (number: Int, madeAt: Date?)?
        /// How many entries make no sense to this program.
        var unread = 0
    }

    /// Reads the revisions whose numbers a query gives. Throws where one can't be read, unless all that can is enough.
    func state(of numbers: String, _ values: [PostgreSQLValue] = [], isLenient: Bool = false) throws -> State {
        var state = State()
        try walk(
            RevisionRow.self, "SELECT * FROM revision WHERE number IN (\(numbers)) ORDER BY number", values
        ) { row in
            state.newest = [row].newest
            do { state.entries.append(try row.entry()) } catch {
                if !isLenient { throw error }
                state.unread += 1
            }
        }
        return state
    }

    /// Waits until nobody else publishes, so that revisions become visible in the order of their numbers. It is nobody's
    /// turn any more once the transaction is kept or dropped.
    func takePublishing() throws {
        try run("SELECT pg_advisory_xact_lock($1)", [.integer(AdvisoryLock.publishing)])
    }

    /// Keeps new revisions, which readers see from now on, and calls whoever waits for news. Returns the number of the
    /// last. Whoever calls it has taken the turn.
    @discardableResult
    func publish(_ rows: [RevisionRow]) throws -> Int? {
        guard !rows.isEmpty else { return nil }
        var number = try run("SELECT coalesce(max(number), 0) FROM revision").number ?? 0
        var publications: [RevisionRow.Name: PublicationRow] = [:]
        let numbered = rows.map { row in
            var row = row
            number += 1
            row.number = number
            publications[row.entryName] = PublicationRow(
                entryKind: row.entryKind, entryID: row.entryID, revision: Int64(number))
            return row
        }
        try insert(numbered)
        try insert(
            Array(publications.values),
            #"ON CONFLICT ("entryKind", "entryID") DO UPDATE SET revision = excluded.revision"#)
        try run("SELECT pg_notify($1, $2)", [.text(PostgreSQLListener.channel), .text(String(number))])
        return number
    }

    /// What is published of some entries.
    func publishedContents(of rows: some Collection<RevisionRow>) throws -> [RevisionRow.Name: String] {
        let names = Set(rows.map(\.entryName))
        guard !names.isEmpty else { return [:] }
        let places = (0..<names.count).map { "($\(2 * $0 + 1), $\(2 * $0 + 2))" }.joined(separator: ", ")
        let table = try run(
            """
            SELECT revision.* FROM publication JOIN revision ON revision.number = publication.revision
            WHERE (publication."entryKind", publication."entryID") IN (\(places))
            """, names.flatMap { [.text($0.kind), .text($0.id)] })
        return try table.decoded(as: RevisionRow.self).reduce(into: [:]) { $0[$1.entryName] = $1.content }
    }

    /// The number of the revision of an entry that is published; nil where none is.
    func publishedNumber(of entry: RevisionRow.Name) throws -> Int? {
        try run(
            #"SELECT revision FROM publication WHERE "entryKind" = $1 AND "entryID" = $2"#,
            [.text(entry.kind), .text(entry.id)]
        ).number
    }

    /// The ages of the records whose published revision is newer than `revision`.
    func ages(after revision: Int) throws -> [RecordID: RecordAge] {
        let rows = try run(
            """
            SELECT revision."entryID", revision.number, revision."madeAt", revision.author,
                (SELECT min(earlier."madeAt") FROM revision AS earlier
                    WHERE earlier."entryKind" = 'record' AND earlier."entryID" = revision."entryID")
            FROM publication JOIN revision ON revision.number = publication.revision
            WHERE publication."entryKind" = 'record' AND publication.revision > $1
            """, [.init(revision)]
        ).rows
        var ages: [RecordID: RecordAge] = [:]
        ages.reserveCapacity(rows.count)
        for row in rows {
            guard case .text(let entry) = row[0], case .integer(let number) = row[1], case .text(let madeAt) = row[2],
                case .text(let author) = row[3], case .text(let first) = row[4], let id = RecordID(entry),
                let first = Date(stamp: first), let last = Date(stamp: madeAt)
            else { continue }
            ages[id] = RecordAge(revision: Int(number), first: first, last: last, author: author)
        }
        return ages
    }
}

extension RevisionRow {
    /// What an entry is called.
    struct Name: Hashable {
        let kind: String
        let id: String
    }

    var entryName: Name { Name(kind: entryKind, id: entryID) }
}
