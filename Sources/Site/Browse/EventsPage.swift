import Catalogue
import Guidance
import HTML

/// Events: those to come, those that come back every year, those that have been.
struct EventsPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.navEvents) }
    var summary: String? { context.texts(.eventsLead) }
    var freshness: ReadyPage.Freshness { .minute }

    var content: some HTML {
        let calendar = EventCalendar(context.catalogue)
        let coming = calendar.coming(after: context.now.day)
        let others = events.filter { event in !coming.contains { $0.event.id == event.id } }
        let yearly = others.filter { $0.yearly && $0.status != .ended }
        h1 { title }
        p(.class("lead")) { context.texts(.eventsLead) }
        section(.ariaLabelledBy("coming")) {
            h2(.id("coming")) { context.texts(.eventsComing) }
            if coming.isEmpty {
                p { context.texts(.eventsNone) }
            } else {
                EventCards(events: coming.map { ($0.event, $0.date) }, context: context)
            }
        }
        if !yearly.isEmpty {
            section(.ariaLabelledBy("yearly")) {
                h2(.id("yearly")) { context.texts(.eventsYearly) }
                EventCards(events: yearly.map { ($0, $0.dates.last) }, context: context)
            }
        }
        let past = others.filter { event in !yearly.contains { $0.id == event.id } }
            .map { ($0, calendar.latest(of: $0, before: context.now.day)) }
            .sorted { ($0.1?.start.description ?? "") > ($1.1?.start.description ?? "") }
        if !past.isEmpty {
            section(.ariaLabelledBy("past")) {
                h2(.id("past")) { context.texts(.eventsPast) }
                EventCards(events: past, context: context)
            }
        }
        p {
            a(.href(Address.calendar(.events).print(in: context.edition))) {
                Icon("kind-event")
                context.texts(.feedsEvents)
            }
        }
        p { a(.href(context.link(.news))) { context.texts(.homeAllNews) } }
    }

    private var events: [Record] { context.catalogue.records.filter { $0.kind == .event } }
}

/// Events, each with its date.
private struct EventCards: HTML {
    let events: [(record: Record, date: EventDate?)]
    let context: PageContext

    var body: some HTML {
        div(.class("cards")) {
            for event in events {
                article(.class("card")) {
                    h3 {
                        a(.href(context.link(.record(.event, event.record.id)))) {
                            Localised(event.record.title, context)
                        }
                    }
                    if let date = event.date { p(.class("eyebrow")) { context.wording.dates(date) } }
                    p { Localised(event.record.summary, context) }
                    KeepLink(record: event.record, context: context)
                }
            }
        }
    }
}
