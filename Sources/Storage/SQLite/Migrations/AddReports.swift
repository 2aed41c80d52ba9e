import GRDB

extension Migrations {
    static func addReports(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE inbox (
                    organisation TEXT NOT NULL PRIMARY KEY,
                    publicKey BLOB NOT NULL,
                    themes TEXT NOT NULL,
                    languages TEXT NOT NULL,
                    answersWithin INTEGER CHECK (answersWithin BETWEEN 1 AND 60),
                    isOn INTEGER NOT NULL CHECK (isOn IN (0, 1))
                ) STRICT;

                CREATE TABLE handler (
                    inbox TEXT NOT NULL REFERENCES inbox (organisation),
                    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
                    rounds INTEGER NOT NULL,
                    salt BLOB NOT NULL,
                    sealed BLOB NOT NULL,
                    addedOn TEXT NOT NULL,
                    addedBy TEXT,
                    PRIMARY KEY (inbox, name)
                ) STRICT;

                -- Nothing here says what was reported, by whom or at what hour.
                CREATE TABLE report (
                    number INTEGER NOT NULL PRIMARY KEY CHECK (number BETWEEN 10000000 AND 99999999),
                    inbox TEXT NOT NULL REFERENCES inbox (organisation),
                    guide TEXT NOT NULL,
                    language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
                    role TEXT NOT NULL,
                    receivedOn TEXT NOT NULL,
                    status TEXT NOT NULL CHECK (status IN ('new', 'open', 'answered', 'closed')),
                    closing TEXT,
                    closedOn TEXT,
                    handedOverBy TEXT,
                    salt BLOB NOT NULL CHECK (length(salt) = 16),
                    verifier BLOB NOT NULL CHECK (length(verifier) = 32),
                    reporterKey BLOB NOT NULL,
                    CHECK ((status = 'closed') = (closedOn IS NOT NULL))
                ) STRICT;
                CREATE INDEX reportOfInbox ON report (inbox, receivedOn);

                -- Sealed on both sides; the server has no key for either.
                CREATE TABLE reportMessage (
                    number INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
                    place INTEGER NOT NULL CHECK (place >= 0),
                    author TEXT NOT NULL CHECK (author IN ('reporter', 'handler')),
                    writtenOn TEXT NOT NULL,
                    forInbox BLOB NOT NULL,
                    forReporter BLOB NOT NULL,
                    PRIMARY KEY (number, place)
                ) STRICT;

                -- A form counts once.
                CREATE TABLE reportTicket (
                    ticket BLOB NOT NULL PRIMARY KEY,
                    number INTEGER NOT NULL,
                    day TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE handlerAction (
                    inbox TEXT NOT NULL,
                    handler TEXT NOT NULL,
                    what TEXT NOT NULL,
                    number INTEGER,
                    day TEXT NOT NULL,
                    minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439)
                ) STRICT;
                CREATE INDEX actionOfInbox ON handlerAction (inbox);
                CREATE INDEX actionOfReport ON handlerAction (number);

                -- People who were led to the competent hotline: the day, and how many.
                CREATE TABLE handover (day TEXT NOT NULL PRIMARY KEY, people INTEGER NOT NULL) STRICT;
                """)
    }
}
