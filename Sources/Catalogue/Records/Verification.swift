/// Who checked a record against its source, when and how.
package struct Verification: Hashable, Codable, Sendable {
    package enum Means: String, CaseIterable, Codable, Sendable {
        /// The link in a reminder.
        case letter
        /// In the workspace, looking at the entry.
        case workspace
        /// By another organisation that read it before it was published.
        case review
    }

    package var on: PartialDate
    /// The organisation whose account it was; readers see it. Nil: the coordinator of the consortium.
    package var organisation: RecordID?
    package var by: Means

    package init(on: PartialDate, organisation: RecordID?, by: Means) {
        self.on = on
        self.organisation = organisation
        self.by = by
    }
}

/// How the texts of a record in one language came about.
package enum TranslationState: String, CaseIterable, Codable, Sendable {
    /// Written in this language.
    case original
    /// Translated, or read over, by a person.
    case person
    case machine
    /// The original changed since.
    case outdated
}
