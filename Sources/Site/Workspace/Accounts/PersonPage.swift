import Catalogue
import Editorial
import Foundation
import HTML

/// One person: roles, access, what happened to the account.
struct PersonPage: WorkspacePage {
    /// Which form of the page was sent.
    enum Part: String, Sendable {
        case roles, disable, enable
        case takeFactor = "take-factor"
        case inviteAgain = "invite-again"
    }

    var context: PageContext
    let visit: Workspace.Visit
    let account: Account
    /// Nil: never.
    let lastSignIn: Date?
    /// Newest first; empty for those who may not read it.
    let trail: [TrailLine]
    let roles: RolesForm
    var said: Said?

    var title: String { account.name }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) {
            (account.state(context.texts) + (account.organisation.map { [context.name(of: $0)] } ?? []))
                .joined(separator: " · ")
        }
        SaidNote(said: said, context: context)
        FaultList(title: context.texts(.accountFaults), faults: roles.faults.all)
        p {
            context.texts(.teamSince, context.wording.date(account.madeOn)) + " · "
                + (lastSignIn.map { context.texts(.teamLastSignIn, context.wording.moment($0)) }
                    ?? context.texts(.teamNever))
        }
        if actor.may(.changeRoles, on: account.organisation) {
            section(.ariaLabelledBy("of-roles")) {
                h2(.id("of-roles")) { context.texts(.teamRoles) }
                p(.class("quiet")) { context.texts(.teamRolesHint) }
                PartForm(.roles, of: self) {
                    RoleFields(context: context, visit: visit, form: roles, faults: roles.faults)
                    button(.type("submit")) { context.texts(.teamSaveRoles) }
                }
            }
        }
        if account.id != actor.account { AccessForms(page: self) }
        if !trail.isEmpty {
            section(.ariaLabelledBy("trail")) {
                h2(.id("trail")) { context.texts(.trailTitle) }
                TrailList(lines: trail, names: [account.id: account.name], context: context)
            }
        }
        p { a(.href(context.link(.workspace(.people)))) { context.texts(.teamTitle) } }
    }

    /// Whether the actor may shut this account out: those with roles for the whole consortium only a coordinator.
    fileprivate var mayDisable: Bool {
        actor.may(.disableAccount, on: account.organisation)
            && (account.roles.isSubset(of: Role.givenByEditors) || actor.may(.changeRoles, on: account.organisation))
    }
}

/// One of the forms of the page.
private struct PartForm<Content: HTML>: HTML {
    let part: PersonPage.Part
    let page: PersonPage
    let content: Content

    init(_ part: PersonPage.Part, of page: PersonPage, @HTMLBuilder content: () -> Content) {
        self.part = part
        self.page = page
        self.content = content()
    }

    var body: some HTML {
        WorkspaceForm(.person(page.account.id), visit: page.visit, context: page.context) {
            input(.type("hidden"), .name("part"), .value(part.rawValue))
            content
        }
    }
}

/// Whether somebody comes in, and how.
private struct AccessForms: HTML {
    let page: PersonPage
    private var context: PageContext { page.context }
    private var account: Account { page.account }

    var body: some HTML {
        section(.ariaLabelledBy("access")) {
            h2(.id("access")) { context.texts(.teamAccess) }
            if account.password == nil, !account.isDisabled {
                PartForm(.inviteAgain, of: page) {
                    button(.type("submit")) { context.texts(.teamAgain) }
                }
            }
            if account.secondFactor != nil, page.actor.may(.changeRoles, on: nil) {
                PartForm(.takeFactor, of: page) {
                    p(.class("quiet")) { context.texts(.teamTakeFactorHint) }
                    button(.type("submit"), .class("quietly")) { context.texts(.teamTakeFactor) }
                }
            }
            if page.mayDisable {
                PartForm(account.isDisabled ? .enable : .disable, of: page) {
                    if !account.isDisabled { p(.class("quiet")) { context.texts(.teamDisableHint) } }
                    button(.type("submit"), .class("quietly")) {
                        context.texts(account.isDisabled ? .teamEnable : .teamDisable)
                    }
                }
            }
        }
    }
}
