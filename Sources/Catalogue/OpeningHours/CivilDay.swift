import Foundation

/// A day of the calendar, without a clock.
package struct CivilDay: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// ISO 8601: `2026-11-27`.
    package var description: String { "\(year)-\(month.twoDigits)-\(day.twoDigits)" }

    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        Weekday.allCases[((daysSinceEpoch + 3) % 7 + 7) % 7]
    }

    package func adding(days: Int) -> CivilDay { CivilDay(daysSinceEpoch: daysSinceEpoch + days) }

    package static func < (left: CivilDay, right: CivilDay) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    package var daysSinceEpoch: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The inverse of ``daysSinceEpoch``; same source, civil_from_days.
    package init(daysSinceEpoch: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

package enum Weekday: String, CaseIterable, Codable, Sendable {
    case mo, tu, we, th, fr, sa, su
}

/// A moment on the clocks of Belgium (time zone Europe/Brussels).
package struct BrusselsTime: Hashable, Sendable {
    package let day: CivilDay
    /// Minutes since midnight, 0 to 1439.
    package let minute: Int

    package init(day: CivilDay, minute: Int) {
        self.day = day
        self.minute = minute
    }

    package init(_ date: Date) {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + Self.zone.secondsFromGMT(for: date)
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        day = CivilDay(daysSinceEpoch: days)
        minute = (seconds - days * 86_400) / 60
    }

    /// When a day is over in Belgium: the midnight with which the next one begins.
    package static func end(of day: CivilDay) -> Date {
        let midnight = Date(timeIntervalSince1970: Double((day.daysSinceEpoch + 1) * 86_400))
        // Belgium is one or two hours ahead, and clocks are never changed at its midnight: an hour before the midnight of
        // Greenwich they show the same difference.
        return midnight.addingTimeInterval(-Double(zone.secondsFromGMT(for: midnight.addingTimeInterval(-3_600))))
    }

    private static let zone = TimeZone(identifier: "Europe/Brussels") ?? .gmt

    /// `16:30`.
    package var clock: String { "\((minute / 60).twoDigits):\((minute % 60).twoDigits)" }
}

extension Int {
    /// With a zero in front where it has one digit; from 0 on.
    package var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
