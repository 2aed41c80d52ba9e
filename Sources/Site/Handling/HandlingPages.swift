import Catalogue
import Editorial
import HTML
import Intake

/// Where handlers open their inbox: signed in to the workspace with an account of their own, and then with the passphrase.
struct SignInPage: SitePage {
    var context: PageContext
    let inboxes: [Inbox]
    /// Who is signed in to the workspace; nil: nobody.
    let visit: Workspace.Visit?
    var name = ""
    /// Why the last try did not do.
    var fault: TextKey?
    /// What a handler typed whose session had ended.
    var typed = ""

    var title: String { context.texts(.handlingTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        if let fault { div(.class("danger"), .role("alert")) { p { context.texts(fault) } } }
        TypedText(text: typed, context: context)
        if inboxes.isEmpty {
            p(.class("lead")) { context.texts(.handlingNoInboxes) }
        } else if let visit, visit.wants == nil {
            if mine.isEmpty {
                p(.class("lead")) { context.texts(.handlingAccountWrong) }
            } else {
                p(.class("lead")) { context.texts(.handlingSignInLead) }
                passphrase(visit)
            }
        } else {
            p(.class("lead")) { context.texts(.handlingAccountFirst) }
            p {
                a(.class("button"), .href(context.link(.signIn, asking: Onward(next: here).query))) {
                    context.texts(.handlingToWorkspace)
                }
            }
        }
        // This room asks for no account.
        p { a(.href(context.link(.readability))) { context.texts(.levelTitle) } }
    }

    private var here: LocalPath? { LocalPath(context.link(.handling)) }

    /// Those that the account may open.
    private var mine: [Inbox] { inboxes.filter { visit?.mayOpenReports(of: $0.organisation) ?? false } }

    private func passphrase(_ visit: Workspace.Visit) -> some HTML {
        form(.class("report"), .method("post"), .action(context.link(.handling))) {
            div(.class("group")) {
                label(.for("inbox")) { context.texts(.handlingInbox) }
                select(.id("inbox"), .name("inbox")) {
                    for inbox in mine {
                        option(.value(inbox.organisation.description)) { context.name(of: inbox.organisation) }
                    }
                }
            }
            div(.class("group")) {
                label(.for("name")) { context.texts(.handlingName) }
                input(
                    .type("text"), .id("name"), .name("name"), .value(name.isEmpty ? visit.account.name : name),
                    .autocomplete("username"), .maxlength(Handler.longestName))
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

/// What signed-in pages share: who one is, the way around, the way out.
struct HandlerBar: HTML {
    let session: HandlerSessions.Session
    let context: PageContext

    var body: some HTML {
        div(.class("handler")) {
            span { context.texts(.handlingYou, session.handler, context.name(of: session.inbox)) }
            a(.href(context.link(.handling))) { context.texts(.handlingTitle) }
            a(.href(context.link(.handlingPeople))) { context.texts(.peopleTitle) }
            a(.href(context.link(.workspace(.home)))) { context.texts(.workTitle) }
            form(.method("post"), .action(context.link(.handlingExit))) {
                button(.type("submit"), .class("quietly")) { context.texts(.handlingSignOut) }
            }
        }
    }
}

/// The reports of an inbox: what needs no opening.
struct CaseListPage: SitePage {
    var context: PageContext
    let session: HandlerSessions.Session
    /// In the order of what is to be done.
    let reports: [ReportCase]
    let inbox: Inbox?
    /// What was to be answered to a report that is gone.
    let typed: String
    /// From 1.
    let page: Int
    private static let pageLength = 100

    var title: String { context.texts(.handlingTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        HandlerBar(session: session, context: context)
        h1 { title }
        if !typed.isEmpty { div(.class("danger"), .role("alert")) { p { context.texts(.nearestNote) } } }
        TypedText(text: typed, context: context)
        if reports.isEmpty { p(.class("lead")) { context.texts(.handlingNone) } }
        for (key, isShown) in groups {
            let shown = onPage.filter(isShown)
            if !shown.isEmpty {
                section {
                    h2 { context.texts(key) + " (\(reports.count(where: isShown)))" }
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
        Pager(context: context, page: page, total: reports.count, length: Self.pageLength) { [context] page in
            let list = context.link(.handling)
            return list + (list.contains("?") ? "&" : "?") + "page=\(page)"
        }
        if let inbox { InboxSwitch(inbox: inbox, session: session, context: context) }
        p(.class("quiet")) { context.texts(.reportWiped, "\(context.settings.keepsClosedDays)") }
    }

    private let groups: [(TextKey, @Sendable (ReportCase) -> Bool)] = [
        (.handlingNew, { $0.status == .new }), (.handlingOpen, { $0.status == .open }),
        (.handlingAnswered, { $0.status == .answered }), (.handlingDone, { $0.status == .closed }),
    ]

    init(
        context: PageContext, session: HandlerSessions.Session, reports: [ReportCase], inbox: Inbox?, page: Int,
        typed: String = ""
    ) {
        self.context = context
        self.session = session
        self.inbox = inbox
        self.typed = typed
        self.reports = groups.flatMap { group in reports.filter(group.1) }
        self.page = min(max(page, 1), max(1, (reports.count + Self.pageLength - 1) / Self.pageLength))
    }

    private var onPage: ArraySlice<ReportCase> {
        reports.dropFirst((page - 1) * Self.pageLength).prefix(Self.pageLength)
    }

    private func line(_ report: ReportCase) -> String {
        var parts = [
            context.name(of: report.guide), context.texts(report.role.label), report.language.ownName,
            context.wording.date(report.receivedOn),
        ]
        if let giver = report.handedOverBy { parts.append(context.texts(.handlingFrom, context.name(of: giver))) }
        if let closing = report.closing { parts.append(context.texts(closing.label)) }
        return parts.joined(separator: " · ")
    }
}

/// Whether the organisation takes reports, and the other way.
private struct InboxSwitch: HTML {
    let inbox: Inbox
    let session: HandlerSessions.Session
    let context: PageContext

    var body: some HTML {
        form(.class("report"), .method("post"), .action(context.link(.handlingPeople))) {
            p { context.texts(inbox.isOn ? .handlingIsOn : .handlingIsOff) }
            input(.type("hidden"), .name("code"), .value(session.formCode))
            input(.type("hidden"), .name("action"), .value(inbox.isOn ? "switch-off" : "switch-on"))
            button(.type("submit"), .class("quietly")) {
                context.texts(inbox.isOn ? .handlingSwitchOff : .handlingSwitchOn)
            }
        }
    }
}
