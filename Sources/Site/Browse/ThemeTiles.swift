import Catalogue
import HTML

/// All themes, by group.
struct ThemeTiles: HTML {
    let context: PageContext
    let level: Int

    var body: some HTML {
        div(.class("groups")) {
            for group in context.catalogue[.themes].top {
                div {
                    if level == 2 {
                        h2 { GroupLink(group: group, context: context) }
                    } else {
                        h3 { GroupLink(group: group, context: context) }
                    }
                    ul(.class("plain")) {
                        for theme in context.catalogue[.themes].narrower(group.id) {
                            li {
                                a(.href(context.link(.theme(theme.id)))) {
                                    Icon("theme-\(theme.id)")
                                    context.label(theme.id, in: .themes)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

private struct GroupLink: HTML {
    let group: Concept
    let context: PageContext

    var body: some HTML {
        a(.href(context.link(.theme(group.id)))) { context.label(group.id, in: .themes) }
    }
}
