import Catalogue
import Editorial
import Exchange

/// A meeting for a calendar.
struct MeetingCalendar {
    let meeting: Meeting
    let context: PageContext

    var text: String {
        let address =
            context.settings.publicAddress + Address.workspace(.meeting(meeting.id)).print(in: context.edition)
        var event = ICalendar.Event(
            id: "meeting-\(meeting.id)@betternet", first: meeting.day, last: meeting.day, title: meeting.title,
            text: (meeting.agenda + [address]).joined(separator: "\n"), address: address)
        event.begins = meeting.begins
        event.ends = meeting.ends
        event.place = meeting.place.isEmpty ? nil : meeting.place
        event.isCancelled = meeting.isCancelled
        return ICalendar(name: meeting.title, events: [event], made: context.now.day).text
    }
}
