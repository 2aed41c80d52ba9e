import Catalogue
import Foundation

/// One line of the audit trail: who did what to what, when. It is never changed and never taken away.
package struct TrailLine: Hashable, Codable, Sendable {
    /// The account that did it; nil: the command line, the site itself, or somebody without account.
    package let account: String?
    /// As the account was called then, or what did it: `betternet account`.
    package let name: String
    package let organisation: RecordID?
    package let deed: Deed
    /// What it was done to: the id of an account, a record, a draft.
    package let object: String
    /// A few words more, never a secret or an address of a machine.
    package let detail: String
    package let at: Date

    package init(
        account: String?, name: String, organisation: RecordID?, deed: Deed, object: String, detail: String = "",
        at: Date
    ) {
        self.account = account
        self.name = name
        self.organisation = organisation
        self.deed = deed
        self.object = object
        self.detail = detail
        self.at = at
    }
}

/// What is noted in the trail. The raw value is kept: never change one.
package enum Deed: String, CaseIterable, Codable, Sendable {
    case invited, joined, signedIn = "signed-in", signInFailed = "sign-in-failed", signedOut = "signed-out"
    case changedPassword = "changed-password", resetPassword = "reset-password", askedForReset = "asked-for-reset"
    case setSecondFactor = "set-second-factor", tookSecondFactor = "took-second-factor"
    case usedRecoveryCode = "used-recovery-code", madeRecoveryCodes = "made-recovery-codes"
    case endedSessions = "ended-sessions", changedRoles = "changed-roles", changedProfile = "changed-profile"
    case disabled, enabled
    case madeToken = "made-token", endedToken = "ended-token"
    case beganDraft = "began-draft", submitted, published, returned, declined, droppedDraft = "dropped-draft"
    case verified, withdrew, merged, restored, setAside = "set-aside", brought = "brought-back", reminded, escalated
    case claimed, granted, refusedClaim = "refused-claim"
    case answeredSuggestion = "answered-suggestion"
    case keptApart = "kept-apart"
    case imported, undidImport = "undid-import", replacedDomain = "replaced-domain"
    case applied, sponsored, voted, admitted, refusedMember = "refused-member", left
    case changedContact = "changed-contact", changedProject = "changed-project", changedMeeting = "changed-meeting"
    case exportedRegistrations = "exported-registrations", wipedRegistrations = "wiped-registrations"
    case approvedAction = "approved-action", declinedAction = "declined-action"
    case approvedResult = "approved-result", declinedResult = "declined-result", wipedContacts = "wiped-contacts"
    case changedSource = "changed-source", harvested
}
