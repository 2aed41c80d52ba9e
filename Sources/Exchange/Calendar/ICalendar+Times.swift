import Catalogue
import Foundation

extension ICalendar {
    /// Times of the day on the clocks of Belgium: on one day, or on days of the week that come back.
    package struct Times: Hashable, Sendable {
        /// The first day.
        package let day: CivilDay
        /// Minutes since midnight, 0 to 1439.
        package let from: Int
        /// Minutes since midnight, up to 1440, which is midnight at the end of the day; nil where nobody knows.
        package let until: Int?
        /// On which days it comes back every week; empty: it doesn't.
        package var weekdays: [Weekday] = []
        /// The last day on which it may come back.
        package var last: CivilDay?
        /// The days on which it doesn't come back after all.
        package var except: [CivilDay] = []

        package init(day: CivilDay, from: Int, until: Int?) {
            self.day = day
            self.from = from
            self.until = until
        }

        /// The properties of an event with these times.
        var lines: [String] {
            var lines = ["DTSTART" + Self.moment(day, from)]
            if let until { lines.append("DTEND" + Self.moment(day, until)) }
            guard !weekdays.isEmpty else { return lines }
            var rule = "RRULE:FREQ=WEEKLY;BYDAY=" + weekdays.map { $0.rawValue.uppercased() }.joined(separator: ",")
            // The end of a rule stands in universal time, where its beginning has a zone (section 3.3.10).
            if let last {
                rule += ";UNTIL=" + ICalendar.moment(BrusselsTime.end(of: last).addingTimeInterval(-1))
            }
            lines.append(rule)
            if !except.isEmpty {
                let days = except.map { Self.clock($0, from) }.joined(separator: ",")
                lines.append("EXDATE;TZID=\(Self.zoneName):" + days)
            }
            return lines
        }

        private static func moment(_ day: CivilDay, _ minute: Int) -> String {
            ";TZID=\(zoneName):" + clock(day, minute)
        }

        private static func clock(_ day: CivilDay, _ minute: Int) -> String {
            let day = minute == 1_440 ? day.adding(days: 1) : day
            let minute = minute % 1_440
            let digits = BrusselsTime(day: day, minute: minute).clock.filter { $0 != ":" }
            return ICalendar.date(day) + "T\(digits)00"
        }

        private static let zoneName = "Europe/Brussels"

        /// The clocks of Belgium as they have been changed since 1996 (directive 2000/84/EC).
        static let zone = [
            "BEGIN:VTIMEZONE", "TZID:\(zoneName)",
            "BEGIN:DAYLIGHT", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTART:19960331T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
            "BEGIN:STANDARD", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19961027T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
            "END:VTIMEZONE",
        ]
    }
}
