import Catalogue
import Editorial
import Foundation
import GRDB

extension SQLiteStore {
    package func all<Value: Item>(_ type: Value.Type, key: String?) async throws -> [Kept<Value>] {
        let rows = try await pool.reading { database in
            let shelf = ItemRow.filter(sql: "shelf = ?", arguments: [Value.shelf.rawValue])
            return try (key.map { shelf.filter(sql: "key = ?", arguments: [$0]) } ?? shelf)
                .order(sql: "place").fetchAll(database)
        }
        return try rows.map { try $0.kept(type) }
    }

    package func find<Value: Item>(_ type: Value.Type, _ id: String) async throws -> Kept<Value>? {
        let row = try await pool.reading { database in
            try ItemRow.filter(sql: "shelf = ? AND id = ?", arguments: [Value.shelf.rawValue, id]).fetchOne(database)
        }
        return try row?.kept(type)
    }

    @discardableResult
    package func commit(_ work: Work) async throws -> Int? {
        let rows = try work.publishings.map { publishing in
            (
                publishing,
                try RevisionRow(entry: publishing.entry, author: publishing.author, date: work.at, why: publishing.why)
            )
        }
        return try await pool.writing { database in
            for put in work.puts { try ItemRow.put(put, in: database) }
            for removal in work.removals {
                try database.execute(
                    sql: "DELETE FROM item WHERE shelf = ? AND id = ?",
                    arguments: [removal.shelf.rawValue, removal.id])
            }
            var newest: Int?
            for (publishing, var row) in rows {
                let current = try RevisionRow.published(kind: row.entryKind, id: row.entryID, in: database)
                guard publishing.over.is(current?.number) else { throw WorkConflict.entry(row.entryID) }
                newest = try row.publish(in: database)
            }
            for note in work.notes { try TrailRow(note).insert(database) }
            return newest
        }
    }

    package func revisions(of record: RecordID) async throws -> [Revision] {
        let (rows, published) = try await pool.reading { database in
            (
                try RevisionRow.filter(
                    sql: "entryKind = 'record' AND entryID = ?", arguments: [record.description]
                ).order(sql: "number DESC").fetchAll(database),
                try RevisionRow.published(kind: "record", id: record.description, in: database)?.number
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

    package func ages() async throws -> [RecordID: RecordAge] {
        try await pool.reading { try Self.ages(after: 0, in: $0) }
    }

    /// The ages of the records whose published revision is newer than `revision`.
    static func ages(after revision: Int, in database: Database) throws -> [RecordID: RecordAge] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT revision.entryID, revision.number, revision.madeAt, revision.author,
                    (SELECT min(madeAt) FROM revision AS earlier
                        WHERE earlier.entryKind = 'record' AND earlier.entryID = revision.entryID) AS first
                FROM publication JOIN revision ON revision.number = publication.revision
                WHERE publication.entryKind = 'record' AND publication.revision > ?
                """, arguments: [revision])
        var ages: [RecordID: RecordAge] = [:]
        ages.reserveCapacity(rows.count)
        for row in rows {
            // A damaged file may have anything anywhere.
            func text(_ column: String) -> String? { String.fromDatabaseValue(row[column]) }
            guard let id = text("entryID").flatMap({ RecordID($0) }),
                let first = text("first").flatMap(Date.init(stamp:)),
                let last = text("madeAt").flatMap(Date.init(stamp:)), let author = text("author"),
                let number = Int.fromDatabaseValue(row["number"])
            else { continue }
            ages[id] = RecordAge(revision: number, first: first, last: last, author: author)
        }
        return ages
    }

    package func trail(_ selection: TrailSelection) async throws -> [TrailLine] {
        try await pool.reading { try TrailRow.fetch(selection, in: $0) }.map { try $0.line() }
    }
}
