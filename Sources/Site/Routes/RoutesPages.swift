import Catalogue
import Exchange
import Guidance
import HTML

/// All routes.
struct RoutesPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.routesTitle) }
    var summary: String? { context.texts(.routesLead) }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.routesLead) }
        div(.class("cards")) {
            for record in routes { RouteCard(record: record, context: context) }
        }
        p { a(.href(context.link(.plan(nil)))) { context.texts(.helpBeginPlan) } }
    }

    private var routes: [Record] { context.catalogue.records.filter { $0.kind == .route } }
}

/// A route in a list: for whom, how many stops, how long.
struct RouteCard: HTML {
    let record: Record
    let context: PageContext
    var level = 2

    var body: some HTML {
        article(.class("card")) {
            p(.class("eyebrow")) {
                Icon(record.icon)
                RouteLength(record: record, context: context)
            }
            if level == 2 { h2 { heading } } else { h3 { heading } }
            p { Localised(record.summary, context) }
        }
    }

    @HTMLBuilder private var heading: some HTML {
        a(.href(context.link(.record(.route, record.id)))) { Localised(record.title, context, isName: true) }
    }
}

/// "Parents · 5 stops · about 3 hours"
struct RouteLength: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        (record.audiences.prefix(2).map { context.label($0, in: .audiences) } + [stops, time]).joined(separator: " · ")
    }

    private var stops: String { context.texts(.routeStops, count: record.route?.stops.count ?? 0) }

    private var time: String { context.wording.duration(record.route?.minutes ?? 0, context.texts) }
}

/// One route, stop by stop.
struct RoutePage: SitePage {
    var context: PageContext
    let record: Record
    let route: Route

    var title: String { record.title.text(for: context.edition)?.text ?? record.id.description }
    var summary: String? { record.summary.text(for: context.edition)?.text }
    var explainsWords: Bool { true }
    var hasLeaflet: Bool { true }
    var linkedData: [JSON] { [context.schema.record(record)] }
    var otherForms: [OtherForm] { context.otherForms(of: record) }

    var content: some HTML {
        p(.class("eyebrow")) {
            Icon("kind-route")
            a(.href(context.link(.routes))) { context.texts(.routesTitle) }
        }
        h1 { Localised(record.title, context, isName: true) }
        p(.class("lead")) { Localised(record.summary, context) }
        p(.class("quiet")) { RouteLength(record: record, context: context) }
        ol(.class("steps ride")) {
            for stop in route.stops {
                li { StopView(stop: stop, context: context) }
            }
        }
        KeepLink(record: record, context: context)
        section(.ariaLabelledBy("more")) {
            h2(.id("more")) { context.texts(.routeOthers) }
            ul(.class("links")) {
                for other in others {
                    li { a(.href(context.link(.record(.route, other.id)))) { Localised(other.title, context) } }
                }
            }
        }
        ReuseBox(record: record, context: context)
    }

    /// Routes for the same people first.
    private var others: [Record] {
        let routes = context.catalogue.records.filter { $0.kind == .route && $0.id != record.id }
        let near = routes.filter { !Set($0.audiences).isDisjoint(with: record.audiences) }
        return Array((near + routes.filter { !near.contains($0) }).prefix(4))
    }
}

private struct StopView: HTML {
    let stop: Route.Stop
    let context: PageContext

    var body: some HTML {
        h2 { Localised(stop.title, context) }
        p(.class("quiet")) { context.wording.duration(stop.minutes, context.texts) }
        p { Localised(stop.text, context) }
        div(.class("note")) {
            p(.class("heading")) {
                Icon("kind-event")
                context.texts(.routeTogether)
            }
            p { Localised(stop.together, context) }
        }
        if !records.isEmpty {
            p(.class("heading")) { context.texts(.routeRecords) }
            RecordLinks(records: records, context: context)
        }
    }

    /// Those in the reader's language first.
    private var records: [Record] {
        let all = stop.records.compactMap { context.catalogue[$0] }.filter { $0.status != .ended }
        return all.filter { $0.speaks(context.language) } + all.filter { !$0.speaks(context.language) }
    }
}
