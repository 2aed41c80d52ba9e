import Catalogue
import Editorial
import HTML

/// Where somebody asks for a new password, and what it says afterwards, whoever asked.
struct ForgotPage: SitePage {
    var context: PageContext
    var email = ""
    var fault: String?
    var isDone = false

    var title: String { context.texts(isDone ? .signInForgotDoneTitle : .signInForgotTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }

    var content: some HTML {
        h1 { title }
        if isDone {
            p(.class("lead")) { context.texts(.signInForgotDone) }
            p { context.texts(.signInForgotNothing) }
        } else {
            p(.class("lead")) { context.texts(.signInForgotLead) }
            form(.class("work"), .method("post"), .action(context.link(.workspace(.forgot)))) {
                FormField(
                    name: "email", words: context.texts(.signInEmail), value: email, fault: fault, shape: .email,
                    isRequired: true, longest: 254, autocomplete: "email")
                button(.type("submit")) { context.texts(.signInForgotSend) }
            }
        }
        p { a(.href(context.link(.workspace(.signIn)))) { context.texts(.signInTitle) } }
    }
}

/// Behind a link in a letter: the first password, or another.
struct PasswordLinkPage: SitePage {
    var context: PageContext
    let token: String
    let purpose: Invitation.Purpose
    let account: Account
    var fault: String?

    var title: String { context.texts(purpose == .join ? .accountJoinTitle : .accountResetTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.accountLinkFor, account.name, account.email) }
        form(.class("work"), .method("post"), .action(context.link(.workspace(.invitation(token))))) {
            NewPasswordField(context: context, fault: fault)
            button(.type("submit")) { context.texts(.passwordSave) }
        }
    }
}

/// A password that is chosen, with its rule.
struct NewPasswordField: HTML {
    let context: PageContext
    var fault: String?

    var body: some HTML {
        FormField(
            name: "new-password", words: context.texts(.passwordNew),
            hint: context.texts(.passwordRule, "\(PasswordRule.least)"), fault: fault, shape: .password(new: true),
            isRequired: true, longest: PasswordRule.most)
    }
}

/// The link was used, or is too old: what to do now.
struct LinkGonePage: SitePage {
    var context: PageContext

    var title: String { context.texts(.accountLinkGoneTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.accountLinkGone) }
        p { context.texts(.accountLinkGoneNew) }
        ul(.class("plain")) {
            li { a(.href(context.link(.workspace(.signIn)))) { context.texts(.signInTitle) } }
            li { a(.href(context.link(.workspace(.forgot)))) { context.texts(.signInForgot) } }
        }
    }
}
