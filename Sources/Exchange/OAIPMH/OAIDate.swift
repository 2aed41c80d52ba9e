import Catalogue
import Foundation

/// A moment as the protocol writes it, to the second or to the day, always in UTC (OAI-PMH 2.0, section 3.3).
struct OAIDate: Hashable, Sendable {
    let text: String
    let isWholeDay: Bool
    /// The first and the last moment that it may mean.
    let first: Date
    let last: Date

    /// Nil unless `text` is `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`, and there is such a day and time.
    init?(_ text: String) {
        let letters = Array(text.utf8)
        let pattern = Array((letters.count == 10 ? "0000-00-00" : "0000-00-00T00:00:00Z").utf8)
        guard letters.count == pattern.count,
            zip(letters, pattern).allSatisfy({ letter, place in
                place == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter) : letter == place
            })
        else { return nil }
        let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
        guard (1...12).contains(numbers[1]),
            (1...CivilDay.length(ofMonth: numbers[1], year: numbers[0])).contains(numbers[2])
        else { return nil }
        let day = CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]).daysSinceEpoch
        var seconds = day * 86_400
        isWholeDay = numbers.count == 3
        if !isWholeDay {
            guard numbers[3] < 24, numbers[4] < 60, numbers[5] < 60 else { return nil }
            seconds += numbers[3] * 3_600 + numbers[4] * 60 + numbers[5]
        }
        self.text = text
        first = Date(timeIntervalSince1970: Double(seconds))
        // What happened within a second has the date of that second.
        let next = first.addingTimeInterval(isWholeDay ? 86_400 : 1)
        last = Date(timeIntervalSinceReferenceDate: next.timeIntervalSinceReferenceDate.nextDown)
    }

    /// `2026-11-27T10:00:00Z`
    static func print(_ date: Date) -> String {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let day = CivilDay(daysSinceEpoch: days)
        let rest = seconds - days * 86_400
        return "\(padded(day.year, 4))-\(padded(day.month))-\(padded(day.day))T"
            + "\(padded(rest / 3_600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
