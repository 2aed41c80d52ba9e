import Catalogue
import Guidance
import HTML

/// A route to ride, and the way to a plan of one's own.
struct HomeRoutes: HTML {
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
struct ComingUp: HTML {
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
            a(.href(context.link(.record(record.kind, record.id)))) { Localised(record.title, context, isName: true) }
            " "
            span(.class("quiet")) { when }
        }
    }
}
