import Catalogue
import Editorial

/// Roles and the organisation that they are for, as they were sent.
struct RolesForm: Sendable {
    var roles: Set<Role>
    var organisation: RecordID?
    var faults = FormFaults()

    init(roles: Set<Role> = [], organisation: RecordID?) {
        self.roles = roles
        self.organisation = organisation
    }

    init(_ account: Account) { self.init(roles: account.roles, organisation: account.organisation) }

    init(_ work: WorkspaceRequest) {
        self.init(
            roles: Set(work.fields.all("roles").compactMap { Role(rawValue: $0) }),
            // Those who may only bring in people of their own are not asked.
            organisation: work.actor.may(.changeRoles, on: nil)
                ? RecordID(work.text("organisation")) : work.actor.organisation)
        let texts = work.page.texts
        if roles.isEmpty { faults.add("roles", texts(.teamRolesFault)) }
        let isThere = organisation.map { work.page.catalogue[$0]?.kind == .organisation }
        if isThere == false || (isThere == nil && roles.contains(where: \.needsOrganisation)) {
            faults.add("organisation", texts(.teamOrganisationFault))
        }
    }
}

/// Who is to be invited, as it was sent.
struct InvitationForm: Sendable {
    var email = ""
    var name = ""
    var language: Language
    var roles: RolesForm
    var faults = FormFaults()

    /// An empty one of somebody.
    init(_ account: Account) {
        language = account.language
        roles = RolesForm(organisation: account.organisation)
    }

    init(_ work: WorkspaceRequest) {
        email = work.text("email")
        name = work.text("name")
        language = Language(rawValue: work.text("language")) ?? work.visit.account.language
        roles = RolesForm(work)
        if (try? EmailAddress(email)) == nil { faults.add("email", work.page.texts(.teamEmailFault)) }
        if !Account.isName(name) {
            faults.add("name", work.page.texts(.teamNameFault, "\(Account.longestName)"))
        }
        for fault in roles.faults.all { faults.add(fault.field, fault.words) }
    }

    var invitee: Workspace.Invitee {
        Workspace.Invitee(
            email: email, name: name, language: language, organisation: roles.organisation, roles: roles.roles)
    }
}
