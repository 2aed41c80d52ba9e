import Editorial
import Foundation

/// A row of `item`.
struct ItemRow: ProvenRow {
    static let table = "item"

    var place: Int64?
    let shelf: String
    let id: String
    let key: String?
    let version: Int
    let content: String
    private(set) var digest = ""

    init(_ put: Work.Put) {
        shelf = put.shelf.rawValue
        id = put.id
        key = put.key
        version = (put.over ?? 0) + 1
        content = String(decoding: put.content, as: UTF8.self)
        digest = digestOfFields
    }

    var digestOfFields: String { FieldDigest.short(shelf, id, key, String(version), content) }

    var title: String { "\(shelf) \(id)" }

    func kept<Value: Item>(_ type: Value.Type) throws -> Kept<Value> {
        try prove()
        do {
            return Kept(try JSONDecoder().decode(type, from: Data(content.utf8)), version: version)
        } catch {
            throw StoreError.unreadable(title, reason: "its fields make no sense (\(error))")
        }
    }
}
