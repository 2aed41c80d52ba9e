import GRDB

extension SearchCountRow: FetchableRecord, PersistableRecord {
    static let databaseTableName = table

    /// Adds to what was counted before.
    func add(to database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO searchCount (day, language, words, searches, withoutResult) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (day, language, words) DO UPDATE SET
                    searches = searches + excluded.searches, withoutResult = withoutResult + excluded.withoutResult
                """,
            arguments: [day, language, words, searches, withoutResult])
    }
}
