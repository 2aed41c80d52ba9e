import Catalogue
import Foundation

/// A moment as programs ask for it: `2026-11-27`, `2026-11-27T13:00` (both on the clocks of Belgium), or a moment of
/// RFC 3339 with its distance from Greenwich.
struct AskedMoment: Hashable, Sendable {
    let date: Date

    /// Nil for anything else, and for years before 1970 or after 2100.
    init?(_ text: String) {
        // A plus that wasn't encoded arrives as a space.
        let text = text.replacing(" ", with: "+")
        guard
            let match = text.wholeMatch(
                of: #/(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?/#),
            let day = PartialDate(String(match.1))?.civilDay, (1970...2100).contains(day.year)
        else { return nil }
        let (hour, minute) = (match.2.flatMap { Int($0) } ?? 0, match.3.flatMap { Int($0) } ?? 0)
        let second = match.4.flatMap { Int($0) } ?? 0
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        let fraction = match.5.flatMap { Double("0\($0)") } ?? 0
        guard let zone = match.6 else {
            date = BrusselsTime(day: day, minute: hour * 60 + minute).date.addingTimeInterval(Double(second) + fraction)
            return
        }
        guard let ahead = Self.minutes(zone) else { return nil }
        let minutes = day.daysSinceEpoch * 1_440 + hour * 60 + minute - ahead
        date = Date(timeIntervalSince1970: Double(minutes * 60 + second) + fraction)
    }

    /// How many minutes a zone such as `+02:00` is ahead of Greenwich.
    private static func minutes(_ zone: Substring) -> Int? {
        if zone == "Z" { return 0 }
        let numbers = zone.dropFirst().split(separator: ":").compactMap { Int($0) }
        guard numbers.count == 2, numbers[0] < 24, numbers[1] < 60 else { return nil }
        return (zone.hasPrefix("-") ? -1 : 1) * (numbers[0] * 60 + numbers[1])
    }
}

extension BrusselsTime {
    /// The moment; where clocks are put back, the first of the two; where they are put forward, an hour later.
    var date: Date {
        let local = Double(day.daysSinceEpoch * 86_400 + minute * 60)
        let summer = Date(timeIntervalSince1970: local - 7_200)
        return BrusselsTime(summer) == self ? summer : Date(timeIntervalSince1970: local - 3_600)
    }

    /// RFC 3339: `2026-11-27T13:00:00+01:00`.
    var rfc3339: String {
        let local = day.daysSinceEpoch * 1_440 + minute
        let ahead = (local - Int(date.timeIntervalSince1970) / 60) / 60
        return "\(day)T\(clock):00+0\(ahead):00"
    }
}

extension Date {
    /// RFC 3339 to the second, in Greenwich: `2026-11-27T12:00:00Z`. Written without a formatter: a copy of the whole
    /// catalogue holds one for each record.
    var rfc3339: String {
        let seconds = Int(timeIntervalSince1970.rounded(.down))
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let rest = seconds - days * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(CivilDay(daysSinceEpoch: days))T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
