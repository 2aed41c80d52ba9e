import Foundation
import GRDB

/// The tables of a SQLite database, within the transaction that it is given in.
struct SQLiteTables: TableSource, TableTarget {
    private static let chunk = 2_000

    let database: Database

    func read(_ table: MovedTable, _ take: ([[PostgreSQLValue]]) throws -> Void) throws {
        // Not by an index: rows come in the order in which they were added.
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(table.quotedColumns) FROM \(table.quotedName) NOT INDEXED")
        var chunk: [[PostgreSQLValue]] = []
        while let row = try rows.next() {
            chunk.append(row.databaseValues.map(PostgreSQLValue.init))
            if chunk.count == Self.chunk {
                try take(chunk)
                chunk = []
            }
        }
        if !chunk.isEmpty { try take(chunk) }
    }

    func holdsRows(_ table: MovedTable) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(table.quotedName))") ?? false
    }

    func write(_ rows: [[PostgreSQLValue]], into table: MovedTable) throws {
        let places = Array(repeating: "?", count: table.columns.count).joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: "INSERT INTO \(table.quotedName) (\(table.quotedColumns)) VALUES (\(places))")
        for row in rows { try statement.execute(arguments: StatementArguments(row.map(\.databaseValue))) }
    }

    /// SQLite looks for the highest number itself.
    func countOn(_ table: MovedTable) {}
}

extension PostgreSQLValue {
    fileprivate init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let number): .integer(number)
            case .string(let text): .text(text)
            case .blob(let bytes): .bytes(bytes)
            // No table of ours has fractions.
            case .double(let number): .text(String(number))
            }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .text(let text): text.databaseValue
        case .integer(let number): number.databaseValue
        case .bytes(let bytes): bytes.databaseValue
        }
    }
}
