import Catalogue
import Editorial
import HTML

/// The members of the consortium.
struct MembersPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let members: [Record]

    var title: String { context.texts(.consortiumMembers) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        ConsortiumTabs(context: context)
        if members.isEmpty { p { context.texts(.consortiumNoMembers) } }
        ul(.class("entries")) {
            for member in members {
                li {
                    p(.class("heading")) {
                        a(.href(context.link(.workspace(.member(member.id))))) {
                            Localised(member.title, context, isName: true)
                        }
                        if member.id == actor.organisation {
                            span(.class("badge")) { context.texts(.consortiumYours) }
                        }
                    }
                    p { Localised(member.summary, context) }
                    p(.class("quiet")) { context.texts(.consortiumEntries, count: entries(of: member.id)) }
                }
            }
        }
    }

    private func entries(of id: RecordID) -> Int { context.catalogue.records.count { $0.owners.contains(id) } }
}
