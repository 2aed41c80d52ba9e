import Editorial
import Foundation
import GRDB

/// A row of `item`.
struct ItemRow: Codable, FetchableRecord, MutablePersistableRecord {
    static let databaseTableName = "item"

    var place: Int64?
    let shelf: String
    let id: String
    let key: String?
    let version: Int
    let content: String

    init(_ put: Work.Put) {
        shelf = put.shelf.rawValue
        id = put.id
        key = put.key
        version = (put.over ?? 0) + 1
        content = String(decoding: put.content, as: UTF8.self)
    }

    func kept<Value: Item>(_ type: Value.Type) throws -> Kept<Value> {
        do {
            return Kept(try JSONDecoder().decode(type, from: Data(content.utf8)), version: version)
        } catch {
            throw StoreError.unreadable("\(shelf) \(id)", reason: "its fields make no sense (\(error))")
        }
    }

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
                UPDATE item SET key = ?, version = ?, content = ? WHERE shelf = ? AND id = ? AND version = ?
                """, arguments: [row.key, row.version, row.content, row.shelf, row.id, over])
        guard database.changesCount == 1 else { throw WorkConflict.item(put.shelf, id: put.id) }
    }
}
