import Catalogue
import Foundation

/// What the shop must keep, in the words of the shop. Two databases stand behind it (target `Storage`).
///
/// Every write is one transaction: after it returns the write is on disk; if it throws nothing has changed.
package protocol Store: Sendable {
    /// All that is published, and the number of its newest revision (0 where nothing is).
    func published() async throws -> PublishedCatalogue

    /// The entries whose published revision is newer than `revision`, and the number of the newest.
    func published(after revision: Int) async throws -> PublishedChanges

    /// Publishes a new revision of every entry that differs from its published one.
    func publish(_ entries: [Entry], by author: String, at date: Date) async throws -> Publication

    /// Keeps a reader's suggestion until somebody handles it.
    func keep(_ suggestion: Suggestion) async throws

    /// Suggestions that nobody has handled yet, oldest first.
    func openSuggestions() async throws -> [Suggestion]

    /// Adds to the counts of searches.
    func add(_ counts: [SearchCount]) async throws

    /// The counts of searches from `day` on, most frequent first.
    func searchCounts(since day: CivilDay) async throws -> [SearchCount]

    /// Throws if the store can't be read.
    func probe() async throws
}

package struct PublishedCatalogue: Sendable {
    package let catalogue: Catalogue
    package let revision: Int

    package init(catalogue: Catalogue, revision: Int) {
        self.catalogue = catalogue
        self.revision = revision
    }
}

/// What was published since.
package struct PublishedChanges: Sendable {
    package let entries: [Entry]
    package let revision: Int

    package init(entries: [Entry], revision: Int) {
        self.entries = entries
        self.revision = revision
    }
}

/// What a publication changed.
package struct Publication: Sendable, Equatable {
    package let added: Int
    package let changed: Int
    package let unchanged: Int
    package let revision: Int

    package init(added: Int, changed: Int, unchanged: Int, revision: Int) {
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
        self.revision = revision
    }
}

/// Why a store could not do its work.
package enum StoreError: Error, Sendable, Equatable, CustomStringConvertible {
    case folderNotWritable(String, reason: String)
    case unreadable(String, reason: String)
    case newer(String)

    package var description: String {
        switch self {
        case .folderNotWritable(let path, let reason):
            "\(path): the data folder can't be written (\(reason)): choose another with --data, or change its owner"
        case .unreadable(let path, let reason):
            "\(path): the database can't be opened (\(reason)): restore a backup, or choose another folder with --data"
        case .newer(let path):
            "\(path): the database was made by a newer betternet: run that version, or choose another folder with --data"
        }
    }
}
