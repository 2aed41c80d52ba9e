import Catalogue
import Foundation

/// When an event of a calendar is, in days of Belgium.
struct CalendarTimes {
    /// Days of a rule that are written out; later ones come with a later run.
    static let mostDays = 60
    /// Steps of a rule that are looked at.
    private static let mostSteps = 2_000

    private(set) var start: CivilDay?
    private(set) var dates: [EventDate] = []
    private(set) var isYearly = false
    private(set) var recurrence: Recurrence?

    init(_ event: CalendarEvent) {
        guard let first = event["DTSTART"], let start = Self.day(first) else { return }
        self.start = start
        let length = max(0, min(366, (Self.end(of: event, from: start) ?? start).daysSinceEpoch - start.daysSinceEpoch))
        let closed = Set(event.all("EXDATE").flatMap { line in line.list.compactMap { Self.day($0, line.parameters) } })
        let extra = event.all("RDATE").flatMap { line in line.list.compactMap { Self.day($0, line.parameters) } }
        var days = [start]
        if let rule = event["RRULE"].map({ CalendarRule($0.value) }) {
            isYearly = rule.frequency == "YEARLY" && rule.interval == 1
            recurrence = isYearly ? rule.yearly(like: start) : nil
            if !isYearly { days = rule.days(from: start, most: Self.mostDays, steps: Self.mostSteps) }
        }
        dates = Set(days + extra).subtracting(closed).sorted().prefix(Self.mostDays).map { day in
            EventDate(start: PartialDate(day), end: length > 0 ? PartialDate(day.adding(days: length)) : nil)
        }
    }

    /// The last day of an event, the first included.
    private static func end(of event: CalendarEvent, from start: CivilDay) -> CivilDay? {
        if let line = event["DTEND"], let end = day(line) {
            // The end is the first moment after it (section 3.6.1): a day, or midnight.
            let isOver = !line.value.contains("T") || line.value.contains("T000000")
            return isOver && end > start ? end.adding(days: -1) : end
        }
        guard let duration = event["DURATION"]?.value, duration.hasPrefix("P"), let unit = duration.last,
            let count = Int(duration.dropFirst().prefix { $0.isNumber }), (1...52).contains(count)
        else { return nil }
        switch unit {
        case "D": return start.adding(days: count - 1)
        case "W": return start.adding(days: 7 * count - 1)
        default: return nil
        }
    }

    static func day(_ line: CalendarLine) -> CivilDay? { day(line.value, line.parameters) }

    /// A moment counts as the day that it is in Belgium; one without a zone as the day that is written there.
    static func day(_ value: String, _ parameters: [String: String]) -> CivilDay? {
        guard let parts = ReceivedDate.parts(value.trimmed), let day = parts.day else { return nil }
        let local = Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400 + Double(parts.minute) * 60)
        if let offset = parts.offset { return BrusselsTime(local.addingTimeInterval(-60 * Double(offset))).day }
        guard value.contains("T"), let name = parameters["TZID"], name != "Europe/Brussels",
            let zone = TimeZone(identifier: name)
        else { return day }
        return BrusselsTime(local.addingTimeInterval(-Double(zone.secondsFromGMT(for: local)))).day
    }
}

/// A rule by which an event comes back (RFC 5545, section 3.3.10), as far as it is simple.
struct CalendarRule {
    let frequency: String
    let interval: Int
    private let count: Int?
    private let until: CivilDay?
    private let byDay: [Substring]
    private let byMonth: Int?
    /// Whether there is a part that is not read here.
    private let isHard: Bool

    init(_ text: String) {
        var parts: [String: String] = [:]
        for part in text.prefix(500).split(separator: ";") {
            let halves = part.split(separator: "=", maxSplits: 1)
            if halves.count == 2 { parts[halves[0].uppercased()] = halves[1].uppercased() }
        }
        frequency = parts["FREQ"] ?? ""
        interval = min(max(1, parts["INTERVAL"].flatMap { Int($0) } ?? 1), 1_000)
        count = parts["COUNT"].flatMap { Int($0) }
        until = parts["UNTIL"].flatMap { CalendarTimes.day($0, [:]) }
        byDay = (parts["BYDAY"] ?? "").split(separator: ",").map { Substring($0) }
        byMonth = parts["BYMONTH"].flatMap { Int($0) }
        let known: Set = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "WKST"]
        isHard = !known.isSuperset(of: parts.keys)
    }

    /// `BYMONTH=2;BYDAY=2TU`: the second Tuesday of February.
    func yearly(like start: CivilDay) -> Recurrence? {
        guard !isHard, byDay.count == 1, let text = byDay.first, let ordinal = Int(text.dropLast(2)),
            let weekday = Weekday(rawValue: text.suffix(2).lowercased())
        else { return nil }
        return Recurrence(ordinal: ordinal, weekday: weekday, month: byMonth ?? start.month)
    }

    /// The first day alone where the rule is not one that is read here.
    func days(from start: CivilDay, most: Int, steps: Int) -> [CivilDay] {
        let weekdays = Set(byDay.compactMap { Weekday(rawValue: $0.lowercased()) })
        guard !isHard, byMonth == nil, weekdays.count == byDay.count, count.map({ $0 > 0 }) ?? true else {
            return [start]
        }
        let monday = start.adding(days: -(Weekday.allCases.firstIndex(of: start.weekday) ?? 0))
        // Without an end it is told for a year.
        let last = until ?? start.adding(days: count == nil ? 365 : 3_660)
        var days: [CivilDay] = []
        for step in 0..<steps {
            guard let day = day(step, from: start), days.count < min(most, count ?? most) else { break }
            if day > last { break }
            switch frequency {
            case "DAILY" where step % interval == 0 && (weekdays.isEmpty || weekdays.contains(day.weekday)):
                days.append(day)
            case "WEEKLY":
                let week = (day.daysSinceEpoch - monday.daysSinceEpoch) / 7
                let fits = weekdays.isEmpty ? day.weekday == start.weekday : weekdays.contains(day.weekday)
                if week % interval == 0, fits { days.append(day) }
            case "MONTHLY" where byDay.isEmpty && step % interval == 0 && day.day == start.day: days.append(day)
            default: break
            }
        }
        return days.isEmpty ? [start] : days
    }

    /// The day after `step` days, or months.
    private func day(_ step: Int, from start: CivilDay) -> CivilDay? {
        switch frequency {
        case "DAILY", "WEEKLY": return start.adding(days: step)
        case "MONTHLY":
            let months = start.year * 12 + start.month - 1 + step
            let (year, month) = (months / 12, months % 12 + 1)
            guard year <= 2_100 else { return nil }
            return CivilDay(
                year: year, month: month, day: min(start.day, CivilDay.length(ofMonth: month, year: year)))
        default: return nil
        }
    }
}
