import Catalogue
import Foundation

/// One thing of a source, and what became of it here.
package struct HarvestedThing: Item, Hashable {
    package static let shelf = Shelf.harvested
    /// Bytes of a key; a longer one is no name.
    package static let longestKey = 1_000

    package let source: String
    /// What the source calls it.
    package let name: String
    /// Our record of it.
    package var record: RecordID
    /// What the source calls it in its own addresses, where others of it name it so.
    package var theirs: RecordID
    /// The fields that the source speaks about.
    package var fields: Set<String>
    /// As it was delivered when it was last published here: the base of the next merge. Nil: it never was.
    package var base: Record?
    /// As it was last delivered.
    package var delivered: Record
    /// The draft that waits with what was delivered.
    package var draft: String?
    /// When it was first delivered.
    package let first: Date
    /// The day since which the source has it no longer.
    package var vanished: CivilDay?
    /// Whether it was withdrawn here for that reason.
    package var isWithdrawn = false

    package var id: String { Self.id(source, name) }
    package var key: String? { record.description }

    static func id(_ source: String, _ name: String) -> String { "\(source) \(name)" }

    init(
        source: String, name: String, record: RecordID, theirs: RecordID, fields: Set<String>, delivered: Record,
        first: Date
    ) {
        self.source = source
        self.name = name
        self.record = record
        self.theirs = theirs
        self.fields = fields
        self.delivered = delivered
        self.first = first
    }

    /// Its name on the web at the site where it is at home.
    var home: String? { delivered.home }

    /// The same after its draft came to an end. What was published is the base from then on; what was declined or dropped
    /// is not proposed again before the source says something else.
    package func settled(by draft: Draft?) -> HarvestedThing {
        guard let draft, draft.id == self.draft, !draft.state.isOpen else { return self }
        var settled = self
        settled.draft = nil
        guard draft.state == .published else { return settled }
        // Somebody else may have taken the name first.
        settled.record = draft.record.id
        if draft.record.withdrawn == nil {
            settled.base = delivered
            settled.isWithdrawn = false
        } else {
            settled.isWithdrawn = true
        }
        return settled
    }

    /// The field of a record that are never anybody else's business: they say what was decided here.
    static let ours: Set<String> = [
        "id", "kind", "member", "verified", "setAside", "withdrawn", "successor", "isMerged", "home",
    ]
}

/// Where a field of a record comes from.
package struct FieldProvenance: Hashable, Sendable {
    /// As in ``Record/CodingKeys``.
    package let field: String
    /// Whether it stands there as the source delivered it; otherwise somebody edited it here.
    package let isAsDelivered: Bool
}

extension HarvestedThing {
    /// Where each field that the source speaks about comes from, in the order of a record's form; empty where nothing of it
    /// was published yet.
    package func provenance(of published: Record) throws -> [FieldProvenance] {
        guard let base else { return [] }
        let (now, then) = (try Tree(published), try Tree(base))
        return fields.subtracting(Self.ours).subtracting(["translations"]).sorted(by: FieldPath.precedes)
            .compactMap { field in
                let value = now[step: field]
                guard value != nil || then[step: field] != nil else { return nil }
                return FieldProvenance(field: field, isAsDelivered: value == then[step: field])
            }
    }
}
