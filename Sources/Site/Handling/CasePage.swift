import Catalogue
import HTML
import Intake

/// One report: sealed until it is opened, then the dialogue and what can be done.
struct CasePage: SitePage {
    var context: PageContext
    let session: HandlerSessions.Session
    let report: ReportCase
    /// Nil while it is sealed.
    var lines: [OpenedCase.Line]?
    let inboxes: [Inbox]
    var ticket = ""
    var fault: String?
    var typed = ""

    var title: String { context.texts(.dialogueTitle, report.number.shown) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        HandlerBar(session: session, context: context)
        h1 { title }
        p(.class("lead")) {
            [
                context.name(of: report.guide), context.texts(report.role.label), report.language.ownName,
                context.texts(report.status.label(closing: report.closing)),
            ].joined(separator: " · ")
        }
        if let fault { div(.class("danger"), .role("alert")) { p { fault } } }
        if let lines {
            ol(.class("dialogue")) { for line in lines { CaseLine(line: line, report: report, context: context) } }
            CaseActions(page: self)
        } else {
            TypedText(text: typed, context: context)
            p { context.texts(.handlingSealed) }
            CaseForm(page: self, action: "open") {
                button(.type("submit")) { context.texts(.handlingOpenIt) }
            }
        }
    }

    /// The inboxes to which it can be handed over.
    var others: [Inbox] { inboxes.filter { $0.isOn && $0.organisation != session.inbox } }
}

/// A message, or the report with its questions; addresses stay text.
private struct CaseLine: HTML {
    let line: OpenedCase.Line
    let report: ReportCase
    let context: PageContext

    var body: some HTML {
        li(.class(line.author == nil ? "theirs" : "mine")) {
            p(.class("quiet")) {
                (line.author.map(context.name(of:)) ?? context.texts(report.role.label)) + " · "
                    + context.wording.moment(line.sentAt)
            }
            for part in line.parts {
                if let question = part.question { p(.class("heading")) { context.texts(question) } }
                for paragraph in part.text.split(separator: "\n") { p { String(paragraph) } }
            }
        }
    }
}

/// A form of a case; it carries what no other site knows.
private struct CaseForm<Content: HTML>: HTML {
    let page: CasePage
    let action: String
    let content: Content

    init(page: CasePage, action: String, @HTMLBuilder content: () -> Content) {
        self.page = page
        self.action = action
        self.content = content()
    }

    var body: some HTML {
        form(
            .class("report"), .method("post"), .action(page.context.link(.handlingCase(page.report.number)))
        ) {
            input(.type("hidden"), .name("code"), .value(page.session.formCode))
            input(.type("hidden"), .name("action"), .value(action))
            if let lines = page.lines { input(.type("hidden"), .name("seen"), .value("\(lines.count)")) }
            content
        }
    }
}

private struct CaseActions: HTML {
    let page: CasePage
    private var context: PageContext { page.context }

    var body: some HTML {
        if page.report.status != .closed {
            CaseForm(page: page, action: "answer") {
                input(.type("hidden"), .name("ticket"), .value(page.ticket))
                div(.class("group")) {
                    label(.for("message")) { context.texts(.handlingAnswer) }
                    textarea(
                        .id("message"), .name("message"), .rows(6), .maxlength(DialogueMessage.longestText),
                        .autocomplete("off")
                    ) { "\n" + page.typed }
                }
                button(.type("submit")) { context.texts(.reportSend) }
            }
        } else {
            TypedText(text: page.typed, context: context)
        }
        CaseForm(page: page, action: "export") {
            button(.type("submit"), .class("quietly")) {
                Icon("download")
                context.texts(.handlingExport)
            }
        }
        if page.report.status != .closed {
            if !page.others.isEmpty {
                CaseForm(page: page, action: "hand-over") {
                    div(.class("group")) {
                        label(.for("to")) { context.texts(.handlingHandOver) }
                        select(.id("to"), .name("inbox")) {
                            for inbox in page.others {
                                option(.value(inbox.organisation.description)) { context.name(of: inbox.organisation) }
                            }
                        }
                    }
                    button(.type("submit"), .class("quietly")) { context.texts(.handlingHandOverIt) }
                }
            }
            CaseForm(page: page, action: "close") {
                div(.class("group")) {
                    label(.for("closing")) { context.texts(.handlingClose) }
                    select(.id("closing"), .name("closing")) {
                        for closing in ReportCase.Closing.allCases where closing != .withdrawn {
                            option(.value(closing.rawValue)) { context.texts(closing.label) }
                        }
                    }
                }
                button(.type("submit"), .class("quietly")) { context.texts(.handlingCloseIt) }
            }
        }
    }
}
