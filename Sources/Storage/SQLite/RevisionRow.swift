import Catalogue
import Editorial
import Foundation
import GRDB

/// A row of `revision`.
struct RevisionRow: Codable, FetchableRecord, MutablePersistableRecord {
    static let databaseTableName = "revision"

    var number: Int?
    let entryKind: String
    let entryID: String
    let content: String
    let author: String
    let madeAt: String
    let why: String

    init(entry: Entry, author: String, date: Date, why: String = "") throws {
        let encoder = JSONEncoder()
        // Sorted, so that equal entries have equal content.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content: Data
        switch entry {
        case .record(let record):
            (entryKind, entryID) = ("record", record.id.description)
            content = try encoder.encode(record)
        case .vocabulary(let vocabulary):
            (entryKind, entryID) = ("vocabulary", vocabulary.name.rawValue)
            content = try encoder.encode(vocabulary.concepts)
        case .page(let page):
            (entryKind, entryID) = ("page", page.id.description)
            content = try encoder.encode(page)
        }
        self.content = String(decoding: content, as: UTF8.self)
        self.author = author
        madeAt = date.ISO8601Format()
        self.why = why
    }

    /// Keeps it as a new revision, the one that readers see from now on. Returns its number.
    @discardableResult
    mutating func publish(in database: Database) throws -> Int {
        try insert(database)
        let revision = database.lastInsertedRowID
        try PublicationRow(entryKind: entryKind, entryID: entryID, revision: revision).upsert(database)
        return Int(revision)
    }

    func entry() throws -> Entry {
        let decoder = JSONDecoder()
        let data = Data(content.utf8)
        switch entryKind {
        case "record": return .record(try decoder.decode(Record.self, from: data))
        case "page": return .page(try decoder.decode(EditorialPage.self, from: data))
        default:
            guard let name = VocabularyName(rawValue: entryID) else {
                throw StoreError.unreadable(entryID, reason: "unknown vocabulary")
            }
            return .vocabulary(Vocabulary(name: name, concepts: try decoder.decode([Concept].self, from: data)))
        }
    }

    static func published(kind: String, id: String, in database: Database) throws -> RevisionRow? {
        try fetchOne(
            database,
            sql: """
                SELECT revision.* FROM publication JOIN revision ON revision.number = publication.revision
                WHERE publication.entryKind = ? AND publication.entryID = ?
                """, arguments: [kind, id])
    }
}

/// A row of `publication`.
struct PublicationRow: Codable, PersistableRecord {
    static let databaseTableName = "publication"

    let entryKind: String
    let entryID: String
    let revision: Int64
}
