import Catalogue

/// An organisation asks to join the consortium.
package struct Application: Item, Hashable {
    package static let shelf = Shelf.application
    /// So many members stand up for it before it is decided.
    package static let sponsorsNeeded = 2
    /// In characters: what a sponsor or a voter says, and why a decision goes against them.
    package static let longestWords = 1_000
    /// In characters: what the applicant reads.
    package static let longestAnswer = 4_000

    package enum State: String, CaseIterable, Codable, Sendable { case open, admitted, refused, withdrawn }

    /// A member that stands up for the applicant.
    package struct Sponsor: Hashable, Codable, Sendable {
        package let organisation: RecordID
        package let account: String
        package let on: CivilDay
        package let words: String
    }

    /// One vote a member organisation; a later one takes its place.
    package struct Vote: Hashable, Codable, Sendable {
        package let organisation: RecordID
        package let account: String
        package let on: CivilDay
        package let isFor: Bool
        package let words: String
    }

    package let id: String
    /// What the applicant shows to read the answer, such as `K7MP-2QXD`. Nobody else needs it.
    package let code: String
    package let statement: Statement
    package let language: Language
    package let receivedOn: CivilDay
    package var state = State.open
    package var sponsors: [Sponsor] = []
    package var votes: [Vote] = []
    /// What the applicant reads under the code.
    package var answer = ""
    /// For the members: why it was admitted without enough sponsors or votes.
    package var despite = ""
    package var decidedOn: CivilDay?
    package var decidedBy = ""
    /// The draft of its entry, where one was made.
    package var draft: String?
    /// The record of the new member.
    package var record: RecordID?

    package var key: String? { code }

    package init(id: String, code: String, statement: Statement, language: Language, receivedOn: CivilDay) {
        self.id = id
        self.code = code
        self.statement = statement
        self.language = language
        self.receivedOn = receivedOn
    }
}

extension Application {
    /// What stands behind an application, counted.
    package struct Support: Hashable, Sendable {
        package let sponsors: Int
        package let votesFor: Int
        package let votesAgainst: Int

        package var isEnough: Bool { sponsors >= Application.sponsorsNeeded && votesFor > votesAgainst }
    }

    /// Only those count that are members at the moment: one that left meanwhile has no say any more.
    package func support(among isMember: (RecordID) -> Bool) -> Support {
        Support(
            sponsors: sponsors.count { isMember($0.organisation) },
            votesFor: votes.count { $0.isFor && isMember($0.organisation) },
            votesAgainst: votes.count { !$0.isFor && isMember($0.organisation) })
    }

    package func sponsor(of organisation: RecordID?) -> Sponsor? { sponsors.first { $0.organisation == organisation } }

    package func vote(of organisation: RecordID?) -> Vote? { votes.first { $0.organisation == organisation } }
}
