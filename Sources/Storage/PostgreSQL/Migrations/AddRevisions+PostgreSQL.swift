extension PostgreSQLMigration {
    static let revisions = Self(
        name: "Add revisions and search counts",
        statements: [
            """
            CREATE TABLE revision (
                -- Counted without gaps by whoever publishes, one after the other.
                number bigint PRIMARY KEY CHECK (number > 0),
                "entryKind" text COLLATE "C" NOT NULL CHECK ("entryKind" IN ('record', 'vocabulary', 'page')),
                "entryID" text COLLATE "C" NOT NULL,
                content text COLLATE "C" NOT NULL CHECK (content <> ''),
                author text COLLATE "C" NOT NULL,
                "madeAt" text COLLATE "C" NOT NULL,
                why text COLLATE "C" NOT NULL DEFAULT '',
                digest text COLLATE "C" NOT NULL
            )
            """,
            #"CREATE INDEX "revisionOfEntry" ON revision ("entryKind", "entryID", number)"#,
            #"CREATE INDEX "revisionByDate" ON revision ("madeAt", number)"#,
            """
            -- The one revision of each entry that readers see.
            CREATE TABLE publication (
                "entryKind" text COLLATE "C" NOT NULL,
                "entryID" text COLLATE "C" NOT NULL,
                revision bigint NOT NULL REFERENCES revision (number),
                PRIMARY KEY ("entryKind", "entryID")
            )
            """,
            #"CREATE INDEX "publicationOfRevision" ON publication (revision)"#,
            """
            CREATE TABLE "searchCount" (
                day text COLLATE "C" NOT NULL,
                language text COLLATE "C" NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
                -- Empty for the count of all searches of the day.
                words text COLLATE "C" NOT NULL CHECK (length(words) <= 200),
                searches bigint NOT NULL CHECK (searches >= 0),
                "withoutResult" bigint NOT NULL CHECK ("withoutResult" BETWEEN 0 AND searches),
                PRIMARY KEY (day, language, words)
            )
            """,
            """
            CREATE FUNCTION "refuseChange"() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '% is never changed and never shortened', TG_TABLE_NAME; END $$
            """,
            """
            CREATE TRIGGER "revisionStays" BEFORE UPDATE OR DELETE OR TRUNCATE ON revision
            FOR EACH STATEMENT EXECUTE FUNCTION "refuseChange"()
            """,
        ])
}
