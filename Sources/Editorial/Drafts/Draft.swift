import Catalogue
import Foundation

/// A revision in the making: what a record is to become.
package struct Draft: Item, Hashable {
    package static let shelf = Shelf.draft

    package enum State: String, CaseIterable, Codable, Sendable {
        case writing
        /// Waits for an editor of another member organisation.
        case submitted
        /// Came back with reasons; its writers may mend it.
        case returned
        // The ends: nothing comes after these.
        case published, declined, dropped

        package var isOpen: Bool { self == .writing || self == .submitted || self == .returned }
        package var isWritable: Bool { self == .writing || self == .returned }
    }

    /// Where it came from.
    package enum Origin: Hashable, Codable, Sendable {
        case form
        case importing(String)
        case suggestion(code: String)
        case revision(Int)
        case links
        case merging(with: RecordID)
        case program(token: String)
        case harvest(source: String)

        /// Whether something new is called after its title. What came in a table, from a program or from another site keeps the name that was
        /// sent: other rows, or the program itself, know it by that.
        var isNamedByTitle: Bool {
            switch self {
            case .importing, .program, .harvest: false
            case .form, .suggestion, .revision, .links, .merging: true
            }
        }
    }

    package struct Step: Hashable, Codable, Sendable {
        package let deed: Deed
        package let by: String
        package let organisation: RecordID?
        package let at: Date
        /// Why, in the words of whoever did it.
        package let words: String
    }

    package let id: String
    package var record: Record
    /// What was typed into a field that can't be read yet, by the name of the field in the form.
    package var typed: [String: String] = [:]
    /// The published revision that it began from; nil: nothing was published under this name.
    package var base: Int?
    /// Whose draft it is.
    package let organisation: RecordID?
    package let author: String
    /// The accounts that wrote in it: none of them reviews it.
    package var writers: Set<String>
    package let origin: Origin
    package var state = State.writing
    /// A small edit: the translations of the texts that changed stay valid.
    package var isSmall = false
    /// Why it was changed, for those who read the history.
    package var why = ""
    package var steps: [Step] = []
    package var review: Review?
    package let began: Date
    package var changed: Date

    package var key: String? { record.id.description }

    package init(
        id: String, record: Record, base: Int?, organisation: RecordID?, author: String, origin: Origin, at date: Date
    ) {
        self.id = id
        self.record = record
        self.base = base
        self.organisation = organisation
        self.author = author
        writers = [author]
        self.origin = origin
        began = date
        changed = date
    }

    /// Whether it is to take a record out of the shop, because its source has it no longer.
    package var proposesWithdrawal: Bool {
        if case .harvest = origin { record.withdrawn != nil } else { false }
    }

    /// The organisations for which it counts as their own, so that nobody of them reviews it.
    package var owners: Set<RecordID> { Set(record.owners + [organisation].compactMap { $0 }) }
}

/// A draft as it once was, so that two who write at the same time can be brought together, and nothing is lost.
package struct DraftSave: Item, Hashable {
    package static let shelf = Shelf.save

    package let draft: String
    /// The version of the draft that this was.
    package let version: Int
    package let record: Record
    package let by: String
    package let at: Date

    package var id: String { "\(draft).\(version)" }
    package var key: String? { draft }

    package init(draft: String, version: Int, record: Record, by: String, at: Date) {
        self.draft = draft
        self.version = version
        self.record = record
        self.by = by
        self.at = at
    }
}
