import Catalogue
import HTML

/// What stands around every page: the head, the header with its lane, the footer with a person to call.
struct Frame<Page: SitePage>: HTMLDocument {
    let page: Page
    private var context: PageContext { page.context }
    private var texts: Texts { context.texts }

    var language: String { context.language.rawValue }
    var title: String { context.address == .home ? page.title : "\(page.title) – \(texts(.siteName))" }

    var headContent: some HTML {
        if let summary = page.summary { meta(.name("description"), .content(summary)) }
        if page.isListed, context.shortlist.isEmpty, !context.isNearest {
            link(.rel("canonical"), .href(absolute(context.language)))
            for other in Language.allCases {
                link(.rel("alternate"), .hreflang(other.rawValue), .href(absolute(other)))
            }
        } else {
            meta(.name("robots"), .content("noindex"))
        }
        meta(.name("color-scheme"), .content("light dark"))
        // What can be called is a link already; the number of a case is none.
        meta(.name("format-detection"), .content("telephone=no"))
        link(.rel("stylesheet"), .href(Asset.styles.path))
        link(.rel("icon"), .href(Asset.icon.path), .type("image/svg+xml"))
    }

    var bodyContent: some HTML {
        // The exit is the first stop of the keyboard; without one, the way to the content is.
        if page.hasQuickExit {
            nav(.class("leave"), .ariaLabel(texts(.exitNow))) {
                QuickExit(context: context)
                skip
            }
        } else {
            skip
        }
        PageHeader(context: context)
        main(.id("main"), .tabindex(-1)) {
            if context.isNearest { p(.class("notice"), .role("status")) { texts(.nearestNote) } }
            page.content
        }
        PageFooter(context: context)
    }

    private var skip: some HTML {
        a(.class("skip"), .href("#main")) { texts(.skipToContent) }
    }

    private func absolute(_ language: Language) -> String {
        context.settings.publicAddress + context.address.print(in: language)
    }
}

private struct PageHeader: HTML {
    let context: PageContext

    var body: some HTML {
        header(.class("top")) {
            div(.class("bar")) {
                a(.class("brand"), .href(context.link(.home))) { context.texts(.siteName) }
                a(.class("tofind"), .href(context.link(.search(SearchRequest())))) {
                    Icon("search")
                    context.texts(.navSearch)
                }
                if !context.shortlist.isEmpty {
                    a(.class("kept"), .href(context.link(.shortlist))) {
                        Icon("kept")
                        context.texts(.shortlistCount, count: context.shortlist.ids.count)
                    }
                }
                HelpCard(context: context)
                nav(.class("languages"), .ariaLabel(context.texts(.languages))) {
                    for language in Language.allCases {
                        a(
                            .href(context.address.print(in: language, keeping: context.shortlist)),
                            .lang(language.rawValue), .hreflang(language.rawValue), .title(language.ownName)
                        ) { language.rawValue.uppercased() }
                        .attributes(.ariaCurrent("true"), when: language == context.language)
                    }
                }
            }
            div(.class("lane")) {}
        }
    }
}

private struct PageFooter: HTML {
    let context: PageContext

    var body: some HTML {
        footer {
            div(.class("lane")) {}
            div(.class("bar")) {
                HelplineCard(context: context)
                nav(.ariaLabel(context.texts(.footerNavigation))) {
                    ul {
                        for (key, address) in links {
                            li { a(.href(context.link(address))) { context.texts(key) } }
                        }
                    }
                }
            }
        }
    }

    private var links: [(TextKey, Address)] {
        let pages: [(TextKey, String)] = [
            (.navAbout, "about"), (.navConsortium, "consortium"), (.navContact, "contact"),
            (.navAccessibility, "accessibility"), (.navPrivacy, "privacy"),
        ]
        return [
            (.navSearch, .search(SearchRequest())), (.navHelp, .help), (.navReport, .report(nil)), (.navKids, .kids),
            (.navRoutes, .routes),
            (.navPlan, .plan(nil)), (.navThemes, .themes), (.navPlaces, .territories), (.navEvents, .events),
            (.navNews, .news), (.navShortlist, .shortlist),
        ] + pages.compactMap { key, name in Identifier(name).map { (key, .page($0)) } }
    }
}
