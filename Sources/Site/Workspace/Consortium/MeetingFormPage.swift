import Catalogue
import Editorial
import HTML

/// The form of a meeting.
struct MeetingFormPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    /// The id of the meeting in the address.
    let id: String
    /// What stood there when the form was opened; nil: it is new.
    let seen: Meeting?
    let members: [Record]
    let form: ConsortiumForm

    var title: String { context.texts(seen == nil ? .consortiumMeetingNew : .consortiumMeetingChange) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        form.faultList
        WorkspaceForm(.editMeeting(id), visit: visit, context: context) {
            FirstButton(words: context.texts(.consortiumSave))
            if let seen { SeenState(seen) }
            form.line("title", context.texts(.consortiumMeetingTitle), longest: Meeting.longestTitle)
            div(.class("fields")) {
                form.pick(
                    "what", context.texts(.consortiumWhat),
                    Meeting.What.allCases.map { PickOption($0.rawValue, context.texts($0.label)) })
                form.pick("language", context.texts(.consortiumWrittenIn), context.languageOptions)
            }
            div(.class("fields")) {
                form.line("date", context.texts(.consortiumDay), shape: .date)
                form.line("time", context.texts(.consortiumFrom), shape: .time)
                form.line("until", context.texts(.consortiumUntil), shape: .time)
            }
            form.line(
                "place", context.texts(.consortiumPlace), hint: context.texts(.consortiumPlaceHint),
                longest: Meeting.longestPlace)
            form.line(
                "agenda", context.texts(.consortiumAgenda), hint: context.texts(.consortiumAgendaHint),
                shape: .lines(6))
            PickMany(
                name: "members", words: context.texts(.consortiumMembersThere),
                options: context.memberOptions(members), chosen: Set(form.values.all("members")))
            guests
            form.line(
                "notes", context.texts(.consortiumNotes), hint: context.texts(.consortiumNotesHint), shape: .lines(10),
                longest: Meeting.longestNotes)
            decisions
            label(.class("choice")) {
                input(.type("checkbox"), .name("cancelled"), .value("yes"))
                    .attributes(.checked, when: form["cancelled"] == "yes")
                span { context.texts(.consortiumCancel) }
            }
            button(.type("submit")) { context.texts(.consortiumSave) }
        }
        NameChoices(id: NameChoices.organisations, names: .organisations(in: context))
    }

    private var guests: FormRows {
        let (form, context) = (form, context)
        return FormRows(
            name: "guest", words: context.texts(.consortiumGuests), hint: context.texts(.consortiumGuestsHint),
            form: form
        ) { number in
            form.line(
                "guest-\(number)", context.texts(.consortiumGuest, "\(number)"), longest: 200,
                list: NameChoices.organisations)
        }
    }

    private var decisions: FormRows {
        let (form, context) = (form, context)
        return FormRows(
            name: "decision", words: context.texts(.consortiumDecisions), form: form
        ) { number in
            form.line(
                "decision-\(number)", context.texts(.consortiumDecision, "\(number)"), shape: .lines(2),
                longest: Meeting.longestDecision)
            div(.class("fields")) {
                form.line(
                    "decision-\(number)-who", context.texts(.consortiumWho), longest: 200,
                    list: NameChoices.organisations)
                form.line("decision-\(number)-by", context.texts(.consortiumByWhen), shape: .date)
            }
            label(.class("choice")) {
                input(.type("checkbox"), .name("decision-\(number)-done"), .value("yes"))
                    .attributes(.checked, when: form["decision-\(number)-done"] == "yes")
                span { context.texts(.consortiumDone) }
            }
        }
    }
}
