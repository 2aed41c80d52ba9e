import Catalogue
import Editorial
import HTML

/// One member as the others see it: whom to talk to, what it does with others, how true its entries are.
struct MemberPage: WorkspacePage {
    /// What a form of this page asks for.
    enum Deed: String { case contact, remove, leave }

    static let names: [String: TextKey] = [
        "name": .consortiumContactName, "function": .consortiumContactFunction, "email": .signInEmail,
        "phone": .consortiumContactPhone, "on": .consortiumLeaveOn, "why": .consortiumLeaveWhy,
        "sure": .consortiumLeave,
    ]

    var context: PageContext
    let visit: Workspace.Visit
    let member: MemberOverview
    /// The contact that is being changed or made, with the version that was seen; nil: nobody may.
    let contact: EditedContact?
    let maySettle: @Sendable (Promise) -> Bool
    let form: ConsortiumForm

    struct EditedContact: Sendable {
        let contact: MemberContact
        /// Nil: it is new.
        let version: Int?
    }

    var title: String { member.record.title.text(for: context.edition)?.text ?? member.record.id.description }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        ConsortiumTabs(context: context)
        p(.class("lead")) { Localised(member.record.summary, context) }
        form.faultList
        div(.class("sides")) {
            PublicContact(record: member.record, mayWrite: mayWrite, context: context)
            InternalContacts(page: self)
        }
        PromiseList(
            heading: context.texts(.consortiumPromises), promises: member.promises, mayKeep: maySettle, visit: visit,
            context: context)
        list("people", .consortiumKnowers, isEmpty: member.people.isEmpty, .consortiumNoKnowers) {
            KnowerList(people: member.people, context: context, hasOrganisation: false)
        }
        list("projects", .consortiumProjects, isEmpty: member.projects.isEmpty, .consortiumNoProjectsHere) {
            ProjectLines(projects: member.projects, context: context)
        }
        list("meetings", .consortiumMeetings, isEmpty: member.meetings.isEmpty, .consortiumNoMeetingsHere) {
            MeetingLines(meetings: member.meetings, context: context)
        }
        list("entries", .workEntries, isEmpty: member.entries.isEmpty, .consortiumNoEntries) {
            MemberEntryList(entries: member.entries, context: context)
        }
        if actor.may(.endMembership, on: member.record.id) { LeavingForm(page: self) }
    }

    private var mayWrite: Bool { actor.may(.write, on: member.record.owners) }

    @HTMLBuilder private func list(
        _ id: String, _ heading: TextKey, isEmpty: Bool, _ none: TextKey, @HTMLBuilder _ lines: () -> HTMLFragment
    ) -> HTMLFragment {
        section(.ariaLabelledBy(id)) {
            h2(.id(id)) { context.texts(heading) }
            if isEmpty { p { context.texts(none) } } else { lines() }
        }
    }
}

/// The entries of a member, what wants to be checked first.
private struct MemberEntryList: HTML {
    let entries: [MemberEntry]
    let context: PageContext

    var body: some HTML {
        let fresh = entries.filter { $0.state == .fresh }
        ul(.class("entries")) { for entry in entries where entry.state != .fresh { line(entry) } }
        if !fresh.isEmpty {
            details {
                summary { context.texts(.consortiumEntriesFresh, count: fresh.count) }
                ul(.class("entries")) { for entry in fresh { line(entry) } }
            }
        }
    }

    @HTMLBuilder private func line(_ entry: MemberEntry) -> HTMLFragment {
        li {
            a(.href(context.link(.workspace(.entry(entry.id))))) {
                Localised(entry.record.title, context, isName: true)
            }
            span(.class("badge")) { context.texts(entry.state.label) }
            p(.class("quiet")) {
                context.label(entry.record.kind)
                if let verified = entry.record.verified {
                    " · " + context.texts(.consortiumVerified, context.wording.date(verified.on))
                }
            }
        }
    }
}

extension FreshnessState {
    fileprivate var label: TextKey {
        switch self {
        case .fresh: .consortiumFresh
        case .due: .consortiumDue
        case .late: .consortiumLate
        case .lost: .consortiumLost
        }
    }
}

/// Ends the membership; nothing happens before somebody says why and ticks the box.
private struct LeavingForm: HTML {
    let page: MemberPage
    private var context: PageContext { page.context }
    private var form: ConsortiumForm { page.form }

    var body: some HTML {
        details(.class("leaving")) {
            summary { context.texts(.consortiumLeave) }
            p { context.texts(.consortiumLeaveText) }
            WorkspaceForm(.member(page.member.record.id), visit: page.visit, context: context) {
                input(.type("hidden"), .name("deed"), .value(MemberPage.Deed.leave.rawValue))
                form.line("on", context.texts(.consortiumLeaveOn), shape: .date)
                form.line(
                    "why", context.texts(.consortiumLeaveWhy), shape: .lines(3), longest: Application.longestWords)
                div(.class(form.faults["sure"] == nil ? "group" : "group wrong")) {
                    if let fault = form.faults["sure"] { p(.class("fault")) { fault } }
                    label(.class("choice")) {
                        input(.type("checkbox"), .id("sure"), .name("sure"), .value("yes"))
                        span { context.texts(.consortiumLeaveSure, page.title) }
                    }
                }
                button(.type("submit"), .class("urgent")) { context.texts(.consortiumLeaveIt) }
            }
        }
        .attributes(.open, when: !form["why"].isEmpty || form.faults["why"] != nil || form.faults["sure"] != nil)
    }
}
