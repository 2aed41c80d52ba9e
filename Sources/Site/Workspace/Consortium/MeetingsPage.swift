import Catalogue
import Editorial
import HTML

/// Meetings and labs: those to come first.
struct MeetingsPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let meetings: [Meeting]

    var title: String { context.texts(.consortiumMeetings) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        ConsortiumTabs(context: context)
        if actor.may(.keepMeeting, on: actor.organisation) {
            p {
                a(.class("button"), .href(context.link(.workspace(.editMeeting(MeetingRoutes.new))))) {
                    context.texts(.consortiumMeetingNew)
                }
            }
        }
        let today = context.now.day
        let next = meetings.filter { !$0.isOver(on: today) }
        let past = meetings.filter { $0.isOver(on: today) }
        section(.ariaLabelledBy("next")) {
            h2(.id("next")) { context.texts(.consortiumNext) }
            if next.isEmpty { p { context.texts(.consortiumNoMeetings) } }
            MeetingLines(meetings: next, context: context)
        }
        if !past.isEmpty {
            section(.ariaLabelledBy("past")) {
                h2(.id("past")) { context.texts(.consortiumPast) }
                MeetingLines(meetings: past, context: context)
            }
        }
    }
}

/// Meetings in a list.
struct MeetingLines: HTML {
    let meetings: [Meeting]
    let context: PageContext

    var body: some HTML {
        ul(.class("entries")) {
            for meeting in meetings {
                li {
                    p(.class("heading")) {
                        a(.href(context.link(.workspace(.meeting(meeting.id)))), .lang(meeting.language.rawValue)) {
                            meeting.title
                        }
                        span(.class("badge")) { context.texts(meeting.what.label) }
                        if meeting.isCancelled {
                            span(.class("badge")) { context.texts(.consortiumCancelled) }
                        }
                    }
                    p(.class("quiet")) { MeetingWhen(meeting: meeting, context: context) }
                }
            }
        }
    }
}

/// The day, the hours and the place.
struct MeetingWhen: HTML {
    let meeting: Meeting
    let context: PageContext

    var body: some HTML {
        context.day(meeting.day)
        if let hours { ", " + hours }
        if !meeting.place.isEmpty {
            " · "
            span(.lang(meeting.language.rawValue)) { meeting.place }
        }
    }

    private var hours: String? {
        guard let begin = Meeting.minute(of: meeting.time) else { return nil }
        let end = Meeting.minute(of: meeting.until)
        return ([begin] + [end].compactMap { $0 }).map(context.wording.clock).joined(separator: " – ")
    }
}

extension Meeting.What {
    var label: TextKey {
        switch self {
        case .meeting: .consortiumMeeting
        case .lab: .consortiumLab
        }
    }
}
