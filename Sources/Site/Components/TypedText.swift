import HTML

/// What somebody typed and could not send, to copy; nothing where there is nothing.
struct TypedText: HTML {
    let text: String
    let context: PageContext

    var body: some HTML {
        if !text.isEmpty {
            div(.class("report")) {
                div(.class("group")) {
                    label(.for("typed")) { context.texts(.typedKept) }
                    textarea(.id("typed"), .rows(8), .readonly, .autocomplete("off")) { "\n" + text }
                }
            }
        }
    }
}
