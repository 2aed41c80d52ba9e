import Catalogue
import Foundation

/// Dates, clock times and names of languages in the words of one language.
package struct Wording: Sendable {
    let language: Language
    private let months: [String]
    private let weekdays: [String]
    private let languageNames: [String: String]

    /// The languages whose names are known.
    static let known = [
        "nl", "fr", "de", "en", "ar", "tr", "uk", "es", "pl", "ro", "it", "pt", "ru", "so", "ps", "ti", "fa",
    ]

    private static let all: [Language: Wording] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { ($0, Wording($0)) })

    package static func of(_ language: Language) -> Wording { all[language] ?? Wording(language) }

    private init(_ language: Language) {
        self.language = language
        let locale = Locale(identifier: "\(language)_BE")
        let formatter = DateFormatter()
        formatter.locale = locale
        months = formatter.standaloneMonthSymbols
        // Foundation begins the week on Sunday.
        weekdays = Array(formatter.standaloneWeekdaySymbols.dropFirst() + formatter.standaloneWeekdaySymbols.prefix(1))
        languageNames = Dictionary(
            uniqueKeysWithValues: Self.known.map { ($0, locale.localizedString(forLanguageCode: $0) ?? $0) })
    }

    func name(of tag: LanguageTag) -> String { languageNames[tag.description] ?? tag.description }

    /// A label within a sentence: German nouns stay large, and so do abbreviations.
    func inSentence(_ label: String) -> String {
        guard language != .de, label.dropFirst().first?.isUppercase != true else { return label }
        return label.prefix(1).lowercased() + label.dropFirst()
    }

    /// `Nederlands, Frans`.
    func names(of tags: [LanguageTag]) -> String { tags.map(name(of:)).joined(separator: ", ") }

    /// `27 november 2024`, `november 2024` or `2024`.
    func date(_ date: PartialDate) -> String {
        guard let month = date.month else { return String(date.year) }
        guard let day = date.civilDay else { return "\(months[month - 1]) \(date.year)" }
        return self.date(day)
    }

    func date(_ day: CivilDay) -> String { "\(self.day(day.day)) \(months[day.month - 1]) \(day.year)" }

    /// One day, or from the first to the last.
    func dates(_ dates: EventDate) -> String {
        guard let end = dates.end, end != dates.start else { return date(dates.start) }
        if let first = dates.start.day, end.day != nil, dates.start.year == end.year, dates.start.month == end.month {
            return "\(day(first))–\(date(end))"
        }
        return "\(date(dates.start)) – \(date(end))"
    }

    func weekday(_ weekday: Weekday) -> String {
        weekdays[Weekday.allCases.firstIndex(of: weekday) ?? 0]
    }

    /// `month`: 1 to 12.
    func month(_ month: Int) -> String { months.indices.contains(month - 1) ? months[month - 1] : "\(month)" }

    /// A time of the day as people say it: `22 uur`, `22 h 30`, `22:30 Uhr`, `10.30 pm`.
    func clock(_ minutes: Int) -> String {
        let hour = minutes / 60
        let minute = minutes % 60
        let padded = minute < 10 ? "0\(minute)" : "\(minute)"
        switch language {
        case .nl: return minute == 0 ? "\(hour) uur" : "\(hour).\(padded) uur"
        case .fr: return minute == 0 ? "\(hour) h" : "\(hour) h \(padded)"
        case .de: return minute == 0 ? "\(hour) Uhr" : "\(hour):\(padded) Uhr"
        case .en:
            if minutes % 1_440 == 0 { return "midnight" }
            let half = hour < 12 ? "am" : "pm"
            let twelve = hour % 12 == 0 ? 12 : hour % 12
            return minute == 0 ? "\(twelve) \(half)" : "\(twelve).\(padded) \(half)"
        }
    }

    /// The moment of a message: `23 november 2026, 16.30 uur`; as it stands where it makes no sense.
    func moment(_ stamp: String) -> String {
        let halves = stamp.split(separator: "T")
        let clock = halves.last?.split(separator: ":").compactMap { Int($0) } ?? []
        guard halves.count == 2, clock.count == 2, let day = PartialDate(String(halves[0])) else { return stamp }
        return "\(date(day)), \(self.clock(clock[0] * 60 + clock[1]))"
    }

    /// About how long something takes: minutes below one hour and a half, then half hours.
    func duration(_ minutes: Int, _ texts: Texts) -> String {
        guard minutes >= 90 else { return texts(.minutes, count: minutes) }
        let halves = (minutes + 15) / 30
        let hours = halves / 2
        return halves % 2 == 0 ? texts(.hours, count: hours) : texts(.hoursAndHalf, count: hours)
    }

    /// One place behind the comma: `72,4`, in English `72.4`.
    func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "−" : ""
        return "\(sign)\(abs(tenths) / 10)\(language == .en ? "." : ",")\(abs(tenths) % 10)"
    }

    private func day(_ number: Int) -> String {
        switch language {
        case .de: "\(number)."
        case .fr: number == 1 ? "1er" : "\(number)"
        case .nl, .en: "\(number)"
        }
    }
}
