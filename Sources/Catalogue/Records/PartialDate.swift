/// A date as exact as its source: a year, a month or a day (ISO 8601: `2024`, `2024-11`, `2024-11-27`).
package struct PartialDate: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
    /// Year, month and day in one number; zero for a part that it has not. A catalogue has many thousands.
    private let parts: Int32

    package var year: Int { Int(parts >> 9) }
    package var month: Int? { part(Int(parts >> 5 & 15)) }
    package var day: Int? { part(Int(parts & 31)) }

    private func part(_ number: Int) -> Int? { number == 0 ? nil : number }

    private init(year: Int, month: Int, day: Int) { parts = Int32(year << 9 | month << 5 | day) }

    /// Nil unless `text` is a year from 1900 to 2100, with a real month and day of it if given.
    package init?(_ text: String) {
        let letters = text.utf8
        guard letters.count == 4 || letters.count == 7 || letters.count == 10 else { return nil }
        var (year, month, day) = (0, 0, 0)
        for (place, letter) in letters.enumerated() {
            if place == 4 || place == 7 {
                guard letter == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter) else { return nil }
            let digit = Int(letter - UInt8(ascii: "0"))
            switch place {
            case ..<4: year = 10 * year + digit
            case ..<7: month = 10 * month + digit
            default: day = 10 * day + digit
            }
        }
        guard (1900...2100).contains(year) else { return nil }
        if letters.count > 4, !(1...12).contains(month) { return nil }
        if letters.count > 7, !(1...CivilDay.length(ofMonth: month, year: year)).contains(day) { return nil }
        self.init(year: year, month: month, day: day)
    }

    package init(_ day: CivilDay) { self.init(year: day.year, month: day.month, day: day.day) }

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

    package static func < (left: PartialDate, right: PartialDate) -> Bool { left.parts < right.parts }

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
