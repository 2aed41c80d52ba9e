import Catalogue
import Foundation

/// Somebody who works in the workspace.
package struct Account: Item, Hashable {
    package static let shelf = Shelf.account
    package static let longestName = 80

    package let id: String
    /// In small letters; what one signs in with.
    package var email: String
    package var name: String
    /// The language of letters to this person.
    package var language: Language
    /// Nil for those who work for the consortium as a whole.
    package var organisation: RecordID?
    package var roles: Set<Role>
    package var password: PasswordHash?
    package var secondFactor: SecondFactor?
    package var isDisabled = false
    package var madeOn: CivilDay
    /// What this person knows about, for the directory of the consortium.
    package var knows: [ConceptID] = []
    package var knowsWords = ""
    /// Whether other members find this person in the directory.
    package var isInDirectory = false
    /// Whether a letter a week says what there is to do.
    package var wantsDigest = true

    package var key: String? { email }

    package init(
        id: String, email: String, name: String, language: Language, organisation: RecordID?, roles: Set<Role>,
        madeOn: CivilDay
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.language = language
        self.organisation = organisation
        self.roles = roles
        self.madeOn = madeOn
    }

    package var actor: Actor { Actor(account: id, name: name, organisation: organisation, roles: roles) }

    package var needsSecondFactor: Bool { roles.contains(where: \.needsSecondFactor) }
}

/// A device that shows one-time codes, and what to use when it is lost.
package struct SecondFactor: Hashable, Codable, Sendable {
    package var secret: OneTimeSecret
    /// The newest step whose code was used: a code works once.
    package var lastStep: Int?
    package var recovery: RecoveryCodes

    package init(secret: OneTimeSecret, lastStep: Int?, recovery: RecoveryCodes) {
        self.secret = secret
        self.lastStep = lastStep
        self.recovery = recovery
    }
}

/// A way in for somebody who has no account yet, or forgot the password.
package struct Invitation: Item, Hashable {
    package static let shelf = Shelf.invitation
    package enum Purpose: String, Codable, Sendable { case join, reset }

    /// How long the link of an invitation works, in seconds: a week.
    package static let joiningTime: TimeInterval = 7 * 86_400
    /// How long the link of a reset works, in seconds: an hour.
    package static let resettingTime: TimeInterval = 3_600

    /// The hash of the token in the link.
    package let id: String
    package let purpose: Purpose
    package let account: String
    package let expires: Date

    package var key: String? { account }

    package init(id: String, purpose: Purpose, account: String, expires: Date) {
        self.id = id
        self.purpose = purpose
        self.account = account
        self.expires = expires
    }
}

/// Somebody who is signed in on one device.
package struct AccountSession: Item, Hashable {
    package static let shelf = Shelf.session
    /// Ends a session that nobody used for so long, and any session after so long, in seconds (OWASP ASVS 5.0, 7.3).
    package static let idle: TimeInterval = 30 * 60
    package static let longest: TimeInterval = 8 * 3_600
    /// The use of a session is kept at most so often, in seconds.
    package static let noting: TimeInterval = 60
    /// So many codes may be tried in one session.
    package static let mostCodes = 5

    /// The hash of what the cookie holds.
    package let id: String
    package let account: String
    package let began: Date
    package var used: Date
    /// What forms of this session carry, so that no other site can send them.
    package let formCode: String
    /// Whether the second factor was shown.
    package var isStrong: Bool
    /// The browser in a word or two, so that its owner recognises it; no address.
    package let device: String
    /// How many codes were tried in it.
    package var codesTried = 0
    /// The secret of a device that is being set up; it never comes back from a form.
    package var pending: OneTimeSecret?

    package var key: String? { account }

    package init(
        id: String, account: String, began: Date, used: Date, formCode: String, isStrong: Bool, device: String
    ) {
        self.id = id
        self.account = account
        self.began = began
        self.used = used
        self.formCode = formCode
        self.isStrong = isStrong
        self.device = device
    }

    package func isAlive(at now: Date) -> Bool {
        // A clock may go back by an hour. What was used far in the future is of one that ran ahead, and would live long.
        (-Self.longest..<Self.idle).contains(now.timeIntervalSince(used)) && now.timeIntervalSince(began) < Self.longest
    }
}

/// A key with which a program of a member sends drafts.
package struct MemberToken: Item, Hashable {
    package static let shelf = Shelf.token

    /// The hash of the token.
    package let id: String
    package let account: String
    package let organisation: RecordID
    package let label: String
    package let madeOn: CivilDay
    package var lastUsedOn: CivilDay?

    package var key: String? { organisation.description }

    package init(id: String, account: String, organisation: RecordID, label: String, madeOn: CivilDay) {
        self.id = id
        self.account = account
        self.organisation = organisation
        self.label = label
        self.madeOn = madeOn
    }
}
