import Catalogue
import Editorial
import HTML

/// E-mail address and password.
struct SignInForm: HTML {
    let context: PageContext
    var onward = Onward()
    var email = ""

    var body: some HTML {
        form(.class("work"), .method("post"), .action(context.link(.workspace(.signIn)))) {
            OnwardFields(onward: onward)
            FormField(
                name: "email", words: context.texts(.signInEmail), value: email, shape: .email, isRequired: true,
                longest: 254, autocomplete: "email")
            FormField(
                name: "password", words: context.texts(.signInPassword), shape: .password(new: false),
                isRequired: true, longest: PasswordRule.most)
            button(.type("submit")) { context.texts(.handlingSignIn) }
        }
    }
}

/// Six digits from the device, or a recovery code.
struct CodeField: HTML {
    let context: PageContext
    var fault: String?

    var body: some HTML {
        FormField(
            name: "code", words: context.texts(.signInCode), hint: context.texts(.signInCodeHint), fault: fault,
            isRequired: true, longest: 40, autocomplete: "one-time-code")
    }
}

/// For somebody who is signed in half: who it is, and the way out.
struct HalfwayBar: HTML {
    let visit: Workspace.Visit
    let context: PageContext

    var body: some HTML {
        div(.class("handler")) {
            span { context.texts(.signInYouAre, visit.account.email) }
            WorkspaceForm(.signOut, visit: visit, context: context, style: "out") {
                button(.type("submit"), .class("quietly")) { context.texts(.handlingSignOut) }
            }
        }
    }
}
