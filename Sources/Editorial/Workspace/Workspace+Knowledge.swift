import Catalogue
import Foundation

/// Somebody in the directory of who knows what.
package struct Knower: Sendable, Hashable, Identifiable {
    /// The account.
    package let id: String
    package let name: String
    package let email: String
    /// Nil: works for the consortium as a whole.
    package let organisation: RecordID?
    package let knows: [ConceptID]
    package let words: String
}

extension Knower {
    /// Whether somebody knows about one of the themes (nil: about anything), and every word is found in what they
    /// say, in their name or in one of the `names` that belong to them.
    package func matches(themes: Set<ConceptID>?, words search: String, names: [String]) -> Bool {
        if let themes, themes.isDisjoint(with: knows) { return false }
        let text = ([name, words] + names).joined(separator: "\n").plain
        return search.plain.split(whereSeparator: \.isWhitespace).allSatisfy { text.contains($0) }
    }
}

extension Workspace {
    /// The people of the members who chose to be found, by name.
    package func directory(for actor: Actor) async throws -> [Knower] {
        try requireConsortium(actor)
        return try await store.all(Account.self).map(\.value)
            .filter { account in
                account.isInDirectory && !account.isDisabled && account.password != nil
                    && (account.organisation == nil || isMember(account.organisation))
            }
            .map { account in
                Knower(
                    id: account.id, name: account.name, email: account.email, organisation: account.organisation,
                    knows: account.knows, words: account.knowsWords)
            }
            .sorted { ($0.name.plain, $0.id) < ($1.name.plain, $1.id) }
    }
}

extension String {
    /// Without capitals and accents, for comparing.
    fileprivate var plain: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "en"))
    }
}
