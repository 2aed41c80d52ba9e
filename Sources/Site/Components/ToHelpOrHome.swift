import HTML

/// Where somebody goes on who did not get what they came for: to help first, or to the beginning.
struct ToHelpOrHome: HTML {
    let context: PageContext

    var body: some HTML {
        p {
            a(.class("button urgent"), .href(context.link(.help))) {
                Icon("help")
                context.texts(.helpNow)
            }
        }
        p { a(.href(context.link(.home))) { context.texts(.toHome) } }
    }
}
