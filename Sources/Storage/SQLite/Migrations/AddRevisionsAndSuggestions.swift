import GRDB

/// One file a migration, named by a sentence, never edited once it has been released.
enum Migrations {}

extension Migrations {
    static func addRevisionsAndSuggestions(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE revision (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    entryKind TEXT NOT NULL CHECK (entryKind IN ('record', 'vocabulary', 'page')),
                    entryID TEXT NOT NULL,
                    content TEXT NOT NULL CHECK (content <> ''),
                    author TEXT NOT NULL,
                    madeAt TEXT NOT NULL
                ) STRICT;
                CREATE INDEX revisionOfEntry ON revision (entryKind, entryID, number);

                -- The one revision of each entry that readers see.
                CREATE TABLE publication (
                    entryKind TEXT NOT NULL,
                    entryID TEXT NOT NULL,
                    revision INTEGER NOT NULL REFERENCES revision (number),
                    PRIMARY KEY (entryKind, entryID)
                ) STRICT;
                CREATE INDEX publicationOfRevision ON publication (revision);

                CREATE TABLE suggestion (
                    code TEXT NOT NULL PRIMARY KEY,
                    record TEXT NOT NULL,
                    language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
                    message TEXT NOT NULL CHECK (length(message) BETWEEN 1 AND 4000),
                    contact TEXT CHECK (length(contact) BETWEEN 1 AND 200),
                    receivedOn TEXT NOT NULL,
                    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'handled'))
                ) STRICT;
                """)
    }
}
