import Catalogue
import Foundation

/// Who asks: decides the words and the steps of the form.
package enum ReporterRole: String, CaseIterable, Codable, Sendable {
    case child, teenager, parent, teacher, other
}

/// What somebody reports. It exists in the request that brings it and in the memory of a handler, nowhere else.
package struct ReportContent: Hashable, Codable, Sendable {
    package static let longestText = 4_000
    package static let longestLine = 500

    package var what = ""
    /// The platform or the address, as text: it is never fetched and never a link.
    package var place = ""
    package var when = ""
    package var wanted = ""
    package var contact = ""
    /// The moment of sending, to the minute: `2026-11-23T16:30`.
    package var sentAt = ""

    package init() {}
}

/// A message of the dialogue.
package struct DialogueMessage: Hashable, Codable, Sendable {
    package static let longestText = 4_000

    package var text: String
    package var sentAt: String
    /// The organisation that answers; nil: whoever reported writes. It stays true when the case is handed over.
    package var from: String?

    package init(text: String, sentAt: String, from: RecordID? = nil) {
        self.text = text
        self.sentAt = sentAt
        self.from = from?.description
    }
}
