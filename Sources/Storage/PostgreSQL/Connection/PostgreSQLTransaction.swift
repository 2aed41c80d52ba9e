/// A transaction that is open, for as long as the work that it was given to.
struct PostgreSQLTransaction {
    let connection: PostgreSQLConnection

    /// Does one statement; `$1`, `$2` … stand for the values. Throws ``PostgreSQLError`` where the database refuses it:
    /// after that nothing more can be done in this transaction.
    @discardableResult
    func run(_ sql: String, _ values: [PostgreSQLValue] = []) throws -> PostgreSQLTable {
        try connection.run(sql, values)
    }
}
