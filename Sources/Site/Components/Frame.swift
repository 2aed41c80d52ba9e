import Catalogue
import Exchange
import HTML

/// What stands around every page: the head, the header with its lane, the footer with a person to call.
struct Frame<Page: SitePage>: HTMLDocument {
    let page: Page
    private var context: PageContext { page.context }
    private var texts: Texts { context.texts }

    var language: String { pseudo?.language ?? context.edition.description }
    var direction: String { pseudo?.direction ?? "ltr" }
    private var pseudo: PseudoTranslation? { context.settings.pseudo }

    var title: String { context.address == .home ? page.title : "\(page.title) – \(texts(.siteName))" }

    var headContent: some HTML {
        if let summary = page.summary { meta(.name("description"), .content(summary)) }
        if isIndexed {
            link(.rel("canonical"), .href(absolute(context.edition)))
            for other in Language.allCases {
                link(.rel("alternate"), .hreflang(other.rawValue), .href(absolute(Edition(other))))
            }
            // The place of a page in a pack, and texts that are nobody's, are of no use to others.
            if !context.isKept, pseudo == nil { HTMLDataBlock("application/ld+json", json: linkedData) }
        } else {
            meta(.name("robots"), .content("noindex"))
        }
        for form in page.otherForms {
            link(.rel("alternate"), .type(form.mediaType), .href(form.address))
                .attributes(.title(form.title ?? ""), when: form.title != nil)
        }
        meta(.name("color-scheme"), .content("light dark"))
        // What can be called is a link already; the number of a case is none.
        meta(.name("format-detection"), .content("telephone=no"))
        link(.rel("stylesheet"), .href(Asset.styles.path))
        if page.isWorkspace { link(.rel("stylesheet"), .href(Asset.workspaceStyles.path)) }
        if page.hasPictures { link(.rel("stylesheet"), .href(Asset.landscapeStyles.path)) }
        link(.rel("icon"), .href(Asset.icon.path), .type("image/svg+xml"))
        link(.rel("manifest"), .href(Address.manifest.print(in: context.edition)))
        link(
            .rel("search"), .type(OpenSearchDescription.mediaType), .title(texts(.siteName)),
            .href(Address.searchDescription.print(in: context.edition)))
    }

    /// Whether search engines may list what is shown here, at this address.
    private var isIndexed: Bool { page.isListed && context.carried.isEmpty && !context.isNearest }

    /// Where the page stands in the site, and what it is about.
    private var linkedData: [UInt8] {
        let trail = BreadcrumbTrail(context: context, title: page.title)
        return SchemaOrg.page(trail.steps, about: page.linkedData).bytes
    }

    var bodyContent: some HTML {
        if let pseudo { pseudo.translate(HTMLTree(parts)) } else { parts }
    }

    @HTMLBuilder private var parts: some HTML {
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
            MainContent(page: page)
            if page.hasLeaflet { LeafletFoot(context: context) }
        }
        .attributes(.class(reading), when: !reading.isEmpty)
        PageFooter(context: context)
        script(.src(page.isWorkspace ? Asset.workspace.path : Asset.aloud.path), .defer) {}
    }

    private var skip: some HTML {
        a(.class("skip"), .href("#main")) { texts(.skipToContent) }
    }

    /// How the content looks: large and in lines, in two columns.
    private var reading: String {
        [context.edition.isSimple ? "easy" : nil, context.carried.beside == nil ? nil : "beside"].compactMap { $0 }
            .joined(separator: " ")
    }

    private func absolute(_ edition: Edition) -> String {
        context.settings.publicAddress + context.address.print(in: edition)
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
                WaysToRead(context: context)
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
            (.navNews, .news), (.landscapeTitle, .landscape(.overview)), (.openDataTitle, .openData(.overview)),
            (.navShortlist, .shortlist),
        ] + pages.compactMap { key, name in Identifier(name).map { (key, .page($0)) } }
    }
}
