import Catalogue
import Exchange
import Foundation

/// Events as a calendar: those with a day in the catalogue, and for three years those whose day follows from the calendar,
/// such as Safer Internet Day.
///
/// Each edition is an event of its own rather than one that comes back for ever: nobody knows the far future, and the days
/// that were announced need not follow the rule.
struct EventsCalendar {
    let events: [Record]
    let name: String
    let address: Address
    /// The page that says the same to people.
    let page: Address
    let context: PageContext

    /// Nil where no event has a day.
    var calendar: ICalendar? {
        let editions = events.flatMap(editions)
        return editions.isEmpty ? nil : calendar(of: editions)
    }

    func calendar(of editions: [ICalendar.Event]) -> ICalendar {
        var calendar = ICalendar(name: name, events: editions, made: context.now.day)
        calendar.address = context.absolute(page)
        calendar.ownAddress = context.absolute(address)
        return calendar
    }

    /// The sessions of a lab, and the editions that have no sessions of their own.
    func editions(of record: Record) -> [ICalendar.Event] {
        let sessions = record.lab?.sessions ?? []
        let held = Set(sessions.compactMap(\.day.civilDay))
        var numbers: [Int: Int] = [:]
        // This year and the next two.
        let dates = record.status == .ended ? record.dates : record.editions(around: context.now.day.year + 1)
        let days = dates.compactMap { date -> ICalendar.Event? in
            guard let first = date.start.civilDay, let last = date.lastDay, first <= last else { return nil }
            // A date that is corrected stays the same edition: it is named by its year.
            let number = numbers[first.year, default: 0] + 1
            numbers[first.year] = number
            guard first != last || !held.contains(first) else { return nil }
            return event(
                record, name: number == 1 ? "\(first.year)" : "\(first.year)-\(number)", first: first, last: last,
                place: record.contact?.address)
        }
        return days + sessions.compactMap { session(of: record, $0) }
    }

    private func session(of record: Record, _ session: Lab.Session) -> ICalendar.Event? {
        guard let day = session.day.civilDay else { return nil }
        var event = event(
            record, name: session.id.description, first: day, last: day,
            place: session.place?.text(for: context.edition)?.text)
        if let from = session.from { event.times = ICalendar.Times(day: day, from: from, until: session.until) }
        return event
    }

    private func event(
        _ record: Record, name: String, first: CivilDay, last: CivilDay, place: String?
    ) -> ICalendar.Event {
        let address = context.absolute(.record(.event, record.id))
        let change = context.snapshot.log[record.id]
        var event = ICalendar.Event(
            id: "\(record.id)-\(name)@\(context.settings.host)", first: first, last: last,
            title: record.title.text(for: context.edition)?.text ?? record.id.description,
            text: [record.summary.text(for: context.edition)?.text, address].compactMap { $0 }.joined(separator: "\n"),
            address: address)
        event.place = place
        event.categories = record.themes.map { context.label($0, in: .themes) }
        event.created = change?.first
        event.changed = change?.last
        return event
    }
}

extension SiteSettings {
    /// The host of the site, for names that must be unique in the world.
    var host: String { URLComponents(string: publicAddress)?.host ?? "betternet" }
}
