import Catalogue
import HTML
import Intake

/// Where handlers sign in.
struct SignInPage: SitePage {
    let context: PageContext
    let inboxes: [Inbox]
    var name = ""
    var isWrong = false

    var title: String { context.texts(.handlingTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        if inboxes.isEmpty {
            p(.class("lead")) { context.texts(.handlingNoInboxes) }
        } else {
            p(.class("lead")) { context.texts(.handlingSignInLead) }
            if isWrong { div(.class("danger"), .role("alert")) { p { context.texts(.handlingWrong) } } }
            form(.class("report"), .method("post"), .action(context.link(.handling))) {
                div(.class("group")) {
                    label(.for("inbox")) { context.texts(.handlingInbox) }
                    select(.id("inbox"), .name("inbox")) {
                        for inbox in inboxes {
                            option(.value(inbox.organisation.description)) { context.name(of: inbox.organisation) }
                        }
                    }
                }
                div(.class("group")) {
                    label(.for("name")) { context.texts(.handlingName) }
                    input(
                        .type("text"), .id("name"), .name("name"), .value(name), .autocomplete("username"),
                        .maxlength(Handler.longestName))
                }
                div(.class("group")) {
                    label(.for("passphrase")) { context.texts(.handlingPassphrase) }
                    input(
                        .type("password"), .id("passphrase"), .name("passphrase"), .autocomplete("current-password"),
                        .maxlength(200))
                }
                button(.type("submit")) { context.texts(.handlingSignIn) }
            }
        }
    }
}

/// What signed-in pages share: who one is, the way around, the way out.
struct HandlerBar: HTML {
    let session: HandlerSessions.Session
    let context: PageContext

    var body: some HTML {
        div(.class("handler")) {
            span { context.texts(.handlingYou, session.handler, context.name(of: session.inbox)) }
            a(.href(context.link(.handling))) { context.texts(.handlingTitle) }
            a(.href(context.link(.handlingPeople))) { context.texts(.peopleTitle) }
            form(.method("post"), .action(context.link(.handlingExit))) {
                button(.type("submit"), .class("quietly")) { context.texts(.handlingSignOut) }
            }
        }
    }
}

/// The reports of an inbox: what needs no opening.
struct CaseListPage: SitePage {
    let context: PageContext
    let session: HandlerSessions.Session
    let reports: [ReportCase]

    var title: String { context.texts(.handlingTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        HandlerBar(session: session, context: context)
        h1 { title }
        if reports.isEmpty { p(.class("lead")) { context.texts(.handlingNone) } }
        for (key, isShown) in groups {
            let shown = reports.filter(isShown)
            if !shown.isEmpty {
                section {
                    h2 { context.texts(key) + " (\(shown.count))" }
                    ul(.class("cases")) {
                        for report in shown {
                            li {
                                a(.href(context.link(.handlingCase(report.number)))) { report.number.shown }
                                " " + line(report)
                            }
                        }
                    }
                }
            }
        }
        p(.class("quiet")) { context.texts(.reportWiped, "\(Retention.days)") }
    }

    private let groups: [(TextKey, @Sendable (ReportCase) -> Bool)] = [
        (.handlingNew, { $0.status == .new }), (.handlingOpen, { $0.status == .open }),
        (.handlingAnswered, { $0.status == .answered }), (.handlingDone, { $0.status == .closed }),
    ]

    init(context: PageContext, session: HandlerSessions.Session, reports: [ReportCase]) {
        self.context = context
        self.session = session
        self.reports = reports
    }

    private func line(_ report: ReportCase) -> String {
        var parts = [
            context.name(of: report.guide), context.texts(report.role.label), report.language.ownName,
            PartialDate(report.receivedOn.description).map(context.wording.date) ?? "",
        ]
        if let giver = report.handedOverBy { parts.append(context.texts(.handlingFrom, context.name(of: giver))) }
        if let closing = report.closing { parts.append(context.texts(closing.label)) }
        return parts.joined(separator: " · ")
    }
}

/// One report: sealed until it is opened, then the dialogue and what can be done.
struct CasePage: SitePage {
    let context: PageContext
    let session: HandlerSessions.Session
    let report: ReportCase
    /// Nil while it is sealed.
    var lines: [OpenedCase.Line]?
    let inboxes: [Inbox]
    var fault: TextKey?
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
        if let fault { div(.class("danger"), .role("alert")) { p { context.texts(fault) } } }
        if let lines {
            ol(.class("dialogue")) { for line in lines { CaseLine(line: line, report: report, context: context) } }
            CaseActions(page: self)
        } else {
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
        li(.class(line.author == .handler ? "mine" : "theirs")) {
            p(.class("quiet")) {
                (line.author == .handler ? context.name(of: report.inbox) : context.texts(report.role.label)) + " · "
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
                div(.class("group")) {
                    label(.for("message")) { context.texts(.handlingAnswer) }
                    textarea(
                        .id("message"), .name("message"), .rows(6), .maxlength(DialogueMessage.longestText),
                        .autocomplete("off")
                    ) { "\n" + page.typed }
                }
                button(.type("submit")) { context.texts(.reportSend) }
            }
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

/// Who can open the reports, and what was done.
struct PeoplePage: SitePage {
    let context: PageContext
    let session: HandlerSessions.Session
    let handlers: [Handler]
    let actions: [HandlerAction]
    var fault: TextKey?

    var title: String { context.texts(.peopleTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        HandlerBar(session: session, context: context)
        h1 { title }
        p(.class("note")) { context.texts(.peopleLost) }
        if let fault { div(.class("danger"), .role("alert")) { p { context.texts(fault) } } }
        ul(.class("cases")) {
            for handler in handlers {
                li {
                    strong { handler.name }
                    " " + (PartialDate(handler.addedOn.description).map(context.wording.date) ?? "")
                    if handlers.count > 1, handler.name != session.handler {
                        form(.method("post"), .action(context.link(.handlingPeople))) {
                            input(.type("hidden"), .name("code"), .value(session.formCode))
                            input(.type("hidden"), .name("action"), .value("remove"))
                            input(.type("hidden"), .name("name"), .value(handler.name))
                            button(.type("submit"), .class("quietly")) {
                                context.texts(.peopleRemove)
                                span(.class("away")) { ": " + handler.name }
                            }
                        }
                    }
                }
            }
        }
        section(.ariaLabelledBy("add")) {
            h2(.id("add")) { context.texts(.peopleAdd) }
            p { context.texts(.peopleAddText) }
            form(.class("report"), .method("post"), .action(context.link(.handlingPeople))) {
                input(.type("hidden"), .name("code"), .value(session.formCode))
                div(.class("group")) {
                    label(.for("name")) { context.texts(.handlingName) }
                    input(
                        .type("text"), .id("name"), .name("name"), .autocomplete("off"),
                        .maxlength(Handler.longestName))
                }
                div(.class("group")) {
                    label(.for("passphrase")) { context.texts(.peoplePassphrase) }
                    input(
                        .type("password"), .id("passphrase"), .name("passphrase"), .autocomplete("new-password"),
                        .maxlength(200))
                }
                button(.type("submit")) { context.texts(.peopleAdd) }
            }
        }
        section(.ariaLabelledBy("log")) {
            h2(.id("log")) { context.texts(.peopleLog) }
            ul(.class("cases")) { for action in actions { li { line(action) } } }
        }
    }

    private func line(_ action: HandlerAction) -> String {
        let when =
            (PartialDate(action.on.description).map(context.wording.date) ?? "") + ", "
            + context.wording.clock(action.minute)
        return [when, action.handler, context.texts(action.what.label), action.number?.shown]
            .compactMap { $0 }.joined(separator: " · ")
    }
}

extension HandlerAction.What {
    var label: TextKey {
        switch self {
        case .opened: .didOpen
        case .answered: .didAnswer
        case .exported: .didExport
        case .handedOver: .didHandOver
        case .closed: .didClose
        case .addedHandler: .didAdd
        case .removedHandler: .didRemove
        case .signedIn: .didSignIn
        }
    }
}
