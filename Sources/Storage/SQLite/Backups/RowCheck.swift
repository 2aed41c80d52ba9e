import Editorial
import Foundation
import GRDB

/// Reads every row of a database as the program would, and says which ones it can't. What is sealed stays sealed.
enum RowCheck {
    static func faults(in database: Database) throws -> [String] {
        try read(RevisionRow.self, in: database, name: \.title) { _ = try $0.entry() }
            + read(ItemRow.self, in: database, name: \.title, reading: readItem)
            + read(TrailRow.self, in: database, name: \.title) { _ = try $0.line() }
            + read(SearchCountRow.self, in: database, name: { "a count of searches of \($0.day)" }) {
                _ = try $0.count()
            }
            + read(InboxRow.self, in: database, name: \.title) { _ = try $0.inbox() }
            + read(HandlerRow.self, in: database, name: \.title) { _ = try $0.handler() }
            + read(ReportRow.self, in: database, name: \.title) { _ = try $0.report() }
            + read(ReportMessageRow.self, in: database, name: \.title) { _ = try $0.message() }
            + read(HandlerActionRow.self, in: database, name: \.title) {
                _ = try $0.action()
            }
            + misplaced(in: database)
    }

    private static func read<Row: FetchableRecord & TableRecord>(
        _ type: Row.Type, in database: Database, name: (Row) -> String, reading: (Row) throws -> Void
    ) throws -> [String] {
        var faults: [String] = []
        let rows = try GRDB.Row.fetchCursor(
            database, sql: "SELECT * FROM \(Row.databaseTableName.quotedDatabaseIdentifier)")
        while let raw = try rows.next() {
            guard let row = try? Row(row: raw) else {
                faults.append("a row of \(Row.databaseTableName) has fields that make no sense")
                continue
            }
            do { try reading(row) } catch StoreError.damaged(_, let reason) {
                faults.append("\(name(row)) is damaged (\(reason))")
            } catch { faults.append("\(name(row)) can't be read") }
        }
        return faults
    }

    private static func readItem(_ row: ItemRow) throws {
        guard let type = Shelf(rawValue: row.shelf).flatMap({ Shelf.types[$0] }) else {
            throw StoreError.unreadable(row.shelf, reason: "nothing is known of this shelf")
        }
        try decode(type, row)
    }

    private static func decode<Value: Item>(_ type: Value.Type, _ row: ItemRow) throws {
        guard try row.kept(type).value.id == row.id else {
            throw StoreError.unreadable("\(row.shelf) \(row.id)", reason: "it calls itself otherwise")
        }
    }

    /// Entries whose published revision is one of another entry.
    private static func misplaced(in database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT publication.entryKind || ' ' || publication.entryID
                FROM publication LEFT JOIN revision ON revision.number = publication.revision
                WHERE revision.entryKind IS NOT publication.entryKind OR revision.entryID IS NOT publication.entryID
                """
        ).map { "the published revision of \($0) is one of another entry" }
    }
}
