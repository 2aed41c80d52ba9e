import Catalogue
import Editorial
import HTML

/// How the whole catalogue stands, for the coordinator.
struct DashboardPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let overview: Overview

    var title: String { context.texts(.workDashboard) }
    private var texts: Texts { context.texts }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { texts(.dashboardLead) }
        dl(.class("figures")) {
            for figure in figures {
                div {
                    dt { texts(figure.key) }
                    dd {
                        if let address = figure.address {
                            a(.href(context.link(.workspace(address)))) { figure.value }
                        } else {
                            figure.value
                        }
                    }
                }
            }
        }
        if let oldest = overview.oldestDraft {
            p(.class("note")) { texts(.dashboardLongest, context.wording.date(oldest)) }
        }
        section {
            h2 { texts(.dashboardLanguages) }
            ul {
                for language in Language.allCases {
                    li { "\(language.ownName): \(share(overview.complete[language] ?? 0))" }
                }
            }
        }
        section {
            h2 { texts(.dashboardMembers) }
            p(.class("quiet")) { texts(.dashboardMembersText) }
            ScrollRegion(texts(.dashboardMembers)) {
                table {
                    thead {
                        tr {
                            for key in [
                                TextKey.dashboardMember, .dashboardEntries, .dashboardDue, .dashboardLinks, .workPeople,
                            ] { th(.scope("col")) { texts(key) } }
                        }
                    }
                    tbody {
                        for member in overview.members {
                            tr {
                                th(.scope("row")) {
                                    a(.href(context.link(.workspace(.member(member.organisation))))) {
                                        context.name(of: member.organisation)
                                    }
                                }
                                td { "\(member.entries)" }
                                td { "\(member.due)" }
                                td { "\(member.links)" }
                                td { member.people == 0 ? texts(.dashboardNobody) : "\(member.people)" }
                            }
                        }
                    }
                }
            }
        }
    }

    private var figures: [(key: TextKey, value: String, address: WorkspaceAddress?)] {
        [
            (.dashboardEntries, "\(overview.entries)", .entries),
            (.dashboardVerified, share(overview.verified), nil),
            (.dashboardNever, share(overview.neverVerified), nil),
            (.dashboardDue, "\(overview.due)", .verifying),
            (.dashboardSetAside, "\(overview.setAside)", .verifying),
            (.dashboardDrafts, "\(overview.drafts)", nil),
            (.dashboardLinks, "\(overview.links)", .links),
            (.dashboardSuggestions, "\(overview.suggestions)", .suggestions),
            (.tasksClaims, "\(overview.claims)", .claims),
            (.tasksApplications, "\(overview.applications)", .applications),
            (.dashboardPeople, "\(overview.people)", .people),
            (.dashboardLetters, "\(overview.letters)", nil),
        ]
    }

    /// `312 (34 %)`.
    private func share(_ count: Int) -> String {
        guard overview.entries > 0 else { return "\(count)" }
        return "\(count) (\(Int((Double(count) / Double(overview.entries) * 100).rounded())) %)"
    }
}
