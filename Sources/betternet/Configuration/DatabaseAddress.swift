import Foundation
import Storage

/// The address of the database, with the password that stands in a file of its own.
enum DatabaseAddress {
    static func of(_ configured: Configured) throws -> String? {
        guard let address = configured.text(.database) else { return nil }
        guard case .database = StorePlace(address) else {
            throw configured.refusal(
                .database, "is no address of a database", "write it as \(Setting.database.kind.rule)")
        }
        guard address.saysWhere else {
            throw configured.refusal(
                .database, "names neither a host nor a database", "write it as \(Setting.database.kind.rule)")
        }
        return try withPassword(address, configured)
    }

    /// An address, and the password of the file that was set, if one was.
    static func withPassword(_ address: String, _ configured: Configured) throws -> String {
        guard let password = try SecretFile.text(.databasePasswordFile, in: configured) else { return address }
        return address.adding(password: password)
    }
}

extension String {
    /// Whether anything but a user stands in an address. A host may stand behind the “?”; without one PostgreSQL is looked
    /// for on this machine.
    fileprivate var saysWhere: Bool {
        guard let scheme = range(of: "://") else { return false }
        let rest = self[scheme.upperBound...]
        let place = rest.lastIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
        return !place.allSatisfy { $0 == "/" }
    }

    /// https://www.postgresql.org/docs/15/libpq-connect.html#id-1.7.3.8.3.6: every parameter may stand behind a “?”.
    fileprivate func adding(password: String) -> String {
        let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: Unicode.Scalar(0)..."\u{7F}"))
        let written = password.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
        return self + (contains("?") ? "&" : "?") + "password=" + written
    }
}
