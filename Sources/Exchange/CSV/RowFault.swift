import Catalogue

/// Something wrong in a row: where, what stands there, and why it can't be taken.
package struct RowFault: Error, Hashable, Sendable {
    /// Nil: the row as a whole.
    package let column: RecordColumn?
    /// What stands there; of a list the part that is wrong. At most 200 letters of it.
    package let value: String
    package let reason: Reason

    package init(_ column: RecordColumn?, _ value: String, _ reason: Reason) {
        self.column = column
        self.value = String(value.prefix(200))
        self.reason = reason
    }

    /// What is wrong; what to do follows from it.
    package enum Reason: Hashable, Sendable {
        case unknownConcept(VocabularyName, nearest: ConceptID?)
        case unknownOrganisation(nearest: RecordID?)
        /// The organisation is new in this file, and its own row is wrong.
        case wrongOrganisation(row: Int)
        case noIdentifier(suggestion: RecordID?)
        case noneOf([String], nearest: String?)
        case noLanguage
        case noWebAddress
        case noPhoneNumber
        case noEmail
        case noDate
        /// Not a year from 1900 to 2100.
        case noYear
        /// Not a whole number of years from 0 to 120.
        case noAge
        case noYesOrNo
        /// Twice in the same list.
        case twice
        case severalInsteadOfOne
        /// A list of more parts than this.
        case tooManyParts(Int)
        case controlCharacter
        /// One of the two ages is missing.
        case ageMissing(RecordColumn)
        case agesReversed(from: Int, to: Int)
        /// A year or a day before that of the beginning.
        case endsBefore(String)
        /// A list beside another one that has another length.
        case listLength(Int, beside: RecordColumn, Int)
        /// A source without what it says.
        case sourceWithoutWords
        /// Emptied, although every record has one.
        case emptied
        case titleMissing
        case kindMissing
        case changesKind(from: Kind)
        /// Another row has the same id.
        case sameIDAsRow(Int)
        /// A column of another kind.
        case onlyFor(Kind)
        /// A new record of a kind that is more than a row can hold.
        case needsForm(Kind)
        case withdrawn
    }
}

extension RowFault: CustomStringConvertible {
    /// What is wrong and what to do, in English.
    package var description: String {
        let place = column.map { "‘\(value)’ in ‘\($0.name)’" } ?? "this row"
        let (problem, remedy) = words
        return "\(place) \(problem): \(remedy)"
    }

    private var words: (problem: String, remedy: String) {
        switch reason {
        case .unknownConcept(let vocabulary, let nearest):
            (
                "is no concept of the vocabulary \(vocabulary.rawValue)",
                Self.question(nearest) ?? "write one of its ids or labels"
            )
        case .unknownOrganisation(let nearest):
            (
                "is no organisation of the catalogue or of this file",
                Self.question(nearest) ?? "write its id, or add a row for it"
            )
        case .wrongOrganisation(let row): ("is a new organisation that is wrong itself", "correct row \(row) first")
        case .noIdentifier(let suggestion):
            (
                "is no id", Self.question(suggestion) ?? "write small letters, digits and single hyphens"
            )
        case .noneOf(let choices, let nearest):
            ("is not right", Self.question(nearest) ?? "write one of \(choices.joined(separator: ", "))")
        case .noLanguage: ("is no language", "write a tag such as nl, fr, de, en or ar")
        case .noWebAddress: ("is no web address", "write a whole one that begins with https:// or http://")
        case .noPhoneNumber: ("is no phone number", "write groups of digits, such as 02 274 48 00 or 116 000")
        case .noEmail: ("is no e-mail address", "write it as name@example.be")
        case .noDate: ("is no date", "write it as 2024, 2024-11 or 2024-11-27")
        case .noYear: ("is no year", "write four digits, from 1900 to 2100")
        case .noAge: ("is no age", "write whole years, from 0 to 120")
        case .noYesOrNo: ("is neither yes nor no", "write yes or no")
        case .twice: ("stands there twice", "keep it once")
        case .tooManyParts(let most): ("has more than \(most) parts", "keep those that matter")
        case .severalInsteadOfOne: ("is more than one", "keep one")
        case .controlCharacter: ("holds a control character", "type the text anew")
        case .ageMissing(let other): ("is only one of two ages", "fill in ‘\(other.name)’ too")
        case .agesReversed(let from, let to): ("makes ages from \(from) to \(to)", "correct one of the two")
        case .endsBefore(let start): ("ends before it begins (\(start))", "correct one of the two")
        case .listLength(let count, let other, let others):
            ("has \(count) parts, ‘\(other.name)’ has \(others)", "give one for each, with | between them")
        case .sourceWithoutWords: ("is a source that says nothing", "write in ‘source_says’ what it supports")
        case .emptied: ("is empty", "every record has one: fill it in, or leave the column out of the file")
        case .titleMissing: ("has no title", "fill in a title in at least one language")
        case .kindMissing: ("has no kind", "write one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        case .changesKind(let from):
            ("changes the kind", "a record stays what it is (\(from.rawValue)): make a new one")
        case .sameIDAsRow(let row): ("is also the id of row \(row)", "keep one of the rows")
        case .onlyFor(let kind): ("is not for this kind", "only records of the kind \(kind.rawValue) have it")
        case .needsForm(let kind): ("can't make a new \(kind.rawValue)", "use the form: a row can't hold all of it")
        case .withdrawn: ("is the id of a record that was withdrawn", "restore it first, or give another id")
        }
    }

    private static func question(_ nearest: (some CustomStringConvertible)?) -> String? {
        nearest.map { "did you mean ‘\($0)’?" }
    }
}
