import Editorial
import GRDB

extension Migrations {
    /// Rows that say of themselves whether they are still what was written. What stands there now is taken for true.
    static func addDigests(_ database: Database) throws {
        let digest = DatabaseFunction("fieldDigest", pure: true) { fields in
            var digest = FieldDigest()
            for field in fields {
                if case .blob(let bytes) = field.storage {
                    digest.take(bytes)
                } else {
                    digest.take(String.fromDatabaseValue(field))
                }
            }
            return digest.short()
        }
        database.add(function: digest)
        defer { database.remove(function: digest) }
        try database.execute(
            sql: """
                DROP TRIGGER revisionStays;
                DROP TRIGGER trailStays;
                ALTER TABLE revision ADD COLUMN digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE item ADD COLUMN digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE trail ADD COLUMN digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE inbox ADD COLUMN digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE handler ADD COLUMN digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE report ADD COLUMN digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE reportMessage ADD COLUMN digest TEXT NOT NULL DEFAULT '';
                ALTER TABLE handlerAction ADD COLUMN digest TEXT NOT NULL DEFAULT '';
                UPDATE revision SET digest = fieldDigest(entryKind, entryID, content, author, madeAt, why);
                UPDATE item SET digest = fieldDigest(shelf, id, key, CAST(version AS TEXT), content);
                UPDATE trail SET digest = fieldDigest(at, account, name, organisation, deed, object, detail);
                UPDATE inbox SET digest = fieldDigest(
                    organisation, publicKey, themes, languages, CAST(answersWithin AS TEXT), CAST(isOn AS TEXT));
                UPDATE handler SET digest = fieldDigest(
                    inbox, name, CAST(rounds AS TEXT), salt, sealed, addedOn, addedBy);
                UPDATE report SET digest = fieldDigest(
                    CAST(number AS TEXT), inbox, guide, language, role, receivedOn, status, closing, closedOn,
                    handedOverBy, salt, verifier, reporterKey);
                UPDATE reportMessage SET digest = fieldDigest(
                    CAST(number AS TEXT), CAST(place AS TEXT), author, writtenOn, forInbox, forReporter);
                UPDATE handlerAction SET digest = fieldDigest(
                    inbox, handler, what, CAST(number AS TEXT), day, CAST(minute AS TEXT));
                CREATE TRIGGER trailStays BEFORE UPDATE ON trail
                    BEGIN SELECT raise(ABORT, 'the trail is never changed'); END;
                CREATE TRIGGER revisionStays BEFORE UPDATE ON revision
                    BEGIN SELECT raise(ABORT, 'a revision is never changed'); END;
                """)
    }
}
