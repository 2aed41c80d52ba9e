import Catalogue

/// "Something wrong here?": what a reader says about a record.
package struct Suggestion: Hashable, Sendable {
    /// At most this many characters of message.
    package static let longestMessage = 4_000
    package static let longestContact = 200

    /// The sender's handle on it, such as `K7MP-2QXD`.
    package let code: String
    package let record: RecordID
    /// The language of the page that it was written on.
    package let language: Language
    package let message: String
    /// How to answer, if the sender wants an answer.
    package let contact: String?
    package let receivedOn: CivilDay

    package init(
        code: String, record: RecordID, language: Language, message: String, contact: String?, receivedOn: CivilDay
    ) {
        self.code = code
        self.record = record
        self.language = language
        self.message = message
        self.contact = contact
        self.receivedOn = receivedOn
    }

    /// Eight letters and digits in two groups, without those that look alike (40 bits).
    package static func newCode(using generator: inout some RandomNumberGenerator) -> String {
        let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ" + "LU")
        let letters = (0..<8).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
        return String(letters[..<4]) + "-" + String(letters[4...])
    }
}
