import Foundation

extension Date {
    /// As headers write it (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
    var httpDate: String { formatted(Self.httpStyle) }

    /// Nil for anything else; the two older ways to write a date are left out.
    init?(httpDate text: String) {
        guard let date = try? Date(text, strategy: Self.httpStyle.parseStrategy) else { return nil }
        self = date
    }

    private static let httpStyle = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) \
            GMT
            """,
        locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
}
