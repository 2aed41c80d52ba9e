import Catalogue
import Foundation

/// Changes that belong together: all of them are kept, or none.
package struct Work: Sendable {
    package struct Put: Sendable {
        package let shelf: Shelf
        package let id: String
        package let key: String?
        package let content: Data
        /// The version that it takes the place of; nil: it must be new.
        package let over: Int?
    }

    package struct Removal: Sendable {
        package let shelf: Shelf
        package let id: String
    }

    package struct Publishing: Sendable {
        package let entry: Entry
        package let over: Predecessor
        package let why: String
        /// The name under which the revision is made.
        package let author: String
    }

    /// What must be published under the name of an entry, so that its new revision may take its place.
    package enum Predecessor: Hashable, Sendable {
        case nothing
        case revision(Int)
        case anything
    }

    package private(set) var puts: [Put] = []
    package private(set) var removals: [Removal] = []
    package private(set) var publishings: [Publishing] = []
    package private(set) var notes: [TrailLine] = []
    package let author: String
    package let at: Date

    package init(by author: String, at date: Date) {
        self.author = author
        self.at = date
    }

    /// Keeps a new item, or the next version of one.
    package mutating func put(_ item: some Item, over version: Int? = nil) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = try encoder.encode(item)
        puts.append(Put(shelf: type(of: item).shelf, id: item.id, key: item.key, content: content, over: version))
    }

    package mutating func put(_ kept: Kept<some Item>) throws { try put(kept.value, over: kept.version) }

    package mutating func remove(_ item: some Item) {
        removals.append(Removal(shelf: type(of: item).shelf, id: item.id))
    }

    /// Publishes a revision of a record over the one with this number, or (nil) as the first; `author` is whoever does the work, unless said otherwise.
    package mutating func publish(_ record: Record, over revision: Int?, why: String, by author: String? = nil) {
        publish(.record(record), over: revision.map { .revision($0) } ?? .nothing, why: why, by: author)
    }

    package mutating func publish(_ entry: Entry, over predecessor: Predecessor, why: String, by author: String? = nil)
    {
        publishings.append(Publishing(entry: entry, over: predecessor, why: why, author: author ?? self.author))
    }

    package mutating func note(_ line: TrailLine) { notes.append(line) }
}

/// Why nothing of a ``Work`` was kept.
package enum WorkConflict: Error, Hashable, Sendable {
    /// Somebody changed the item meanwhile, or it is gone, or one of that name exists.
    case item(Shelf, id: String)
    /// Another revision of the entry with this id was published meanwhile.
    case entry(String)
}
