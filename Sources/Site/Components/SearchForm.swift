import HTML

/// The box to search with, on its own.
struct SearchForm: HTML {
    let context: PageContext
    var text = ""
    var isLarge = false

    var body: some HTML {
        form(
            .class(isLarge ? "find large" : "find"), .role("search"), .action("/\(context.edition)/search"),
            .method("get")
        ) {
            SearchBox(context: context, text: text)
            for item in context.carried.query {
                input(.type("hidden"), .name(item.name), .value(item.value))
            }
        }
    }
}

/// The field and the button of a search form.
struct SearchBox: HTML {
    let context: PageContext
    let text: String

    var body: some HTML {
        label(.for("q")) { context.texts(.searchLabel) }
        div(.class("box")) {
            input(
                .type("search"), .id("q"), .name("q"), .value(text), .maxlength(SearchRequest.longestText),
                .autocomplete("off"),
                // What the script needs to know (Public/suggest.js).
                .data("data-suggest", "/api/v1/suggest?lang=\(context.language)&q="),
                .data("data-label", context.texts(.suggestLabel)),
                .data("data-none", context.texts(.suggestNone)),
                .data("data-one", context.texts(.suggestCount, count: 1)),
                .data("data-two", context.texts(.suggestCount, count: 2)))
            button(.type("submit")) {
                Icon("search")
                context.texts(.searchButton)
            }
        }
        script(.src(Asset.suggest.path), .defer) {}
    }
}
