import Editorial
import Foundation
import GRDB

/// A table that is carried from one database into another. It has the same name and the same columns in both.
struct MovedTable: Hashable, Sendable {
    let name: String
    let columns: [String]

    /// The tables of a database of this program, those that others point to first.
    static func all(in database: Database) throws -> [MovedTable] {
        // What a row points to was always made before what points.
        try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'grdb\\_%' ESCAPE '\\'
                ORDER BY rowid
                """
        ).map { MovedTable(name: $0, columns: try database.columns(in: $0).map(\.name)) }
    }

    /// Names in quotes, which both databases read alike.
    var quotedName: String { "\"\(name)\"" }
    var quotedColumns: String { columns.map { "\"\($0)\"" }.joined(separator: ", ") }
}

/// What tables are read from, in one state.
protocol TableSource {
    /// Gives all rows of a table, in the order in which they came, a few thousand at a time.
    func read(_ table: MovedTable, _ take: ([[PostgreSQLValue]]) throws -> Void) throws
}

/// What tables are written into, within one transaction.
protocol TableTarget {
    func holdsRows(_ table: MovedTable) throws -> Bool
    func write(_ rows: [[PostgreSQLValue]], into table: MovedTable) throws
    /// Lets new rows be counted on from those that were written.
    func countOn(_ table: MovedTable) throws
}

/// How many rows a table holds, and a digest of all of them, whatever their order.
package struct TableDigest: Hashable, Sendable {
    package private(set) var rows = 0
    private var digests: [String] = []
    private let columns: [String]

    init(_ table: MovedTable) { columns = table.columns }

    mutating func take(_ row: [PostgreSQLValue]) {
        var digest = FieldDigest()
        for value in row {
            switch value {
            case .null: digest.take(nil as String?)
            case .text(let text): digest.take(text)
            case .integer(let number): digest.take(String(number))
            case .bytes(let bytes): digest.take(bytes)
            }
        }
        digests.append(digest.short())
        rows += 1
    }

    /// The order of rows says nothing about them.
    mutating func finish() {
        var digest = FieldDigest()
        for row in digests.sorted() { digest.take(row) }
        digests = [digest.finished()]
    }
}

extension TableSource {
    func digest(of table: MovedTable) throws -> TableDigest {
        var digest = TableDigest(table)
        try read(table) { rows in for row in rows { digest.take(row) } }
        digest.finish()
        return digest
    }

    func digests(of tables: [MovedTable]) throws -> [String: TableDigest] {
        try Dictionary(uniqueKeysWithValues: tables.map { ($0.name, try digest(of: $0)) })
    }

    /// Copies all rows into tables that hold none, and says what was read.
    func copy(
        _ tables: [MovedTable], to target: some TableTarget, called place: String
    ) throws -> [String: TableDigest] {
        for table in tables where try target.holdsRows(table) {
            throw RestoreError.notEmpty(place, table: table.name)
        }
        var digests: [String: TableDigest] = [:]
        for table in tables {
            var digest = TableDigest(table)
            try read(table) { rows in
                for row in rows { digest.take(row) }
                try target.write(rows, into: table)
            }
            try target.countOn(table)
            digest.finish()
            digests[table.name] = digest
        }
        return digests
    }
}
