import Catalogue
import Exchange

/// The opening hours of a channel as a calendar, for this year and the next.
struct ChannelCalendar {
    let channel: Record
    let context: PageContext

    /// Nil where the hours are not certain.
    var calendar: ICalendar? {
        guard channel.kind == .channel, let hours = channel.contact?.hours else { return nil }
        let year = context.now.day.year
        let days = CivilDay(year: year, month: 1, day: 1)...CivilDay(year: year + 1, month: 12, day: 31)
        let events = HoursCalendar(hours, in: days).parts.map(event)
        guard !events.isEmpty else { return nil }
        var calendar = ICalendar(
            name: context.texts(.feedsPartName, context.texts(.feedsHoursTitle), name), events: events,
            made: context.now.day)
        calendar.address = context.absolute(.record(.channel, channel.id))
        calendar.ownAddress = context.absolute(.calendar(.hours(channel.id)))
        return calendar
    }

    private func event(_ part: HoursCalendar.Part) -> ICalendar.Event {
        let address = context.absolute(.record(.channel, channel.id))
        let change = context.snapshot.log[channel.id]
        var event = ICalendar.Event(
            id: "\(channel.id)-\(part.what)-\(part.name)@\(context.settings.host)", first: part.day, last: part.day,
            title: context.texts(part.what == .open ? .feedsOpen : .feedsHoliday, name),
            text: (reach + [address]).joined(separator: "\n"), address: address)
        event.times = part.times
        event.isDaily = part.isDaily
        event.created = change?.first
        event.changed = change?.last
        return event
    }

    private var name: String { channel.title.text(for: context.edition)?.text ?? channel.id.description }

    /// How to get in touch, since that is what somebody wants when it is time.
    private var reach: [String] {
        (channel.contact?.phones.map(\.number.description) ?? [])
            + [channel.contact?.chat?.description, channel.contact?.emails.first?.address].compactMap { $0 }
    }
}
