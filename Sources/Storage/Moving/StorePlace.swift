import Foundation

/// Where a store is: in a data folder, or in a PostgreSQL database.
package enum StorePlace: Hashable, Sendable, CustomStringConvertible {
    case folder(String)
    case database(String)

    /// Whatever begins as an address of PostgreSQL does is one.
    package init(_ text: String) {
        self = ["postgresql://", "postgres://"].contains { text.hasPrefix($0) } ? .database(text) : .folder(text)
    }

    /// For people to read: without the password.
    package var description: String {
        switch self {
        case .folder(let folder): folder
        case .database(let address): Self.withoutPasswords(address)
        }
    }

    /// A text in which addresses of databases stand, such as a fault that names one.
    static func withoutPasswords(_ text: String) -> String {
        text.replacing(/(:\/\/[^:@\/]*):[^@\/]*@/) { "\($0.output.1)@" }
            .replacing(/password=[^&\s]*/, with: "password=…")
    }
}
