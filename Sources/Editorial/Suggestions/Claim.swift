import Catalogue

/// An organisation says that an entry that others wrote is about what it does.
package struct Claim: Item, Hashable {
    package static let shelf = Shelf.claim
    package static let longestWords = 1_000
    package enum State: String, Codable, Sendable { case open, granted, refused }

    package let id: String
    package let record: RecordID
    package let organisation: RecordID
    package let account: String
    /// Why it is theirs.
    package let words: String
    package let madeOn: CivilDay
    package var state = State.open
    /// Why it was decided so.
    package var answer = ""

    package var key: String? { record.description }

    package init(
        id: String, record: RecordID, organisation: RecordID, account: String, words: String, madeOn: CivilDay
    ) {
        self.id = id
        self.record = record
        self.organisation = organisation
        self.account = account
        self.words = words
        self.madeOn = madeOn
    }
}
