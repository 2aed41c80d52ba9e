import Catalogue

/// The names of the fields of a week, and the times in them.
enum HoursFields {
    static let name = "hours"
    static let certainty = "hours-certainty"
    static let seen = "hours-seen"
    static let applies = "hours-applies"
    static let always = "hours-always"
    static let holidays = "hours-holidays"
    static let asFound = "hours-as-found"
    static let remark = "hours-remark"
    static let exception = "hours-exception"
    /// So many spans a day are asked for; more are shown where a record has them.
    static let usualSpans = 2
    private static let mostSpans = 9

    static func opens(_ day: String, _ span: Int) -> String { "\(day)-\(span)-opens" }
    static func closes(_ day: String, _ span: Int) -> String { "\(day)-\(span)-closes" }
    static func day(_ day: Weekday) -> String { "\(name)-\(day.rawValue)" }

    /// `09:30`; midnight at the end of a day is `00:00`, as clocks in forms have it.
    static func clock(_ minutes: Int) -> String { BrusselsTime(day: .epoch, minute: minutes % 1_440).clock }

    /// Minutes since midnight, of `9`, `9:30`, `09.30`, `9u30` and `9 h 30`; nil for what is no time.
    static func minutes(_ text: String) -> Int? {
        guard let match = text.lowercased().wholeMatch(of: #/(\d{1,2})(?:\s?(?:[:.]|uhr|uur|u|h)\s?(\d{2})?)?/#),
            let hour = Int(match.1)
        else { return nil }
        let minute = match.2.flatMap { Int($0) } ?? 0
        guard (0...24).contains(hour), (0...59).contains(minute), hour * 60 + minute <= 1_440 else { return nil }
        return hour * 60 + minute
    }

    static func write(_ spans: [Hours.Span], as day: String, to values: inout FormValues) {
        for (place, span) in spans.sorted(by: { $0.opens < $1.opens }).enumerated() {
            values.put(opens(day, place + 1), clock(span.opens))
            values.put(closes(day, place + 1), clock(span.closes))
        }
    }

    /// How many spans of a day to show.
    static func spans(of day: String, in values: FormValues) -> ClosedRange<Int> {
        1...min(mostSpans, max(usualSpans, values.rows(of: day).last ?? 0))
    }

    /// The spans of one day; nil where one can't be read, then `problem` hears which field it is.
    static func spans(
        of day: String, on weekday: Weekday, in values: FormValues, problem: (String, FormFault.Reason) -> Void
    ) -> [Hours.Span]? {
        var spans: [Hours.Span] = []
        for number in values.rows(of: day) {
            let (from, to) = (opens(day, number), closes(day, number))
            guard !values[from].isEmpty, !values[to].isEmpty else {
                problem(values[from].isEmpty ? from : to, .halfSpan)
                return nil
            }
            guard let opening = minutes(values[from]), let closing = minutes(values[to]) else {
                problem(minutes(values[from]) == nil ? from : to, .time)
                return nil
            }
            guard let span = Hours.Span(days: [weekday], opens: opening, closes: closing == 0 ? 1_440 : closing) else {
                problem(to, .closesBeforeOpens)
                return nil
            }
            guard !spans.contains(where: span.overlaps) else {
                problem(from, .overlap)
                return nil
            }
            spans.append(span)
        }
        return spans.sorted { $0.opens < $1.opens }
    }
}

extension CivilDay {
    fileprivate static let epoch = CivilDay(daysSinceEpoch: 0)
}
