import Catalogue
import Editorial
import Foundation

/// A row of `trail`.
struct TrailRow: ProvenRow {
    static let table = "trail"

    let at: String
    let account: String?
    let name: String
    let organisation: String?
    let deed: String
    let object: String
    let detail: String
    private(set) var digest = ""

    init(_ line: TrailLine) {
        at = line.at.ISO8601Format()
        account = line.account
        name = line.name
        organisation = line.organisation?.description
        deed = line.deed.rawValue
        object = line.object
        detail = line.detail
        digest = digestOfFields
    }

    var digestOfFields: String { FieldDigest.short(at, account, name, organisation, deed, object, detail) }

    var title: String { "a line of the trail of \(at)" }

    func line() throws -> TrailLine {
        try prove()
        guard let deed = Deed(rawValue: deed), let at = try? Date(at, strategy: .iso8601) else {
            throw StoreError.unreadable("trail \(at)", reason: "its fields make no sense")
        }
        return TrailLine(
            account: account, name: name, organisation: organisation.flatMap { RecordID($0) }, deed: deed,
            object: object, detail: detail, at: at)
    }
}
