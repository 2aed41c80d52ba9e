import Catalogue
import Foundation

/// One state of a record that was published, with who made it, when and why.
package struct Revision: Sendable, Identifiable {
    /// The number, counted over all entries of the shop.
    package let id: Int
    package let record: Record
    package let author: String
    package let madeAt: Date
    package let why: String
    /// Whether readers see it now.
    package let isPublished: Bool

    package init(id: Int, record: Record, author: String, madeAt: Date, why: String, isPublished: Bool) {
        self.id = id
        self.record = record
        self.author = author
        self.madeAt = madeAt
        self.why = why
        self.isPublished = isPublished
    }
}

/// When the published revision of a record was made and when its first one was.
package struct RecordAge: Hashable, Sendable {
    package let revision: Int
    package let first: Date
    package let last: Date
    package let author: String

    package init(revision: Int, first: Date, last: Date, author: String) {
        self.revision = revision
        self.first = first
        self.last = last
        self.author = author
    }
}
