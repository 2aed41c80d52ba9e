import GRDB

extension Migrations {
    static func addSearchCounts(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE searchCount (
                    day TEXT NOT NULL,
                    language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
                    -- Empty for the count of all searches of the day.
                    words TEXT NOT NULL CHECK (length(words) <= 200),
                    searches INTEGER NOT NULL CHECK (searches >= 0),
                    withoutResult INTEGER NOT NULL CHECK (withoutResult BETWEEN 0 AND searches),
                    PRIMARY KEY (day, language, words)
                ) STRICT;
                """)
    }
}
