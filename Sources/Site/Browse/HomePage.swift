import Catalogue
import Exchange
import HTML

/// The front door.
struct HomePage: SitePage {
    var context: PageContext

    var title: String { context.texts(.homeTitle) }
    var summary: String? { context.texts(.homeDescription) }
    // The next event is another one when a day is over.
    var freshness: ReadyPage.Freshness { .minute }
    var otherForms: [OtherForm] { [context.form(of: .all)] }

    var linkedData: [JSON] {
        SchemaOrg.site(
            context.texts(.siteName), description: context.texts(.homeDescription), language: "\(context.edition)",
            home: context.settings.publicAddress + Address.home.print(in: context.edition),
            search: context.settings.publicAddress + Address.search(SearchRequest()).print(in: context.edition)
                + "?q={query}",
            addresses: context.addresses)
    }

    var content: some HTML {
        div(.class("hero")) {
            h1 { title }
            p(.class("lead")) { context.texts(.homeLead) }
            SearchForm(context: context, isLarge: true)
            a(.class("button urgent"), .href(context.link(.help))) {
                Icon("help")
                context.texts(.helpNow)
            }
        }
        section(.ariaLabelledBy("doors")) {
            h2(.id("doors")) { context.texts(.homeDoors) }
            ul(.class("tiles doors")) {
                for audience in doors {
                    li {
                        a(.href(context.link(door(audience)))) {
                            Icon("audience-\(audience)")
                            context.label(audience, in: .audiences)
                        }
                    }
                }
            }
        }
        section(.ariaLabelledBy("themes")) {
            h2(.id("themes")) { context.texts(.homeThemes) }
            ThemeTiles(context: context, level: 3)
        }
        HomeRoutes(context: context)
        ComingUp(context: context)
        section(.ariaLabelledBy("more")) {
            h2(.id("more")) { context.texts(.homeKinds) }
            ul(.class("counts")) {
                for kind in Kind.allCases {
                    li {
                        a(.href(context.link(.search(SearchRequest(.kind, kind.rawValue))))) {
                            Icon("kind-\(kind.rawValue)")
                            strong { String(counts[kind] ?? 0) }
                            " " + context.plural(kind)
                        }
                    }
                }
            }
        }
        section(.class("note"), .ariaLabelledBy("consortium")) {
            h2(.id("consortium")) { context.texts(.homeConsortium) }
            p { context.texts(.homeConsortiumText) }
            p {
                if let page = Identifier("consortium") {
                    a(.href(context.link(.page(page)))) { context.texts(.homeConsortiumLink) }
                    " · "
                }
                a(.href(context.link(.suggest))) { context.texts(.initiativeTitle) }
            }
        }
    }

    private var doors: [ConceptID] {
        ["children", "teenagers", "parents", "teachers", "professionals"].compactMap { ConceptID($0) }
            .filter { context.catalogue[.audiences][$0] != nil }
    }

    /// Children have a door of their own.
    private func door(_ audience: ConceptID) -> Address {
        audience.description == "children" ? .kids : .audience(audience)
    }

    private var counts: [Kind: Int] {
        Dictionary(context.catalogue.records.map { ($0.kind, 1) }, uniquingKeysWith: +)
    }
}
