import Catalogue
import Editorial
import Foundation
import GRDB

extension Migrations {
    static func addWorkspace(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE revision ADD COLUMN why TEXT NOT NULL DEFAULT '';

                -- What the workspace keeps beside revisions, by shelf.
                CREATE TABLE item (
                    place INTEGER PRIMARY KEY AUTOINCREMENT,
                    shelf TEXT NOT NULL,
                    id TEXT NOT NULL,
                    key TEXT,
                    version INTEGER NOT NULL CHECK (version > 0),
                    content TEXT NOT NULL CHECK (content <> ''),
                    UNIQUE (shelf, id)
                ) STRICT;
                CREATE INDEX itemOfKey ON item (shelf, key) WHERE key IS NOT NULL;

                CREATE TABLE trail (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    at TEXT NOT NULL,
                    account TEXT,
                    name TEXT NOT NULL,
                    organisation TEXT,
                    deed TEXT NOT NULL,
                    object TEXT NOT NULL,
                    detail TEXT NOT NULL
                ) STRICT;
                CREATE INDEX trailOfObject ON trail (object, number);
                CREATE INDEX trailOfAccount ON trail (account, number) WHERE account IS NOT NULL;
                CREATE TRIGGER trailStays BEFORE UPDATE ON trail
                    BEGIN SELECT raise(ABORT, 'the trail is never changed'); END;
                CREATE TRIGGER trailRemains BEFORE DELETE ON trail
                    BEGIN SELECT raise(ABORT, 'the trail is never shortened'); END;
                CREATE TRIGGER revisionStays BEFORE UPDATE ON revision
                    BEGIN SELECT raise(ABORT, 'a revision is never changed'); END;
                CREATE TRIGGER revisionRemains BEFORE DELETE ON revision
                    BEGIN SELECT raise(ABORT, 'a revision is never taken away'); END;
                """)
        for row in try Row.fetchAll(database, sql: "SELECT * FROM suggestion ORDER BY rowid") {
            guard let record = RecordID(row["record"] as String), let language = Language(rawValue: row["language"]),
                let day = PartialDate(row["receivedOn"] as String)?.civilDay
            else { continue }
            var suggestion = Suggestion(
                code: row["code"], record: record, language: language, message: row["message"],
                contact: row["contact"], receivedOn: day)
            if row["state"] as String != "new" { suggestion.state = .done }
            var work = Work(by: "betternet", at: Date(timeIntervalSince1970: 0))
            try work.put(suggestion)
            for put in work.puts {
                // As the table is here: columns that came later are filled by the migrations that add them.
                try database.execute(
                    sql: "INSERT INTO item (shelf, id, key, version, content) VALUES (?, ?, ?, 1, ?)",
                    arguments: [put.shelf.rawValue, put.id, put.key, String(decoding: put.content, as: UTF8.self)])
            }
        }
        try database.execute(sql: "DROP TABLE suggestion")
    }
}
