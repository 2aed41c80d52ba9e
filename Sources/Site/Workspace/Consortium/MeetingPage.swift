import Catalogue
import Editorial
import HTML

/// One meeting, as a page to read and to print.
struct MeetingPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let meeting: Meeting
    /// The decisions that are still to be carried out, for those who may say that they were.
    let promises: [Promise]
    let mayKeep: Bool
    let wasMerged: Bool

    var title: String { meeting.title }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1(.lang(tongue)) { title }
        ConsortiumTabs(context: context)
        if wasMerged { p(.class("notice"), .role("status")) { context.texts(.consortiumMerged) } }
        if meeting.isCancelled { p(.class("notice")) { context.texts(.consortiumCancelled) } }
        p(.class("lead")) { MeetingWhen(meeting: meeting, context: context) }
        p(.class("quiet")) {
            context.texts(meeting.what.label) + " · "
                + context.texts(.consortiumKeptBy, context.keeper(meeting.organisation))
        }
        p(.class("away-in-print")) {
            a(.href(Address.workspace(.meetingCalendar(meeting.id)).print(in: context.edition))) {
                Icon("download")
                context.texts(.consortiumCalendar)
            }
        }
        if mayKeep {
            p(.class("away-in-print")) {
                a(.class("button"), .href(context.link(.workspace(.editMeeting(meeting.id))))) {
                    context.texts(.consortiumChange)
                }
            }
        }
        part("agenda", .consortiumAgenda, isEmpty: meeting.agenda.isEmpty) {
            ol(.lang(tongue)) { for line in meeting.agenda { li { line } } }
        }
        part("participants", .consortiumParticipants, isEmpty: meeting.participants.isEmpty) {
            ul(.class("plain")) { for id in meeting.participants { li { context.memberLink(id) } } }
        }
        part("notes", .consortiumNotes, isEmpty: meeting.notes.isEmpty) {
            div(.lang(tongue)) { RunningText(text: meeting.notes) }
        }
        part("decisions", .consortiumDecisions, isEmpty: meeting.decisions.isEmpty) {
            ol(.class("promises")) {
                for (place, decision) in meeting.decisions.enumerated() { line(place, decision) }
            }
        }
    }

    private var tongue: String { meeting.language.rawValue }

    @HTMLBuilder private func part(
        _ id: String, _ heading: TextKey, isEmpty: Bool, @HTMLBuilder _ lines: () -> HTMLFragment
    ) -> HTMLFragment {
        if !isEmpty {
            section(.ariaLabelledBy(id)) {
                h2(.id(id)) { context.texts(heading) }
                lines()
            }
        }
    }

    @HTMLBuilder private func line(_ place: Int, _ decision: Meeting.Decision) -> HTMLFragment {
        li {
            p(.lang(tongue)) { decision.words }
            p(.class("quiet")) {
                [
                    decision.organisation.map(context.name(of:)),
                    decision.by.map { context.texts(.consortiumBy, context.wording.date($0)) },
                    context.texts(decision.isDone ? .consortiumDone : .consortiumToDo),
                ].compactMap { $0 }.joined(separator: " · ")
            }
            if let promise = promises.first(where: { $0.place == place }) {
                SettleForm(promise: promise, visit: visit, context: context)
            }
        }
    }
}
