import Catalogue
import Foundation

/// What the shop must keep, in the words of the shop. Two databases stand behind it (target `Storage`).
///
/// Every write is one transaction: after it returns the write is on disk; if it throws nothing has changed, but where
/// nobody can say so (``StoreError/uncertain(_:)``).
package protocol Store: Sendable {
    /// All that is published, and the number of its newest revision (0 where nothing is).
    func published() async throws -> PublishedCatalogue

    /// The entries whose published revision is newer than `revision`, and the number of the newest.
    func published(after revision: Int) async throws -> PublishedChanges

    /// The catalogue as it was when `revision` was the newest; nil where nothing was published yet, and for a revision
    /// that is still to come. Revisions that were made at once are one state, which has the number of the last of them.
    func published(at revision: Int) async throws -> PublishedCatalogue?

    /// The newest revision that was made before the end of a day on the clocks of Belgium; nil where there was none yet.
    func revision(on day: CivilDay) async throws -> DatedRevision?

    /// The first revision of all, with which the history begins; nil where nothing is published.
    func firstRevision() async throws -> DatedRevision?

    /// Publishes a new revision of every entry that differs from its published one.
    func publish(_ entries: [Entry], by author: String, at date: Date) async throws -> Publication

    /// Everything that stands on the shelf of a type, in the order in which it came; only what has this `key`, if one is
    /// given.
    func all<Value: Item>(_ type: Value.Type, key: String?) async throws -> [Kept<Value>]

    /// One item, if it is there.
    func find<Value: Item>(_ type: Value.Type, _ id: String) async throws -> Kept<Value>?

    /// Does all of the work, or nothing. Throws ``WorkConflict`` where somebody was faster. Returns the number of the
    /// newest revision that it published, if any.
    @discardableResult func commit(_ work: Work) async throws -> Int?

    /// All revisions of a record, newest first.
    func revisions(of record: RecordID) async throws -> [Revision]

    /// The age of every record that was ever published.
    func ages() async throws -> [RecordID: RecordAge]

    /// The newest lines of the trail that fit.
    func trail(_ selection: TrailSelection) async throws -> [TrailLine]

    /// Adds to the counts of searches.
    func add(_ counts: [SearchCount]) async throws

    /// The counts of searches from `day` on, most frequent first.
    func searchCounts(since day: CivilDay) async throws -> [SearchCount]

    /// Throws if the store can't be read.
    func probe() async throws

    /// Comes back as soon as another program may have published something, at the latest after `limit`.
    func waitForNews(atMost limit: Duration) async

    /// Whether this program, of all that share the store, does what only one of them may do: letters, digests, harvests.
    func isOnDuty() async -> Bool
}

extension Store {
    /// Where nobody calls, one looks now and then.
    package func waitForNews(atMost limit: Duration) async { try? await Task.sleep(for: limit) }

    /// Where a store serves one program, that one does everything.
    package func isOnDuty() async -> Bool { true }
}

/// Which lines of the trail to show.
package struct TrailSelection: Sendable {
    /// Lines about this object only.
    package var object: String?
    /// Lines of this account only.
    package var account: String?
    package var organisation: RecordID?
    package var deeds: [Deed]
    package var limit: Int
    /// How many of the newest to leave out.
    package var offset: Int

    package init(
        object: String? = nil, account: String? = nil, organisation: RecordID? = nil, deeds: [Deed] = [],
        limit: Int = 100, offset: Int = 0
    ) {
        self.object = object
        self.account = account
        self.organisation = organisation
        self.deeds = deeds
        self.limit = limit
        self.offset = offset
    }
}

extension Store {
    package func all<Value: Item>(_ type: Value.Type) async throws -> [Kept<Value>] { try await all(type, key: nil) }
}

package struct PublishedCatalogue: Sendable {
    package let catalogue: Catalogue
    package let revision: Int
    /// When the newest revision was made; nil where nobody knows.
    package let madeAt: Date?
    /// How many entries of an older state this program can't read any more. They are not in the catalogue.
    package let unread: Int
    /// When each record was published first and last; empty where nobody asked.
    package let ages: [RecordID: RecordAge]

    package init(
        catalogue: Catalogue, revision: Int, madeAt: Date? = nil, unread: Int = 0, ages: [RecordID: RecordAge] = [:]
    ) {
        self.catalogue = catalogue
        self.revision = revision
        self.madeAt = madeAt
        self.unread = unread
        self.ages = ages
    }
}

/// A revision of the whole catalogue, and when it was made.
package struct DatedRevision: Hashable, Sendable {
    package let number: Int
    package let madeAt: Date

    package init(number: Int, madeAt: Date) {
        self.number = number
        self.madeAt = madeAt
    }
}

/// What was published since.
package struct PublishedChanges: Sendable {
    package let entries: [Entry]
    package let revision: Int
    /// When the newest revision was made; nil where nothing was, or nobody knows.
    package let madeAt: Date?
    /// When each of the records was published first and last; empty where nobody asked.
    package let ages: [RecordID: RecordAge]

    package init(entries: [Entry], revision: Int, madeAt: Date? = nil, ages: [RecordID: RecordAge] = [:]) {
        self.entries = entries
        self.revision = revision
        self.madeAt = madeAt
        self.ages = ages
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
    /// It is there, or may be, and this program may not look: nothing is said of what is in it.
    case forbidden(String)
    case newer(String)
    /// The database server is too old, or set up so that it would lose what it acknowledged.
    case unsuitable(String, reason: String)
    /// The database can't be reached now: nothing was changed. What is asked again later may succeed.
    case away(String)
    /// The connection broke while the database was keeping something, and it could not be asked since whether it did.
    case uncertain(String)
    /// What was kept is no longer what was written.
    case damaged(String, reason: String)

    package var description: String {
        switch self {
        case .folderNotWritable(let path, let reason):
            "\(path): the data folder can't be written (\(reason)): choose another with --data, or change its owner"
        case .unreadable(let path, let reason):
            "\(path): the database can't be opened (\(reason)): restore a backup, or choose another folder with --data"
        case .forbidden(let path):
            "\(path): permission denied: run this as the user whose it is, such as with sudo -u betternet"
        case .newer(let path):
            "\(path): the database was made by a newer betternet: run that version, or choose another folder with --data"
        case .unsuitable(let name, let reason):
            "\(name): nothing can be kept there (\(reason)): change the settings of the server, or choose another with --database"
        case .away(let reason):
            "the database can't be used now (\(reason)): see that it runs, and check its address and password; then run the command again (a site tries again by itself)"
        case .uncertain(let reason):
            "the connection to the database broke (\(reason)): look whether what you sent is there before you send it again"
        case .damaged(let path, let reason):
            "\(path): what is kept there is damaged (\(reason)): look through it with betternet verify, and restore a backup"
        }
    }
}
