import Catalogue
import HTML

/// Events: those to come, those that come back every year, those that have been.
struct EventsPage: SitePage {
    let context: PageContext

    var title: String { context.texts(.navEvents) }
    var summary: String? { context.texts(.eventsLead) }
    var freshness: ReadyPage.Freshness { .minute }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.eventsLead) }
        section(.ariaLabelledBy("coming")) {
            h2(.id("coming")) { context.texts(.eventsComing) }
            if coming.isEmpty {
                p { context.texts(.eventsNone) }
            } else {
                list(coming)
            }
        }
        if !yearly.isEmpty {
            section(.ariaLabelledBy("yearly")) {
                h2(.id("yearly")) { context.texts(.eventsYearly) }
                list(yearly)
            }
        }
        if !past.isEmpty {
            section(.ariaLabelledBy("past")) {
                h2(.id("past")) { context.texts(.eventsPast) }
                list(past)
            }
        }
    }

    private func list(_ events: [Record]) -> some HTML {
        div(.class("cards")) {
            for event in events {
                article(.class("card")) {
                    h3 {
                        a(.href(context.link(.record(.event, event.id)))) { Localised(event.title, context) }
                    }
                    if let date = event.dates.last { p(.class("eyebrow")) { context.wording.dates(date) } }
                    p { Localised(event.summary, context) }
                    KeepLink(record: event, context: context)
                }
            }
        }
    }

    private var events: [Record] { context.catalogue.records.filter { $0.kind == .event } }

    private var coming: [Record] {
        events.filter(isComing).sorted {
            ($0.dates.last?.start.description ?? "") < ($1.dates.last?.start.description ?? "")
        }
    }

    private var yearly: [Record] { events.filter { $0.yearly && $0.status != .ended && !isComing($0) } }

    private var past: [Record] {
        events.filter { !isComing($0) && !($0.yearly && $0.status != .ended) }
            .sorted { ($0.dates.last?.start.description ?? "") > ($1.dates.last?.start.description ?? "") }
    }

    private func isComing(_ event: Record) -> Bool {
        guard let last = event.dates.last, let day = (last.end ?? last.start).civilDay else { return false }
        return day >= context.now.day
    }
}
