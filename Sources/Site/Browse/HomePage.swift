import Catalogue
import Guidance
import HTML

/// The front door.
struct HomePage: SitePage {
    let context: PageContext

    var title: String { context.texts(.homeTitle) }
    var summary: String? { context.texts(.homeDescription) }
    // The next event is another one when a day is over.
    var freshness: ReadyPage.Freshness { .minute }

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
                }
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

/// A route to ride, and the way to a plan of one's own.
private struct HomeRoutes: HTML {
    let context: PageContext

    var body: some HTML {
        let routes = context.catalogue.records.filter { $0.kind == .route }
        if !routes.isEmpty {
            section(.ariaLabelledBy("ride")) {
                h2(.id("ride")) { context.texts(.homeRide) }
                div(.class("cards")) {
                    for route in shown(routes) { RouteCard(record: route, context: context, level: 3) }
                }
                p {
                    a(.href(context.link(.routes))) { context.texts(.homeAllRoutes, "\(routes.count)") }
                    " · "
                    a(.href(context.link(.plan(nil)))) { context.texts(.helpBeginPlan) }
                }
            }
        }
    }

    /// The one that most people look for, and another one each day.
    private func shown(_ routes: [Record]) -> [Record] {
        let first = RecordID("first-smartphone").flatMap { id in routes.first { $0.id == id } } ?? routes[0]
        let others = routes.filter { $0.id != first.id }
        guard !others.isEmpty else { return [first] }
        return [first, others[context.now.day.daysSinceEpoch % others.count]]
    }
}

/// What is coming up and what is new in the consortium.
private struct ComingUp: HTML {
    private static let mostEach = 3

    let context: PageContext

    var body: some HTML {
        let coming = EventCalendar(context.catalogue).coming(after: context.now.day).prefix(Self.mostEach)
        let news = News(context.catalogue, today: context.now.day).items.prefix(Self.mostEach)
        if !coming.isEmpty || !news.isEmpty {
            section(.ariaLabelledBy("new")) {
                h2(.id("new")) { context.texts(.homeNew) }
                div(.class("sides")) {
                    if !coming.isEmpty {
                        div {
                            h3 { context.texts(.eventsComing) }
                            ul(.class("dated")) {
                                for edition in coming {
                                    Dated(
                                        record: edition.event, when: context.wording.dates(edition.date),
                                        context: context)
                                }
                            }
                            p { a(.href(context.link(.events))) { context.texts(.homeAllEvents) } }
                        }
                    }
                    if !news.isEmpty {
                        div {
                            h3 { context.texts(.newsTitle) }
                            ul(.class("dated")) {
                                for item in news {
                                    Dated(record: item.record, when: context.wording.date(item.date), context: context)
                                }
                            }
                            p { a(.href(context.link(.news))) { context.texts(.homeAllNews) } }
                        }
                    }
                }
            }
        }
    }
}

private struct Dated: HTML {
    let record: Record
    let when: String
    let context: PageContext

    var body: some HTML {
        li {
            a(.href(context.link(.record(record.kind, record.id)))) { Localised(record.title, context) }
            " "
            span(.class("quiet")) { when }
        }
    }
}

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
