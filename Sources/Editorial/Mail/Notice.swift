import Catalogue
import Foundation

/// Something that somebody should hear of by letter. It is kept with the deed that it tells of, and taken away when the
/// letter is sent: no deed without its letter, no letter without its deed.
package struct Notice: Item, Hashable {
    package static let shelf = Shelf.letter

    package enum Matter: Hashable, Codable, Sendable {
        /// A way in. The token is kept until the letter is sent, then only its hash.
        case invitation(token: String, by: String)
        case reset(token: String)
        /// Somebody invited a person who has an account already.
        case invitedAgain(by: String)
        case passwordChanged
        /// The second factor was set up, or taken away.
        case secondFactorChanged
        case draft(id: String, record: RecordID, title: LocalisedText, deed: Deed, words: String)
        /// Entries that want to be checked again.
        case reminder([DueEntry])
        /// To the coordinators: entries that nobody keeps true.
        case escalation([Overdue])
        case setAside(record: RecordID, title: LocalisedText)
        case claim(record: RecordID, title: LocalisedText, organisation: RecordID, deed: Deed)
        case application(id: String, name: String, deed: Deed, words: String)
        /// To somebody without account: the answer to a suggestion.
        case suggestion(code: String, words: String)
        /// Once a week: what there is to do, and what happened to what one follows.
        case digest(tasks: [DigestLine], news: [DigestLine])
    }

    package struct DueEntry: Hashable, Codable, Sendable {
        package let record: RecordID
        package let title: LocalisedText
        /// Of the link that says that it is still right.
        package let token: String
        package let due: CivilDay

        package init(record: RecordID, title: LocalisedText, token: String, due: CivilDay) {
            self.record = record
            self.title = title
            self.token = token
            self.due = due
        }
    }

    /// An entry that needs a coordinator.
    package struct Overdue: Hashable, Codable, Sendable {
        package let record: RecordID
        package let title: LocalisedText
        package let due: CivilDay
        package let reason: Escalation.Reason

        package init(record: RecordID, title: LocalisedText, due: CivilDay, reason: Escalation.Reason) {
            self.record = record
            self.title = title
            self.due = due
            self.reason = reason
        }
    }

    package struct DigestLine: Hashable, Codable, Sendable {
        /// What it is: a name of a section of the work list.
        package let section: String
        package let count: Int
        /// Of a followed entry: its title and id.
        package let title: LocalisedText?
        package let record: RecordID?

        package init(section: String, count: Int, title: LocalisedText? = nil, record: RecordID? = nil) {
            self.section = section
            self.count = count
            self.title = title
            self.record = record
        }
    }

    package let id: String
    package let email: String
    package let name: String
    package let language: Language
    package let matter: Matter
    package let at: Date
    /// How often it could not be sent.
    package var failures = 0

    package init(to email: String, name: String, language: Language, matter: Matter, at date: Date) {
        id = Workspace.newID()
        self.email = email
        self.name = name
        self.language = language
        self.matter = matter
        at = date
    }

    package init(to account: Account, _ matter: Matter, at date: Date) {
        self.init(to: account.email, name: account.name, language: account.language, matter: matter, at: date)
    }
}

/// That an owner was asked to check a record.
package struct Reminder: Item, Hashable {
    package static let shelf = Shelf.reminder
    /// Days for which the link in the letter works.
    package static let days = 60

    /// The hash of the token in the letter.
    package let id: String
    package let record: RecordID
    package let account: String
    package let sentOn: CivilDay

    package var key: String? { record.description }

    package init(id: String, record: RecordID, account: String, sentOn: CivilDay) {
        self.id = id
        self.record = record
        self.account = account
        self.sentOn = sentOn
    }
}

/// That the coordinators were told of an entry that nobody keeps true: once, until somebody checks it.
package struct Escalation: Item, Hashable {
    package static let shelf = Shelf.escalation

    /// The raw value is kept: never change one.
    package enum Reason: String, CaseIterable, Codable, Sendable {
        /// Those who look after it were asked and did not answer.
        case unanswered
        /// No account belongs to its organisations, so there is nobody to ask.
        case nobodyToAsk = "nobody-to-ask"
        /// It is old enough to be set aside, but then nobody would answer to people who need help.
        case needed
    }

    package let record: RecordID
    package let reason: Reason
    package let toldOn: CivilDay

    package var id: String { "\(record) \(reason.rawValue)" }
    package var key: String? { record.description }

    package init(record: RecordID, reason: Reason, toldOn: CivilDay) {
        self.record = record
        self.reason = reason
        self.toldOn = toldOn
    }
}
