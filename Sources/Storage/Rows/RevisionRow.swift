import Catalogue
import Editorial
import Foundation

/// A row of `revision`.
struct RevisionRow: ProvenRow {
    static let table = "revision"

    var number: Int?
    let entryKind: String
    let entryID: String
    let content: String
    let author: String
    let madeAt: String
    let why: String
    private(set) var digest = ""

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
        digest = digestOfFields
    }

    /// Not the number: it is given by the database, and guarded there by what points to it.
    var digestOfFields: String { FieldDigest.short(entryKind, entryID, content, author, madeAt, why) }

    var title: String { "revision \(number ?? 0) (\(entryKind) \(entryID))" }

    /// What was published. Throws ``StoreError/damaged(_:reason:)`` where that can't be trusted any more.
    func entry() throws -> Entry {
        try prove()
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
}

/// A row of `publication`.
struct PublicationRow: KeptRow {
    static let table = "publication"

    let entryKind: String
    let entryID: String
    let revision: Int64
}

extension [RevisionRow] {
    /// The newest of them, and when it was made.
    var newest: (number: Int, madeAt: Date?)? {
        let newest = self.max { ($0.number ?? 0) < ($1.number ?? 0) }
        return newest.flatMap { row in
            row.number.map { ($0, Date(stamp: row.madeAt)) }
        }
    }
}
