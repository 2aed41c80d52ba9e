import Catalogue
import Editorial
import HTML

/// The front page of the consortium's rooms: what there is, what comes, what happened.
struct ConsortiumPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let overview: ConsortiumOverview

    var title: String { context.texts(.workConsortium) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        ConsortiumTabs(context: context)
        p(.class("lead")) { context.texts(.consortiumLead) }
        ul(.class("counts")) {
            for (words, address) in counts {
                li { a(.href(context.link(.workspace(address)))) { words } }
            }
        }
        PromiseList(
            heading: context.texts(.consortiumPromised), promises: overview.promises,
            mayKeep: { _ in false }, visit: visit, context: context)
        section(.ariaLabelledBy("next")) {
            h2(.id("next")) { context.texts(.consortiumNext) }
            if overview.meetings.isEmpty { p { context.texts(.consortiumNoMeetings) } }
            MeetingLines(meetings: overview.meetings, context: context)
        }
        section(.ariaLabelledBy("news")) {
            h2(.id("news")) { context.texts(.consortiumNews) }
            if overview.news.isEmpty { p { context.texts(.consortiumNoNews) } }
            ul(.class("dated")) { for news in overview.news { NewsLine(news: news, context: context) } }
        }
    }

    private var counts: [(String, WorkspaceAddress)] {
        let texts = context.texts
        let needs = overview.projects.reduce(0) { $0 + $1.openNeeds.count }
        return [
            (texts(.consortiumCountMembers, count: overview.members), .members),
            (texts(.consortiumCountApplications, count: overview.openApplications.count), .applications),
            (texts(.consortiumCountProjects, count: overview.projects.count), .projects),
            (texts(.consortiumCountNeeds, count: needs), .projects),
            (texts(.consortiumCountPeople, count: overview.people), .knowledge),
        ]
    }
}

private struct NewsLine: HTML {
    let news: ConsortiumNews
    let context: PageContext

    var body: some HTML {
        li {
            span(.class("quiet")) { context.day(news.on) }
            what
        }
    }

    @HTMLBuilder private var what: HTMLFragment {
        switch news.what {
        case .applied(let application):
            line(.consortiumNewsApplied, to: .application(application.id), application.statement.organisation)
        case .admitted(let id):
            line(.consortiumNewsAdmitted, to: .member(id), context.name(of: id))
        case .left(let id):
            span { context.texts(.consortiumNewsLeft, context.name(of: id)) }
        case .project(let project):
            line(.consortiumNewsWork, to: .project(project.id), news.by, project.title)
        case .meeting(let meeting):
            line(.consortiumNewsWork, to: .meeting(meeting.id), news.by, meeting.title)
        }
    }

    @HTMLBuilder private func line(
        _ key: TextKey, to address: WorkspaceAddress, _ first: String, _ second: String = ""
    ) -> HTMLFragment {
        a(.href(context.link(.workspace(address)))) { context.texts(key, first, second) }
    }
}

/// These rooms are for members; whoever isn't one is told how to become it.
struct ConsortiumClosedPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit

    var title: String { context.texts(.consortiumClosed) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.consortiumClosedText) }
        p { a(.class("button"), .href(context.link(.join))) { context.texts(.joinTitle) } }
    }
}
