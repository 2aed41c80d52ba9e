import HTML

/// Nothing can be kept now, or nobody knows whether it was. What was typed stays here and can be sent once more.
struct PausedPage: SitePage {
    var context: PageContext
    let pause: StorePause
    /// Where the form came to, with its query.
    let path: String
    /// What it held; empty where a page was only to be looked at.
    let fields: QueryItems

    var title: String { context.texts(pause.title) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(pause.text) }
        if pause == .uncertain {
            p { a(.class("button"), .href(path)) { context.texts(.uncertainLook) } }
        }
        if mayBeSentAgain {
            p { context.texts(.pausedTyped) }
            form(.class("work"), .method("post"), .action(path)) {
                for item in fields.items { input(.type("hidden"), .name(item.name), .value(item.value)) }
                button(.type("submit")) { context.texts(.pausedButton) }
            }
            TypedText(text: fields.readable, context: context)
        }
        SearchForm(context: context)
        ToHelpOrHome(context: context)
    }

    /// A form with a password in it is one step back in the browser, and nowhere else.
    private var mayBeSentAgain: Bool {
        !fields.items.isEmpty && fields.items.allSatisfy { !KeptFields.secrets.contains($0.name) }
    }
}
