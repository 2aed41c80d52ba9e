import Catalogue
import Editorial
import GRDB

/// A row of `searchCount`.
struct SearchCountRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "searchCount"

    let day: String
    let language: String
    let words: String
    let searches: Int
    let withoutResult: Int

    init(_ count: SearchCount) {
        day = count.day.description
        language = count.language.rawValue
        words = count.words
        searches = count.searches
        withoutResult = count.withoutResult
    }

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

    func count() throws -> SearchCount {
        guard let language = Language(rawValue: language), let day = PartialDate(day)?.civilDay else {
            throw StoreError.unreadable("searchCount \(day)", reason: "its fields make no sense")
        }
        return SearchCount(
            day: day, language: language, words: words, searches: searches, withoutResult: withoutResult)
    }
}
