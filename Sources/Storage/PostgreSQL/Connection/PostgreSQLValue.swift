import Editorial
import Foundation

/// A value of a row.
enum PostgreSQLValue: Hashable, Sendable {
    case null
    case text(String)
    case integer(Int64)
    case bytes(Data)
}

/// What a statement answered.
struct PostgreSQLTable: Sendable {
    let columns: [String]
    let rows: [[PostgreSQLValue]]
    /// How many rows were added, changed or taken away.
    let affected: Int

    /// The first value of the first row, as a number; nil where there is none.
    var number: Int? { if case .integer(let number)? = rows.first?.first { Int(number) } else { nil } }

    /// The first value of the first row, as a text; nil where there is none.
    var text: String? { if case .text(let text)? = rows.first?.first { text } else { nil } }
}

/// What the database said against a statement.
struct PostgreSQLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Five letters or digits (https://www.postgresql.org/docs/15/errcodes-appendix.html).
    let state: String
    let message: String

    var description: String { "\(message) (\(state))" }

    /// Two that were in each other's way: the whole transaction may be done once more.
    var isCollision: Bool { ["40001", "40P01"].contains(state) }

    /// The server closes, or is no longer the one that is written to: another connection may do better.
    var isFarewell: Bool {
        state.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05", "25006", "25P03"].contains(state)
    }
}

extension StoreError {
    /// What went wrong on a server that took nothing, in words of the store; nil where it refused the statement itself.
    init?(_ error: PostgreSQLError) {
        switch error.state {
        // Disk full, out of memory, a limit of the settings, a fault of the disk.
        case "53100", "53200", "53400", "58030": self = .away(error.description)
        // Two that were in each other's way for longer than anybody waits, and what was broken off for that reason.
        case "55P03", "57014": self = .away(error.description)
        case _ where error.isCollision: self = .away(error.description)
        case "42501": self = .unsuitable("the database", reason: error.description)
        case "XX001", "XX002": self = .damaged("the database", reason: error.description)
        default: return nil
        }
    }
}

/// The connection is no good any more.
struct BrokenConnection: Error, Sendable {
    let reason: String
}
