import Catalogue
import Editorial
import HTML

/// Where those who work here come in.
struct WorkspaceSignInPage: SitePage {
    var context: PageContext
    var onward = Onward()
    var email = ""
    /// Why the last try did not do.
    var fault: String?
    var said: Said?

    var title: String { context.texts(.signInTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.signInLead) }
        SaidNote(said: said, context: context)
        if let fault { div(.class("danger"), .role("alert")) { p { fault } } }
        SignInForm(context: context, onward: onward, email: email)
        if let kept = onward.kept { TypedText(text: kept.fields.readable, context: context) }
        ul(.class("plain")) {
            li { a(.href(context.link(.workspace(.forgot)))) { context.texts(.signInForgot) } }
            li { a(.href(context.link(.handling))) { context.texts(.signInToReports) } }
        }
        p(.class("quiet")) { context.texts(.signInNoAccount) }
    }
}

/// The second step.
struct CodePage: SitePage {
    var context: PageContext
    let visit: Workspace.Visit
    var onward = Onward()
    var fault: String?

    var title: String { context.texts(.signInCodeTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }

    var content: some HTML {
        HalfwayBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.signInCodeLead) }
        WorkspaceForm(.code, visit: visit, context: context) {
            OnwardFields(onward: onward)
            CodeField(context: context, fault: fault)
            button(.type("submit")) { context.texts(.signInGoOn) }
        }
        p(.class("quiet")) { context.texts(.signInCodeLost) }
        if let kept = onward.kept { TypedText(text: kept.fields.readable, context: context) }
    }
}
