extension Shelf {
    /// What stands on which shelf: whoever reads a whole store, to see whether it is whole, needs to know. A new shelf
    /// belongs here too.
    package static let types: [Shelf: any Item.Type] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.shelf, $0) })

    private static let all: [any Item.Type] = [
        Account.self, AccountSession.self, Invitation.self, MemberToken.self,
        Draft.self, DraftSave.self,
        Suggestion.self, Claim.self, Follow.self, Feed.self, Digest.self,
        Reminder.self, Escalation.self, Notice.self,
        CheckedLink.self, DistinctPair.self,
        HarvestSource.self, HarvestedThing.self,
        Importing.self, ImportTable.self, KeptMapping.self,
        Application.self, MemberContact.self, Project.self, Meeting.self,
        LabRegistration.self, CampaignSignUp.self,
        Duty.self, GuideWalks.self, BackupProof.self, SiteSecret.self,
    ]
}
