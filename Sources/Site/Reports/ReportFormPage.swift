import Catalogue
import HTML
import HTTPTypes
import Intake

/// Who asks, then the form in that person's words: one screen, or one thing at a time for a child.
struct ReportFormPage: SitePage {
    var context: PageContext
    let guide: Record
    let inbox: Inbox
    /// Nil until somebody said who asks.
    let form: ReportForm?
    /// The screen to show.
    var step = 0
    var ticket = ""
    /// The words of the receipt to come. They are in the form, so that a page that is loaded again shows them again.
    var receipt = ""
    var fault: ReportForm.Fault?

    var title: String { context.texts(.reportFormTitle, context.name(of: inbox.organisation)) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        p(.class("progress")) {
            a(.href(context.link(.report(guide.id)))) {
                Icon("back")
                Localised(guide.title, context)
            }
            if let form, form.screens.count > 1 {
                span { context.texts(.pagerPosition, "\(step + 1)", "\(form.screens.count)") }
            }
        }
        h1 { title }
        if let fault { div(.class("danger"), .role("alert")) { p { fault.words(in: context) } } }
        if let form {
            ReportScreen(filled: form, step: step, ticket: ticket, page: self)
        } else {
            InboxReaders(inbox: inbox, context: context)
            h2(.id("role")) { context.texts(.reportWho) }
            ul(.class("tiles answers")) {
                for role in ReporterRole.allCases {
                    li {
                        a(.href(context.link(.reportFormFor(guide.id, inbox: inbox.organisation, role: role)))) {
                            Icon(role.icon)
                            context.texts(role.label)
                        }
                    }
                }
            }
        }
        DangerLine(context: context)
        HistoryNote(context: context)
    }
}

/// One screen of the form; what was typed on the others travels along unseen.
private struct ReportScreen: HTML {
    let filled: ReportForm
    let step: Int
    let ticket: String
    let page: ReportFormPage
    private var context: PageContext { page.context }

    var body: some HTML {
        p(.class("quiet")) { context.texts(.reportPrivate, context.name(of: page.inbox.organisation)) }
        form(
            .class("report"), .method("post"),
            .action(context.link(.reportForm(page.guide.id, inbox: page.inbox.organisation)))
        ) {
            input(.type("hidden"), .name("role"), .value(filled.role.rawValue))
            input(.type("hidden"), .name("step"), .value("\(step)"))
            input(.type("hidden"), .name("ticket"), .value(ticket))
            input(.type("hidden"), .name("receipt"), .value(page.receipt))
            for field in ReportForm.Field.allCases where !filled.fields(of: step).contains(field) {
                input(.type("hidden"), .name(field.rawValue), .value(filled[field]))
            }
            for field in filled.fields(of: step) { ReportFieldView(field: field, form: filled, context: context) }
            div(.class("trap")) {
                label(.for("website")) { context.texts(.leaveEmpty) }
                input(.type("text"), .id("website"), .name("website"), .autocomplete("off"), .tabindex(-1))
            }
            button(.type("submit")) { context.texts(step == filled.screens.count - 1 ? .reportSend : .reportNext) }
            if step > 0 {
                " "
                button(.type("submit"), .name("back"), .value("yes"), .class("quietly")) {
                    context.texts(.pagerPrevious)
                }
            }
        }
    }
}

private struct ReportFieldView: HTML {
    let field: ReportForm.Field
    let form: ReportForm
    let context: PageContext

    var body: some HTML {
        div(.class("group")) {
            label(.for(field.rawValue)) { context.texts(field.label(for: form.role)) }
            if let hint { p(.class("quiet"), .id("hint-\(field.rawValue)")) { context.texts(hint) } }
            textarea(
                .id(field.rawValue), .name(field.rawValue), .rows(field == .what ? 8 : 2), .maxlength(field.longest),
                .autocomplete("off")
            ) {
                // A line end right after the tag is not part of the text (HTML, 13.1.2.6), so one is given away.
                "\n" + form[field]
            }
            .attributes(.ariaDescribedBy("hint-\(field.rawValue)"), when: hint != nil)
        }
    }

    private var hint: TextKey? {
        switch field {
        case .what: .reportHintWhat
        case .contact: .reportHintContact
        default: nil
        }
    }
}

extension ReportForm.Fault {
    /// What is wrong, above the form; nothing that was typed is lost.
    func words(in context: PageContext) -> String {
        let texts = context.texts
        return switch self {
        case .empty: texts(.reportFaultEmpty)
        case .tooLong(let field): texts(.reportFaultLong, "\(field.longest)")
        case .pasted: texts(.reportFaultPasted)
        case .expired: texts(.reportFaultExpired)
        case .sentBefore: texts(.reportFaultTwice)
        case .tooMany: texts(.reportFaultMany)
        case .notStored: texts(.reportFaultStoring)
        case .uncertain: texts(.reportFaultUncertain)
        case .closed: texts(.handlingClosed)
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .notStored, .uncertain: .serviceUnavailable
        case .tooMany: .tooManyRequests
        default: .unprocessableContent
        }
    }
}

extension ReportForm.Field {
    /// The question in the words of who asks.
    func label(for role: ReporterRole) -> TextKey {
        switch self {
        case .what: role == .child ? .reportWhatChild : .reportWhat
        case .place: role == .child ? .reportPlaceChild : .reportPlace
        case .when: .reportWhen
        case .wanted: role == .child ? .reportWantedChild : .reportWanted
        case .contact: .reportContact
        }
    }
}

extension ReporterRole {
    var label: TextKey {
        switch self {
        case .child: .reportRoleChild
        case .teenager: .reportRoleTeenager
        case .parent: .reportRoleParent
        case .teacher: .reportRoleTeacher
        case .other: .reportRoleOther
        }
    }

    var icon: String {
        switch self {
        case .child: "audience-children"
        case .teenager: "audience-teenagers"
        case .parent: "audience-parents"
        case .teacher: "audience-teachers"
        case .other: "audience-general-public"
        }
    }
}
