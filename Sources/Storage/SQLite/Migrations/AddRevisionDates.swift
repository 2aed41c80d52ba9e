import GRDB

extension Migrations {
    /// So that the state of a day is found without reading what all revisions say.
    static func addRevisionDates(_ database: Database) throws {
        try database.execute(sql: "CREATE INDEX revisionByDate ON revision (madeAt, number)")
    }
}
