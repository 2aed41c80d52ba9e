/// A date as exact as its source: a year, a month or a day (ISO 8601: `2024`, `2024-11`, `2024-11-27`).
package struct PartialDate: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
    package let year: Int
    package let month: Int?
    package let day: Int?

    /// Nil unless `text` is a year from 1900 to 2100, with a real month and day of it if given.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), zip(parts, [4, 2, 2]).allSatisfy({ $0.count == $1 }),
            parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard (1900...2100).contains(numbers[0]) else { return nil }
        year = numbers[0]
        month = numbers.count > 1 ? numbers[1] : nil
        day = numbers.count > 2 ? numbers[2] : nil
        if let month, !(1...12).contains(month) { return nil }
        if let month, let day, !(1...CivilDay.length(ofMonth: month, year: year)).contains(day) { return nil }
    }

    package init(_ day: CivilDay) {
        year = day.year
        month = day.month
        self.day = day.day
    }

    /// The last day that it may mean.
    package var lastDay: CivilDay {
        let month = month ?? 12
        return CivilDay(year: year, month: month, day: day ?? CivilDay.length(ofMonth: month, year: year))
    }

    package var description: String {
        [String(year), month?.twoDigits, day?.twoDigits].compactMap { $0 }.joined(separator: "-")
    }

    /// The exact day, if the date has one.
    package var civilDay: CivilDay? {
        guard let month, let day else { return nil }
        return CivilDay(year: year, month: month, day: day)
    }

    package static func < (left: PartialDate, right: PartialDate) -> Bool { left.description < right.description }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = PartialDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
