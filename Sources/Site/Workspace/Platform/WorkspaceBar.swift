import Catalogue
import Editorial
import HTML

/// What every page of the workspace begins with: who one is, the way around, the way out.
struct WorkspaceBar: HTML {
    let visit: Workspace.Visit
    let context: PageContext

    var body: some HTML {
        nav(.class("desk"), .ariaLabel(context.texts(.workTitle))) {
            p {
                strong { visit.account.name }
                if let organisation = visit.account.organisation { " · " + context.name(of: organisation) }
            }
            ul {
                for (key, address) in rooms {
                    li {
                        a(.href(context.link(.workspace(address)))) { context.texts(key) }
                            .attributes(.ariaCurrent("page"), when: context.address == .workspace(address))
                    }
                }
                if visit.actor.mayEver(.openReports) {
                    li { a(.href(context.link(.handling))) { context.texts(.handlingTitle) } }
                }
            }
            WorkspaceForm(.signOut, visit: visit, context: context, style: "out") {
                button(.type("submit"), .class("quietly")) { context.texts(.handlingSignOut) }
            }
        }
    }

    /// The rooms that this person may enter.
    private var rooms: [(TextKey, WorkspaceAddress)] {
        let actor = visit.actor
        let all: [(TextKey, WorkspaceAddress, Bool)] = [
            (.workList, .home, true),
            (.workEntries, .entries, actor.mayEver(.write) || actor.mayEver(.review)),
            (.workBulk, .bulk, actor.mayEver(.exportRecords)),
            (.harvestRoom, .sources, actor.mayEver(.harvest)),
            (.workLinks, .links, actor.mayEver(.write)),
            (.workDoubles, .doubles, actor.mayEver(.merge)),
            (.workConsortium, .consortium, actor.mayEver(.seeInternalContacts)),
            (.workLabs, .labs, actor.mayEver(.readRegistrations)),
            (.workPeople, .people, actor.mayEver(.invite)),
            (.workDashboard, .dashboard, actor.mayEver(.readDashboard)),
            (.workFigures, .figures, actor.mayEver(.readFigures)),
            (.workAccount, .account, true),
        ]
        return all.filter(\.2).map { ($0.0, $0.1) }
    }
}
