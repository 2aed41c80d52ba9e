import Editorial

extension Deed {
    /// What somebody did, in words behind their name.
    var words: TextKey {
        switch self {
        case .invited: .deedInvited
        case .joined: .deedJoined
        case .signedIn: .deedSignedIn
        case .signInFailed: .deedSignInFailed
        case .signedOut: .deedSignedOut
        case .changedPassword: .deedChangedPassword
        case .askedForReset: .deedAskedForReset
        case .resetPassword: .deedResetPassword
        case .setSecondFactor: .deedSetSecondFactor
        case .tookSecondFactor: .deedTookSecondFactor
        case .usedRecoveryCode: .deedUsedRecoveryCode
        case .madeRecoveryCodes: .deedMadeRecoveryCodes
        case .endedSessions: .deedEndedSessions
        case .changedRoles: .deedChangedRoles
        case .changedProfile: .deedChangedProfile
        case .disabled: .deedDisabled
        case .enabled: .deedEnabled
        case .madeToken: .deedMadeToken
        case .endedToken: .deedEndedToken
        case .beganDraft: .deedBeganDraft
        case .submitted: .deedSubmitted
        case .published: .deedPublished
        case .returned: .deedReturned
        case .declined: .deedDeclined
        case .droppedDraft: .deedDroppedDraft
        case .verified: .deedVerified
        case .withdrew: .deedWithdrew
        case .merged: .deedMerged
        case .restored: .deedRestored
        case .setAside: .deedSetAside
        case .brought: .deedBrought
        case .reminded: .deedReminded
        case .escalated: .deedEscalated
        case .claimed: .deedClaimed
        case .granted: .deedGranted
        case .refusedClaim: .deedRefusedClaim
        case .answeredSuggestion: .deedAnsweredSuggestion
        case .keptApart: .deedKeptApart
        case .imported: .deedImported
        case .undidImport: .deedUndidImport
        case .replacedDomain: .deedReplacedDomain
        case .applied: .deedApplied
        case .sponsored: .deedSponsored
        case .voted: .deedVoted
        case .admitted: .deedAdmitted
        case .refusedMember: .deedRefusedMember
        case .left: .deedLeft
        case .changedContact: .deedChangedContact
        case .changedProject: .deedChangedProject
        case .changedMeeting: .deedChangedMeeting
        case .exportedRegistrations: .deedExportedRegistrations
        case .wipedRegistrations: .deedWipedRegistrations
        case .approvedAction: .deedApprovedAction
        case .declinedAction: .deedDeclinedAction
        case .approvedResult: .deedApprovedResult
        case .declinedResult: .deedDeclinedResult
        case .wipedContacts: .deedWipedContacts
        case .changedSource: .deedChangedSource
        case .harvested: .deedHarvested
        }
    }
}
