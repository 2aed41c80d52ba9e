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
        if page.isListed, context.shortlist.isEmpty {
            link(.rel("canonical"), .href(absolute(context.language)))
            for other in Language.allCases {
                link(.rel("alternate"), .hreflang(other.rawValue), .href(absolute(other)))
            }
        } else {
            meta(.name("robots"), .content("noindex"))
        }
        meta(.name("color-scheme"), .content("light dark"))
        link(.rel("stylesheet"), .href(Asset.styles.path))
        link(.rel("icon"), .href(Asset.icon.path), .type("image/svg+xml"))
    }

    var bodyContent: some HTML {
        a(.class("skip"), .href("#main")) { texts(.skipToContent) }
        PageHeader(context: context)
        main(.id("main"), .tabindex(-1)) { page.content }
        PageFooter(context: context)
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
                a(.class("helpnow"), .href(context.link(.help))) {
                    Icon("help")
                    context.texts(.helpShort)
                }
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
            (.navSearch, .search(SearchRequest())), (.navThemes, .themes), (.navPlaces, .territories),
            (.navEvents, .events), (.navShortlist, .shortlist),
        ] + pages.compactMap { key, name in Identifier(name).map { (key, .page($0)) } }
    }
}

/// A person to call, on every page: nobody stands before a closed door.
struct HelplineCard: HTML {
    let context: PageContext

    var body: some HTML {
        p(.class("helpline")) {
            if let helpline, let number = helpline.contact?.phones.first?.number {
                context.texts(.helplineLead) + " "
                a(.href("tel:\(number.dialled)")) { number.description }
                " ("
                    + (context.catalogue[.init("child-focus") ?? helpline.id]?.title.text(for: context.language)?.text
                        ?? "") + "). "
            }
            context.texts(.emergencyLead) + " "
            a(.href("tel:112")) { "112" }
            "."
        }
    }

    private var helpline: Record? { Identifier("child-focus-116000").flatMap { context.catalogue[$0] } }
}
