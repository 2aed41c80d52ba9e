import Catalogue
import HTML

/// The search box in a frame. What it finds opens on the site, in a new tab.
struct EmbedSearch: HTML {
    let context: PageContext

    var body: some HTML {
        form(
            .role("search"), .action(Address.search(SearchRequest()).print(in: context.edition)), .method("get"),
            .newTab
        ) {
            label(.for("q")) { context.texts(.searchLabel) }
            div(.class("box")) {
                input(
                    .type("search"), .id("q"), .name("q"), .maxlength(SearchRequest.longestText),
                    .autocomplete("off"))
                button(.type("submit")) { context.texts(.searchButton) }
            }
        }
        p { context.texts(.embedSearchNote) }
    }
}
