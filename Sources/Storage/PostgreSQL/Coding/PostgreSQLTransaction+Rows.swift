/// Rows are read and written whole; names are quoted, because they have capitals.
extension PostgreSQLTransaction {
    /// How many values a statement may have (https://www.postgresql.org/docs/15/limits.html), and some room.
    static let mostValues = 60_000

    /// All that `condition` lets through: what follows the name of the table, such as `WHERE "name" = $1`.
    func rows<Row: KeptRow>(
        of type: Row.Type, _ condition: String = "", _ values: [PostgreSQLValue] = []
    ) throws -> [Row] {
        try run("SELECT * FROM \(Row.table.quoted) \(condition)", values).decoded(as: type)
    }

    /// Reads what a query finds a few at a time, so that not all of it is held twice. Works in order, if the query does.
    func walk<Row: KeptRow>(
        _ type: Row.Type, _ query: String, _ values: [PostgreSQLValue] = [], each: (Row) throws -> Void
    ) throws {
        try run("DECLARE walk NO SCROLL CURSOR FOR \(query)", values)
        while true {
            let rows = try run("FETCH 1000 FROM walk").decoded(as: type)
            if rows.isEmpty { break }
            for row in rows { try each(row) }
        }
        try run("CLOSE walk")
    }

    /// Adds rows, which must be of one kind. `conflict` says what to do where one is there already, such as
    /// `ON CONFLICT DO NOTHING`. Returns how many were added or changed.
    @discardableResult
    func insert<Row: KeptRow>(_ rows: [Row], _ conflict: String = "") throws -> Int {
        let encoded = try rows.map { try PostgreSQLRowEncoder.encode($0) }
        guard let columns = encoded.first?.columns else { return 0 }
        // What is nowhere given is left to the database, such as a number that it counts itself.
        let given = columns.indices.filter { place in encoded.contains { $0.values[place] != .null } }
        let width = given.count
        var added = 0
        for start in stride(from: 0, to: encoded.count, by: Self.mostValues / max(width, 1)) {
            let some = encoded[start..<min(start + Self.mostValues / max(width, 1), encoded.count)]
            let rows = some.indices.map { row in
                "(" + (1...width).map { "$\((row - start) * width + $0)" }.joined(separator: ", ") + ")"
            }
            added +=
                try run(
                    """
                    INSERT INTO \(Row.table.quoted) (\(given.map { columns[$0].quoted }.joined(separator: ", ")))
                    VALUES \(rows.joined(separator: ", ")) \(conflict)
                    """, some.flatMap { row in given.map { row.values[$0] } }
                ).affected
        }
        return added
    }

    /// Writes a row, over the one that has the same `key` if there is one. Two must not do so at once.
    func upsert(_ row: some KeptRow, key: [String]) throws {
        if try update(row, key: key) == 0 { try insert([row]) }
    }

    /// Writes over the row that has the same `key`: all of it, or only some `columns`. Returns how many were changed.
    @discardableResult
    func update<Row: KeptRow>(_ row: Row, key: [String], columns: [String]? = nil) throws -> Int {
        let encoded = try PostgreSQLRowEncoder.encode(row)
        let values = Dictionary(uniqueKeysWithValues: zip(encoded.columns, encoded.values))
        // A row that carries a digest of itself gets a new one with whatever is changed.
        let wanted = columns.map { some in encoded.columns.filter { some.contains($0) || $0 == "digest" } }
        let changed = (wanted ?? encoded.columns).filter { !key.contains($0) }
        let changes = changed.enumerated().map { "\($0.element.quoted) = $\($0.offset + 1)" }
        let conditions = key.enumerated().map { "\($0.element.quoted) = $\(changed.count + $0.offset + 1)" }
        return try run(
            """
            UPDATE \(Row.table.quoted) SET \(changes.joined(separator: ", "))
            WHERE \(conditions.joined(separator: " AND "))
            """, (changed + key).map { values[$0] ?? .null }
        ).affected
    }
}

extension String {
    /// As PostgreSQL reads a name.
    var quoted: String { "\"" + replacing("\"", with: "\"\"") + "\"" }
}

extension PostgreSQLValue {
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    init(_ number: Int) { self = .integer(Int64(number)) }
}
