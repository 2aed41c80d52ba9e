import Editorial
import GRDB

extension ItemRow: FetchableRecord, MutablePersistableRecord {
    static let databaseTableName = table

    /// Writes an item over the version that it was made from.
    static func put(_ put: Work.Put, in database: Database) throws {
        var row = ItemRow(put)
        guard let over = put.over else {
            do { try row.insert(database) } catch let error as DatabaseError
                where error.resultCode == .SQLITE_CONSTRAINT
            { throw WorkConflict.item(put.shelf, id: put.id) }
            return
        }
        try database.execute(
            sql: """
                UPDATE item SET key = ?, version = ?, content = ?, digest = ? WHERE shelf = ? AND id = ? AND version = ?
                """, arguments: [row.key, row.version, row.content, row.digest, row.shelf, row.id, over])
        guard database.changesCount == 1 else { throw WorkConflict.item(put.shelf, id: put.id) }
    }
}
