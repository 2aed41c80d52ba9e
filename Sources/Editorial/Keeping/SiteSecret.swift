import Crypto
import Foundation

/// A key that all programs of one site share, so that what one of them gave out is worth something to the others.
package struct SiteSecret: Item, Hashable {
    package static let shelf = Shelf.secret

    /// What a key is for. The raw value is kept: never change one.
    package enum Name: String, CaseIterable, Sendable {
        /// Of what forms carry so that they count once. It keeps nothing secret that anybody wrote.
        case formTickets = "form-tickets"
    }

    package let id: String
    package let key: Data

    init(_ name: Name) {
        id = name.rawValue
        key = SymmetricKey.random(bytes: 32).bytes
    }
}

extension Store {
    /// The key of 32 bytes that has this name; made where there is none. Of several programs that make it at once, one is
    /// first, and all get that one's.
    package func secret(_ name: SiteSecret.Name, at date: Date) async throws -> Data {
        if let kept = try await find(SiteSecret.self, name.rawValue) { return kept.value.key }
        let made = SiteSecret(name)
        var work = Work(by: "betternet", at: date)
        try work.put(made)
        do { try await commit(work) } catch let conflict as WorkConflict {
            guard let kept = try await find(SiteSecret.self, name.rawValue) else { throw conflict }
            return kept.value.key
        }
        return made.key
    }
}
