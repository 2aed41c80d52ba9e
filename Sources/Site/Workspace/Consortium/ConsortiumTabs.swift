import Catalogue
import HTML

/// The way around the rooms of the consortium.
struct ConsortiumTabs: HTML {
    let context: PageContext

    static let rooms: [(TextKey, WorkspaceAddress)] = [
        (.consortiumNews, .consortium), (.consortiumMembers, .members), (.consortiumApplications, .applications),
        (.consortiumProjects, .projects), (.consortiumMeetings, .meetings), (.consortiumKnowledge, .knowledge),
    ]

    var body: some HTML {
        nav(.class("tabs"), .ariaLabel(context.texts(.consortiumRooms))) {
            ul {
                for (key, address) in Self.rooms {
                    li {
                        a(.href(context.link(.workspace(address)))) { context.texts(key) }
                            .attributes(.ariaCurrent("page"), when: context.address == .workspace(address))
                    }
                }
            }
        }
    }
}

extension PageContext {
    /// The name of the organisation that keeps a page; nil: the coordinator.
    func keeper(_ organisation: RecordID?) -> String { organisation.map(name(of:)) ?? texts(.consortiumCoordinator) }

    /// A day as people say it, for machines as well.
    @HTMLBuilder func day(_ day: CivilDay) -> HTMLFragment {
        time(.datetime(day.description)) { wording.date(day) }
    }

    /// The link to a member, or its name where it is none (any more).
    @HTMLBuilder func memberLink(_ organisation: RecordID) -> HTMLFragment {
        if catalogue[organisation]?.member ?? false {
            a(.href(link(.workspace(.member(organisation))))) { name(of: organisation) }
        } else {
            name(of: organisation)
        }
    }

    /// Members to choose from, by name.
    func memberOptions(_ members: [Record]) -> [PickOption] {
        members.map { PickOption($0.id.description, name(of: $0.id)) }
    }

    /// The languages of the shop to choose from.
    var languageOptions: [PickOption] {
        Language.allCases.map { PickOption($0.rawValue, wording.name(of: LanguageTag($0))) }
    }
}
