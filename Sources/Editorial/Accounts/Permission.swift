import Catalogue

/// Everything that somebody may or may not do in the workspace.
package enum Action: String, CaseIterable, Sendable {
    // Entries
    case write, submit, review, verify, withdraw, merge, importRecords = "import", claim, decideClaim = "decide-claim"
    case handleSuggestion = "handle-suggestion", replaceDomain = "replace-domain", harvest
    // Reading
    case seeWorkspace = "see-workspace", exportRecords = "export", follow, seeInternalContacts = "see-internal-contacts"
    case readFigures = "read-figures", readDashboard = "read-dashboard", readTrail = "read-trail"
    // People
    case invite, changeRoles = "change-roles", disableAccount = "disable-account", makeToken = "make-token"
    case openReports = "open-reports"
    // Consortium
    case keepContact = "keep-contact", keepProject = "keep-project", keepMeeting = "keep-meeting"
    case sponsor, vote, decideApplication = "decide-application", endMembership = "end-membership"
    // Labs and campaigns
    case readRegistrations = "read-registrations", decideSignUp = "decide-sign-up"
}

/// The one place that says who may do what.
package enum Permission {
    /// On whose things a role may do something.
    package enum Reach: Sendable {
        /// What belongs to the organisation of the account.
        case own
        /// What belongs to other organisations only: the second pair of eyes.
        case others
        /// Everything.
        case any

        package func covers(_ isOwn: Bool) -> Bool {
            switch self {
            case .own: isOwn
            case .others: !isOwn
            case .any: true
            }
        }
    }

    /// How far a role reaches with an action; nil: not at all.
    package static func reach(of role: Role, in action: Action) -> Reach? { table[action]?[role] }

    /// Whether `role` may do it to something of its own organisation, or of another (or none).
    package static func allows(_ action: Action, as role: Role, own: Bool) -> Bool {
        reach(of: role, in: action)?.covers(own) ?? false
    }

    private static let table: [Action: [Role: Reach]] = [
        .write: [.contributor: .own, .editor: .own, .coordinator: .any],
        .submit: [.contributor: .own, .editor: .own, .coordinator: .any],
        .review: [.editor: .others, .coordinator: .others],
        .verify: [.editor: .own, .contributor: .own, .coordinator: .any],
        .withdraw: [.editor: .own, .coordinator: .any],
        .merge: [.editor: .own, .coordinator: .any],
        .importRecords: [.editor: .own, .coordinator: .any],
        .claim: [.editor: .others],
        .decideClaim: [.coordinator: .any],
        .handleSuggestion: [.editor: .own, .coordinator: .any],
        .replaceDomain: [.coordinator: .any],
        .harvest: [.editor: .own, .coordinator: .any],
        .seeWorkspace: [.contributor: .any, .editor: .any, .coordinator: .any, .handler: .any, .reader: .any],
        .exportRecords: [.contributor: .any, .editor: .any, .coordinator: .any, .reader: .any],
        .follow: [.contributor: .any, .editor: .any, .coordinator: .any, .reader: .any],
        .seeInternalContacts: [.contributor: .any, .editor: .any, .coordinator: .any],
        .readFigures: [.reader: .any, .coordinator: .any],
        .readDashboard: [.coordinator: .any],
        .readTrail: [.coordinator: .any],
        .invite: [.editor: .own, .coordinator: .any],
        .changeRoles: [.coordinator: .any],
        .disableAccount: [.editor: .own, .coordinator: .any],
        .makeToken: [.editor: .own, .coordinator: .own],
        .openReports: [.handler: .own],
        .keepContact: [.editor: .own, .coordinator: .any],
        .keepProject: [.contributor: .own, .editor: .own, .coordinator: .any],
        .keepMeeting: [.editor: .own, .coordinator: .any],
        .sponsor: [.editor: .any],
        .vote: [.editor: .any],
        .decideApplication: [.coordinator: .any],
        .endMembership: [.editor: .own, .coordinator: .any],
        .readRegistrations: [.coordinator: .any],
        .decideSignUp: [.coordinator: .any],
    ]
}

/// Who is doing something: an account as it is at this moment.
package struct Actor: Hashable, Sendable {
    package let account: String
    package let name: String
    package let organisation: RecordID?
    package let roles: Set<Role>

    package init(account: String, name: String, organisation: RecordID?, roles: Set<Role>) {
        self.account = account
        self.name = name
        self.organisation = organisation
        self.roles = roles
    }

    /// Whether the actor may do it to something that belongs to these organisations.
    package func may(_ action: Action, on owners: some Sequence<RecordID>) -> Bool {
        let isOwn = organisation.map { owners.contains($0) } ?? false
        return roles.contains { Permission.allows(action, as: $0, own: isOwn) }
    }

    /// Whether the actor may do it to something of this organisation; nil: of nobody.
    package func may(_ action: Action, on owner: RecordID?) -> Bool { may(action, on: owner.map { [$0] } ?? []) }

    /// Whether the actor may do it to something, whosever it is: whether to show a way to it at all.
    package func mayEver(_ action: Action) -> Bool {
        roles.contains { role in
            guard let reach = Permission.reach(of: role, in: action) else { return false }
            if case .own = reach { return organisation != nil }
            return true
        }
    }

    /// Throws ``WorkspaceError/notAllowed(_:)`` unless the actor may.
    package func require(_ action: Action, on owners: some Sequence<RecordID>) throws {
        guard may(action, on: owners) else { throw WorkspaceError.notAllowed(action) }
    }

    package func require(_ action: Action, on owner: RecordID?) throws {
        try require(action, on: owner.map { [$0] } ?? [])
    }
}
