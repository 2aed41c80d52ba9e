import Catalogue
import Editorial
import GRDB

extension TrailRow: FetchableRecord, PersistableRecord {
    static let databaseTableName = table

    static func fetch(_ selection: TrailSelection, in database: Database) throws -> [TrailRow] {
        var rows = all()
        if let object = selection.object { rows = rows.filter(sql: "object = ?", arguments: [object]) }
        if let account = selection.account { rows = rows.filter(sql: "account = ?", arguments: [account]) }
        if let organisation = selection.organisation {
            rows = rows.filter(sql: "organisation = ?", arguments: [organisation.description])
        }
        if !selection.deeds.isEmpty { rows = rows.filter(selection.deeds.map(\.rawValue).contains(Column("deed"))) }
        return try rows.order(sql: "number DESC").limit(selection.limit, offset: selection.offset).fetchAll(database)
    }
}
