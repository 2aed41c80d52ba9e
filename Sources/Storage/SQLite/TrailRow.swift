import Catalogue
import Editorial
import Foundation
import GRDB

/// A row of `trail`.
struct TrailRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "trail"

    let at: String
    let account: String?
    let name: String
    let organisation: String?
    let deed: String
    let object: String
    let detail: String

    init(_ line: TrailLine) {
        at = line.at.ISO8601Format()
        account = line.account
        name = line.name
        organisation = line.organisation?.description
        deed = line.deed.rawValue
        object = line.object
        detail = line.detail
    }

    func line() throws -> TrailLine {
        guard let deed = Deed(rawValue: deed), let at = try? Date(at, strategy: .iso8601) else {
            throw StoreError.unreadable("trail \(at)", reason: "its fields make no sense")
        }
        return TrailLine(
            account: account, name: name, organisation: organisation.flatMap { RecordID($0) }, deed: deed,
            object: object, detail: detail, at: at)
    }

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
