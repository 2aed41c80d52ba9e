/// A day of every year that is given by its place in a month, such as the second Tuesday of February.
package struct Recurrence: Hashable, Codable, Sendable {
    /// 1 to 4: which of the weekdays of that name in the month.
    package let ordinal: Int
    package let weekday: Weekday
    /// 1 to 12.
    package let month: Int

    /// Nil unless every year has such a day: a fifth weekday is not in every month.
    package init?(ordinal: Int, weekday: Weekday, month: Int) {
        guard (1...4).contains(ordinal), (1...12).contains(month) else { return nil }
        self.ordinal = ordinal
        self.weekday = weekday
        self.month = month
    }

    /// Nil unless `text` is like `2 tu 2`: the second Tuesday of the second month.
    package init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 3, let ordinal = Int(parts[0]), let weekday = Weekday(rawValue: String(parts[1])),
            let month = Int(parts[2])
        else { return nil }
        self.init(ordinal: ordinal, weekday: weekday, month: month)
    }

    package func day(in year: Int) -> CivilDay {
        let first = CivilDay(year: year, month: month, day: 1)
        let places = Weekday.allCases
        let wait = ((places.firstIndex(of: weekday) ?? 0) - (places.firstIndex(of: first.weekday) ?? 0) + 7) % 7
        return first.adding(days: wait + 7 * (ordinal - 1))
    }
}
