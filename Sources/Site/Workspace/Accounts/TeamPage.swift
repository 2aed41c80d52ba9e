import Catalogue
import Editorial
import HTML

/// Everybody whom one may see, and a form to invite somebody.
struct TeamPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let people: [Account]
    let form: InvitationForm
    var said: Said?

    var title: String { context.texts(.teamTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.teamLead) }
        SaidNote(said: said, context: context)
        FaultList(title: context.texts(.accountFaults), faults: form.faults.all)
        for group in groups {
            section {
                h2 { group.name }
                ul(.class("cases")) { for account in group.people { PersonLine(account: account, context: context) } }
            }
        }
        section(.ariaLabelledBy("invite")) {
            h2(.id("invite")) { context.texts(.teamInvite) }
            p { context.texts(.teamInviteLead) }
            invitation
        }
        if actor.may(.readTrail, on: nil) {
            p { a(.href(context.link(.workspace(.trail)))) { context.texts(.trailTitle) } }
        }
    }

    /// By organisation; those for the whole consortium come first.
    private var groups: [(name: String, people: [Account])] {
        let grouped = Dictionary(grouping: people, by: \.organisation)
        let named = grouped.map { organisation, people in
            (name: organisation.map { context.name(of: $0) } ?? context.texts(.workConsortium), people: people)
        }
        let own = grouped.keys.contains(nil) ? context.texts(.workConsortium) : nil
        return named.sorted { left, right in
            (left.name == own ? 0 : 1, left.name.lowercased()) < (right.name == own ? 0 : 1, right.name.lowercased())
        }
    }

    private var invitation: some HTML {
        WorkspaceForm(.people, visit: visit, context: context) {
            FormField(
                name: "email", words: context.texts(.signInEmail), value: form.email, fault: form.faults["email"],
                shape: .email, isRequired: true, longest: 254)
            FormField(
                name: "name", words: context.texts(.accountName), value: form.name, fault: form.faults["name"],
                isRequired: true, longest: Account.longestName)
            PickOne(
                name: "language", words: context.texts(.accountLanguage), options: Language.options,
                chosen: form.language.rawValue)
            RoleFields(context: context, visit: visit, form: form.roles, faults: form.faults)
            button(.type("submit")) { context.texts(.teamSend) }
        }
    }
}

/// Somebody in a list.
private struct PersonLine: HTML {
    let account: Account
    let context: PageContext

    var body: some HTML {
        li {
            a(.href(context.link(.workspace(.person(account.id))))) { account.name }
            p(.class("quiet")) { account.state(context.texts).joined(separator: " · ") }
        }
    }
}

extension Account {
    /// Address, roles, and what is special about it.
    func state(_ texts: Texts) -> [String] {
        var parts = [email] + Role.allCases.filter(roles.contains).map { texts($0.name) }
        if isDisabled {
            parts.append(texts(.teamDisabled))
        } else if password == nil {
            parts.append(texts(.teamWaiting))
        }
        if secondFactor != nil { parts.append(texts(.teamStrong)) }
        return parts
    }
}

/// Roles, and (for those who may choose it) the organisation.
struct RoleFields: HTML {
    let context: PageContext
    let visit: Workspace.Visit
    let form: RolesForm
    let faults: FormFaults

    var body: some HTML {
        if isCoordinator {
            OrganisationPicker(
                context: context, name: "organisation", words: context.texts(.teamOrganisation),
                none: context.texts(.teamNoOrganisation), chosen: form.organisation, fault: faults["organisation"])
        }
        div(.id("roles")) {
            PickMany(
                name: "roles", words: context.texts(.teamRoles),
                options: roles.map { PickOption($0.rawValue, context.texts($0.explanation)) },
                chosen: Set(form.roles.map(\.rawValue)), fault: faults["roles"])
        }
    }

    private var isCoordinator: Bool { visit.actor.may(.changeRoles, on: nil) }

    private var roles: [Role] {
        Role.allCases.filter { isCoordinator || Role.givenByEditors.contains($0) }
    }
}
