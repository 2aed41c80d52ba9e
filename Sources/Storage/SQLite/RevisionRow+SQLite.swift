import GRDB

extension RevisionRow: FetchableRecord, MutablePersistableRecord {
    static let databaseTableName = table

    /// Keeps it as a new revision, the one that readers see from now on. Returns its number.
    @discardableResult
    mutating func publish(in database: Database) throws -> Int {
        try insert(database)
        let revision = database.lastInsertedRowID
        try PublicationRow(entryKind: entryKind, entryID: entryID, revision: revision).upsert(database)
        return Int(revision)
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

extension PublicationRow: FetchableRecord, PersistableRecord {
    static let databaseTableName = table
}
