import Catalogue
import Foundation

/// Days as other people write them down.
enum ReceivedDate {
    /// ISO 8601 as far as it is used (`2026`, `2026-11`, `2026-11-27`, `2026-11-27T10:00:00+01:00`,
    /// `20261127T100000Z`), or as in e-mails (`Fri, 27 Nov 2026 10:00:00 GMT`). A moment counts as the day that it is
    /// in Belgium. Nil for all else.
    static func day(_ text: String) -> PartialDate? {
        let text = text.trimmed
        guard text.utf8.count <= 60 else { return nil }
        if let date = PartialDate(text) { return date }
        if let comma = text.firstIndex(of: ","),
            comma < text.index(text.startIndex, offsetBy: 5, limitedBy: text.endIndex) ?? text.endIndex
        {
            return ofMail(text[text.index(after: comma)...])
        }
        if text.first?.isNumber == true, text.contains(" "), let date = ofMail(text[...]) { return date }
        guard let parts = parts(text) else { return nil }
        guard let offset = parts.offset else { return parts.day.map { PartialDate($0) } }
        return parts.day.map { day in
            let seconds = Double(day.daysSinceEpoch) * 86_400 + Double(parts.minute - offset) * 60
            return PartialDate(BrusselsTime(Date(timeIntervalSince1970: seconds)).day)
        }
    }

    /// - Returns: The day; minutes since its midnight; minutes that the clocks are ahead of Greenwich, nil where the time
    ///   zone isn't said.
    static func parts(_ text: String) -> (day: CivilDay?, minute: Int, offset: Int?)? {
        let halves = text.split(maxSplits: 1) { $0 == "T" || $0 == "t" || $0 == " " }
        guard let first = halves.first else { return nil }
        let digits = first.filter { $0 != "-" }
        guard digits.count == 8, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        let day = PartialDate("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")?.civilDay
        guard halves.count == 2 else { return (day, 0, nil) }
        let sign = halves[1].firstIndex { "+-Zz".contains($0) } ?? halves[1].endIndex
        guard let minute = minute(halves[1][..<sign]) else { return nil }
        let zone = halves[1][sign...]
        if zone.isEmpty { return (day, minute, nil) }
        if zone == "Z" || zone == "z" { return (day, minute, 0) }
        guard let ahead = self.minute(zone.dropFirst()) else { return nil }
        return (day, minute, zone.first == "-" ? -ahead : ahead)
    }

    /// Minutes since midnight of `10:00`, `10:00:00.5`, `1000`, `100000` or `10`; up to 1,440.
    static func minute(_ text: some StringProtocol) -> Int? {
        let digits = text.prefix { $0 != "." && $0 != "," }.filter { $0 != ":" }
        guard (1...6).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        let padded = digits.count % 2 == 0 ? String(digits) : "0" + digits
        guard let hours = Int(padded.prefix(2)), let minutes = Int("0" + padded.dropFirst(2).prefix(2)), minutes < 60,
            hours * 60 + minutes <= 1_440
        else { return nil }
        return hours * 60 + minutes
    }

    /// RFC 5322, section 3.3: day, month in English, year, time, zone.
    private static func ofMail(_ text: Substring) -> PartialDate? {
        let words = text.split(separator: " ")
        guard words.count >= 3, let day = Int(words[0]), (1...31).contains(day),
            let month = months.firstIndex(of: words[1].prefix(3).lowercased()), words[2].count == 4
        else { return nil }
        let date = "\(words[2])-\(two(month + 1))-\(two(day))"
        guard words.count >= 5 else { return PartialDate(date) }
        let zone = words[4].first.map { "+-".contains($0) } == true ? String(words[4]) : "Z"
        return self.day("\(date)T\(words[3])\(zone)")
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
