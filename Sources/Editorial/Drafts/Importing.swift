import Catalogue
import Foundation

/// A table on its way to drafts. Every step of it is kept, so that nobody has to begin anew.
package struct Importing: Item, Hashable {
    package static let shelf = Shelf.importing
    package static let longestName = 120
    package static let longestWhy = 400
    /// How long a table is kept that nobody sent, and what was left out of one, in days.
    package static let days = 30

    package enum State: String, CaseIterable, Codable, Sendable {
        /// Somebody has to say what its columns hold.
        case mapping
        /// Somebody looks at what it would do.
        case previewed
        // Its rows are drafts; those of the second were taken back.
        case sent, undone
    }

    /// What became of the rows.
    package struct Tally: Hashable, Codable, Sendable {
        package let new: Int
        package let changed: Int
        /// Left out, because nothing would have changed.
        package let same: Int
        /// Left out, because something was wrong.
        package let wrong: Int

        package init(new: Int, changed: Int, same: Int, wrong: Int) {
            self.new = new
            self.changed = changed
            self.same = same
            self.wrong = wrong
        }
    }

    /// What became of the drafts when all of it was taken back.
    package struct Undoing: Hashable, Codable, Sendable {
        package var dropped = 0
        /// Drafts that make records what they were.
        package var restoring: [String] = []
        /// Records that had been new.
        package var withdrawn: [RecordID] = []
        /// Published records that whoever took it back may not change.
        package var left: [RecordID] = []
    }

    package let id: String
    /// The name of the file.
    package let name: String
    package let author: String
    /// As its author was called then.
    package let authorName: String
    package let organisation: RecordID?
    package let madeOn: CivilDay
    package var state = State.mapping
    /// Which column of a record each header stands for, by the names that the format of the table has for columns. Headers
    /// without one are left out.
    package var columns: [String: String]
    /// Whether the columns are those that the organisation chose for such a table before.
    package var isRemembered = false
    package var sent: Tally?
    package var undone: Undoing?
    /// Whether there is a table to fetch: all of it, or once it was sent what was left out.
    package var hasTable = true

    package var key: String? { organisation?.description }

    package init(
        id: String, name: String, author: Actor, madeOn: CivilDay, columns: [String: String]
    ) {
        self.id = id
        self.name = name
        self.author = author.account
        authorName = author.name
        organisation = author.organisation
        self.madeOn = madeOn
        self.columns = columns
    }
}

/// The table of an import: as it came, or once it was sent only the rows that were wrong, with why.
package struct ImportTable: Item, Hashable {
    package static let shelf = Shelf.table

    /// That of the import.
    package let id: String
    package var bytes: Data

    package init(id: String, bytes: Data) {
        self.id = id
        self.bytes = bytes
    }
}

/// The columns that an organisation chose for tables with certain headers.
package struct KeptMapping: Item, Hashable {
    package static let shelf = Shelf.mapping

    package let id: String
    package var columns: [String: String]

    /// `fingerprint` stands for the headers.
    package init(organisation: RecordID?, fingerprint: String, columns: [String: String]) {
        id = Self.id(organisation, fingerprint)
        self.columns = columns
    }

    static func id(_ organisation: RecordID?, _ fingerprint: String) -> String {
        "\(organisation?.description ?? "").\(fingerprint)"
    }
}
