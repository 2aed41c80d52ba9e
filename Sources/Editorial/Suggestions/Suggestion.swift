import Catalogue

/// What somebody without account says: that something in a record is wrong, or that an initiative is missing.
package struct Suggestion: Item, Hashable {
    package static let shelf = Shelf.suggestion
    /// At most this many characters of message, and of each answer of the survey.
    package static let longestMessage = 4_000
    package static let longestContact = 200
    /// At most this many characters of an answer.
    package static let longestAnswer = 2_000

    package enum State: String, CaseIterable, Codable, Sendable {
        case new
        /// A draft was made of it.
        case taken
        /// It led to a change that readers see.
        case done
        /// It was looked at and nothing was changed.
        case declined
    }

    /// The sender's handle on it, such as `K7MP-2QXD`.
    package let code: String
    /// What it is about; nil: something that the catalogue does not have.
    package let record: RecordID?
    /// The language of the page that it was written on.
    package let language: Language
    package let message: String
    /// The answers about a missing initiative.
    package let survey: Survey?
    /// An e-mail address, if the sender wants an answer by letter; wiped with the answer.
    package internal(set) var contact: String?
    package let receivedOn: CivilDay
    package var state = State.new
    /// What the sender reads under the code.
    package var answer: String?
    package var answeredOn: CivilDay?
    /// The draft that was made of it.
    package var draft: String?

    package var id: String { code }

    package init(
        code: String, record: RecordID?, language: Language, message: String, survey: Survey? = nil, contact: String?,
        receivedOn: CivilDay
    ) {
        self.code = code
        self.record = record
        self.language = language
        self.message = message
        self.survey = survey
        self.contact = contact
        self.receivedOn = receivedOn
    }

    package var isOpen: Bool { state == .new || state == .taken }

    /// Eight letters and digits in two groups, without those that look alike (40 bits).
    package static func newCode(using generator: inout some RandomNumberGenerator) -> String {
        let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ" + "LU")
        let letters = (0..<8).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
        return String(letters[..<4]) + "-" + String(letters[4...])
    }

    /// The code that somebody typed, whatever its case and hyphens; nil if it can't be one.
    package static func code(typed text: String) -> String? {
        let letters = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard letters.count == 8 else { return nil }
        return letters.prefix(4) + "-" + letters.suffix(4)
    }
}
