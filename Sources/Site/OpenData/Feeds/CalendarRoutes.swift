import Catalogue
import Exchange
import HTTPTypes
import Hummingbird

/// Calendars of all events, of one event, and of the hours of a channel.
struct CalendarRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/events.ics", use: events)
        router.get(":lang/events/{id}.ics", use: event)
        router.get(":lang/channels/{id}.ics", use: hours)
    }

    @Sendable private func events(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let page = site.context(for: request, edition: try context.edition, address: .calendar(.events))
        let all = EventsCalendar(
            events: page.catalogue.records.filter { $0.kind == .event },
            name: page.texts(.feedsPartName, page.texts(.siteName), page.texts(.navEvents)), address: page.address,
            page: .events, context: page)
        return answer(all.calendar ?? all.calendar(of: []), named: "events", page, to: request)
    }

    @Sendable private func event(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        try one(.event, request, context) { record, page in
            EventsCalendar(
                events: [record], name: record.title.text(for: page.edition)?.text ?? record.id.description,
                address: .calendar(.event(record.id)), page: .record(.event, record.id), context: page
            ).calendar
        }
    }

    @Sendable private func hours(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        try one(.channel, request, context) { ChannelCalendar(channel: $0, context: $1).calendar }
    }

    /// The calendar of one record. Where there is none, a page says why, and what became of a record that is gone.
    private func one(
        _ kind: Kind, _ request: Request, _ context: SiteRequestContext,
        calendar: (Record, PageContext) -> ICalendar?
    ) throws -> Response {
        let id = try context.identifier()
        let page = site.context(for: request, edition: try context.edition, address: .record(kind, id))
        if let away = site.answer(inPlaceOf: id, page, to: request) { return away }
        guard let record = page.catalogue[id], record.kind == kind else { throw HTTPError(.notFound) }
        guard let calendar = calendar(record, page) else {
            return site.answer(NoCalendarPage(context: page, record: record), to: request, status: .notFound)
        }
        return answer(calendar, named: "\(id)", page, to: request)
    }

    private func answer(
        _ calendar: ICalendar, named name: String, _ page: PageContext, to request: Request
    ) -> Response {
        site.open(
            Array(calendar.text.utf8), ICalendar.mediaType, to: request, context: page,
            language: page.edition.description, fileName: name + ".ics")
    }
}
