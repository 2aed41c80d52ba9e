import Catalogue
import Editorial
import HTML

/// The fields of a form on the way through another page: nothing that was typed is lost.
struct KeptFields: HTML {
    static let resume = "resume"
    static let kept = "kept"
    /// Fields that go nowhere else, not even back to who typed them.
    static let secrets: Set = ["password", "present-password", "new-password", "passphrase"]

    /// Where the form was to go, as a path of this site.
    let path: String
    let fields: QueryItems

    var body: some HTML {
        if !path.isEmpty {
            input(.type("hidden"), .name(Self.resume), .value(path))
            input(.type("hidden"), .name(Self.kept), .value(fields.forAnotherSession.form))
        }
    }
}

extension QueryItems {
    /// Without what belongs to the session that is over, and without passwords.
    var forAnotherSession: QueryItems {
        QueryItems(items.filter { $0.name != FormCode.field && !KeptFields.secrets.contains($0.name) })
    }

    /// As a form sends it.
    var form: String { String(print().dropFirst()) }

    /// What was typed, as a text to read and copy.
    var readable: String {
        let carried: Set = [KeptFields.kept, KeptFields.resume, SeenState.field]
        return forAnotherSession.items.filter { !$0.value.isEmpty && !carried.contains($0.name) }
            .map { "\($0.name): \($0.value)" }.joined(separator: "\n")
    }
}

/// The session was over when the form came: once signed in again, it goes where it was to go.
struct SignInAgainPage: SitePage {
    var context: PageContext
    let fields: QueryItems
    /// What is still wanted of somebody who is signed in half.
    var wants: Workspace.Visit.Want?
    var visit: Workspace.Visit?

    var title: String { context.texts(.signInAgainTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.signInAgainText) }
        if let wants, let visit {
            WorkspaceForm(wants.address, visit: visit, context: context) {
                OnwardFields(onward: onward)
                if wants == .code { CodeField(context: context) }
                button(.type("submit")) { context.texts(.signInGoOn) }
            }
        } else {
            SignInForm(context: context, onward: onward)
        }
        TypedText(text: onward.kept?.fields.readable ?? "", context: context)
    }

    private var onward: Onward {
        // A form on the way in that carries another one: that one is what counts.
        let carried = Onward(fields)
        if carried.kept != nil || context.address == .workspace(.code) || context.address == .workspace(.secondFactor) {
            return carried
        }
        return Onward(
            kept: LocalPath(context.address.print(in: context.edition)).map { Onward.Form(path: $0, fields: fields) })
    }
}

/// The form comes from an earlier session: whoever sees this page sends it once more.
struct SendAgainPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let fields: QueryItems
    /// Where it is to go; nil: where it came to.
    var path: String?

    var title: String { context.texts(.sendAgainTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.sendAgainText) }
        SendAgainForm(
            context: context, visit: visit, fields: fields,
            action: path ?? context.address.print(in: context.edition), words: context.texts(.sendAgainButton))
        TypedText(text: fields.readable, context: context)
    }
}

/// A form that was kept, with what it carries in this session.
struct SendAgainForm: HTML {
    let context: PageContext
    let visit: Workspace.Visit
    let fields: QueryItems
    /// Where it is to go, as a path of this site.
    let action: String
    let words: String

    var body: some HTML {
        form(.class("work"), .method("post"), .action(action)) {
            input(.type("hidden"), .name(FormCode.field), .value(visit.session.formCode))
            for item in fields.forAnotherSession.items {
                input(.type("hidden"), .name(item.name), .value(item.value))
            }
            button(.type("submit")) { words }
        }
    }
}

/// It was not done; nothing of it was. What was typed stays here.
struct RefusedPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let error: WorkspaceError
    let fields: QueryItems

    var title: String { context.texts(keys.title) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(keys.text) }
        TypedText(text: fields.readable, context: context)
        p { a(.class("button"), .href(context.link(.workspace(.home)))) { context.texts(.workList) } }
    }

    private var keys: (title: TextKey, text: TextKey) {
        switch error {
        case .notAllowed: (.refusedTitle, .refusedText)
        case .notFound: (.notFoundTitle, .refusedNotFound)
        case .changedMeanwhile: (.refusedChangedTitle, .refusedChanged)
        case .notNow: (.refusedNotNowTitle, .refusedNotNow)
        case .busy: (.refusedBusyTitle, .refusedBusy)
        case .faulty: (.refusedFaultyTitle, .refusedFaulty)
        }
    }
}
