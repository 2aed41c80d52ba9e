/// The tables of a PostgreSQL database, within a transaction.
struct PostgreSQLTables: TableSource, TableTarget {
    private static let chunk = 2_000

    let transaction: PostgreSQLTransaction

    func read(_ table: MovedTable, _ take: ([[PostgreSQLValue]]) throws -> Void) throws {
        let order = try counting(table).map { " ORDER BY \($0)" } ?? ""
        try transaction.run(
            "DECLARE moved NO SCROLL CURSOR FOR SELECT \(table.quotedColumns) FROM \(table.quotedName)\(order)")
        while true {
            let rows = try transaction.run("FETCH \(Self.chunk) FROM moved").rows
            if rows.isEmpty { break }
            try take(rows)
        }
        try transaction.run("CLOSE moved")
    }

    func holdsRows(_ table: MovedTable) throws -> Bool {
        try !transaction.run("SELECT 1 FROM \(table.quotedName) LIMIT 1").rows.isEmpty
    }

    func write(_ rows: [[PostgreSQLValue]], into table: MovedTable) throws {
        let width = table.columns.count
        let most = max(1, PostgreSQLTransaction.mostValues / width)
        for start in stride(from: 0, to: rows.count, by: most) {
            let part = rows[start..<min(start + most, rows.count)]
            let places = part.indices.map { row in
                "(" + (1...width).map { "$\((row - start) * width + $0)" }.joined(separator: ", ") + ")"
            }
            try transaction.run(
                """
                INSERT INTO \(table.quotedName) (\(table.quotedColumns)) OVERRIDING SYSTEM VALUE
                VALUES \(places.joined(separator: ", "))
                """, part.flatMap { $0 })
        }
    }

    func countOn(_ table: MovedTable) throws {
        guard let column = try counting(table) else { return }
        // Nothing is set where the table is empty.
        try transaction.run(
            "SELECT setval(pg_get_serial_sequence($1, $2), (SELECT max(\(column)) FROM \(table.quotedName)))",
            [.text(table.quotedName), .text(column.filter { $0 != "\"" })])
    }

    /// The column that the database itself counts up, in quotes.
    private func counting(_ table: MovedTable) throws -> String? {
        try transaction.run(
            """
            SELECT column_name::text FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = $1
            AND (is_identity = 'YES' OR column_default LIKE 'nextval(%')
            """, [.text(table.name)]
        ).text.map { "\"\($0)\"" }
    }
}
