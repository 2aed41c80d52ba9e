import Catalogue
import Editorial
import HTML

/// Organisations that ask to join: those to be decided first.
struct ApplicationsPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    /// The newest first.
    let applications: [Application]
    let support: @Sendable (Application) -> Application.Support

    var title: String { context.texts(.consortiumApplications) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        ConsortiumTabs(context: context)
        p(.class("lead")) {
            context.texts(.consortiumApplicationsLead, "\(Application.sponsorsNeeded)") + " "
            a(.href(context.link(.join))) { context.texts(.consortiumJoinForm) }
        }
        let open = applications.filter { $0.state == .open }
        let decided = applications.filter { $0.state != .open }
        if open.isEmpty { p { context.texts(.consortiumNoApplications) } }
        ul(.class("entries")) { for application in open { line(application) } }
        if !decided.isEmpty {
            section(.ariaLabelledBy("decided")) {
                h2(.id("decided")) { context.texts(.consortiumDecided) }
                ul(.class("entries")) { for application in decided { line(application) } }
            }
        }
    }

    @HTMLBuilder private func line(_ application: Application) -> HTMLFragment {
        li {
            p(.class("heading")) {
                a(.href(context.link(.workspace(.application(application.id))))) { application.statement.organisation }
                span(.class("badge")) { context.texts(application.state.label) }
            }
            p(.class("quiet")) {
                context.texts(.joinSentOn, context.wording.date(application.receivedOn)) + " · "
                SupportWords(support: support(application), context: context)
            }
        }
    }
}

/// How many stand up for an applicant, and how the votes are.
struct SupportWords: HTML {
    let support: Application.Support
    let context: PageContext

    var body: some HTML {
        context.texts(.joinSponsors, count: support.sponsors) + " · "
            + context.texts(.consortiumVotes, "\(support.votesFor)", "\(support.votesAgainst)")
    }
}

extension Application.State {
    var label: TextKey {
        switch self {
        case .open: .joinStateOpen
        case .admitted: .joinStateAdmitted
        case .refused: .joinStateRefused
        case .withdrawn: .joinStateWithdrawn
        }
    }
}
