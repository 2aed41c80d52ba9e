import Catalogue
import Foundation

extension Date {
    /// As headers write it (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`. By hand: it stands in every answer,
    /// and a formatter costs more than the rest of the headers.
    var httpDate: String {
        let seconds = Int(timeIntervalSince1970.rounded(.down))
        let (days, rest) = Self.divided(seconds, by: 86_400)
        let day = CivilDay(daysSinceEpoch: days)
        // The first day of 1970 was a Thursday.
        let name = Self.weekdays[Self.divided(days + 4, by: 7).rest]
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map(\.twoDigits).joined(separator: ":")
        let year = String(repeating: "0", count: max(0, 4 - String(day.year).count)) + String(day.year)
        return "\(name), \(day.day.twoDigits) \(Self.months[day.month - 1]) \(year) \(clock) GMT"
    }

    /// Nil for anything else; the two older ways to write a date are left out.
    init?(httpDate text: String) {
        guard let date = try? Date(text, strategy: Self.httpStyle.parseStrategy) else { return nil }
        self = date
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Rounded down, also before 1970.
    private static func divided(_ number: Int, by divisor: Int) -> (quotient: Int, rest: Int) {
        let rest = (number % divisor + divisor) % divisor
        return ((number - rest) / divisor, rest)
    }

    private static let httpStyle = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) \
            GMT
            """,
        locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
}
