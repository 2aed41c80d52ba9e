/// Opening hours as data, on the clocks of Belgium.
///
/// Hours that no source settles have a ``certainty`` other than `stated` and no rule: nobody guesses them.
package struct Hours: Hashable, Codable, Sendable {
    package enum Certainty: String, CaseIterable, Codable, Sendable {
        /// Undisputed, on a page that is recent or repeated by one.
        case stated
        /// Sources differ.
        case conflicting
        /// Only on old pages.
        case old
        /// No usable hours found.
        case unknown
    }

    /// What the rule is about.
    package enum Applies: String, CaseIterable, Codable, Sendable {
        case phone, email, chat, place
    }

    /// What happens on a legal public holiday.
    package enum OnHolidays: String, CaseIterable, Codable, Sendable {
        case open, closed, unverified
    }

    package struct Span: Hashable, Codable, Sendable {
        package var days: [Weekday]
        /// Minutes since midnight.
        package var opens: Int
        /// Minutes since midnight; up to 1440, which is midnight at the end of the day.
        package var closes: Int

        /// Nil unless 0 ≤ `opens` < `closes` ≤ 1440 and there is at least one day.
        package init?(days: [Weekday], opens: Int, closes: Int) {
            guard !days.isEmpty, opens >= 0, opens < closes, closes <= 1_440 else { return nil }
            self.days = days
            self.opens = opens
            self.closes = closes
        }

        package func overlaps(_ other: Span) -> Bool {
            !Set(days).isDisjoint(with: other.days) && opens < other.closes && other.opens < closes
        }
    }

    /// A day that differs from the week: closed, or open at other times.
    package struct Exception: Hashable, Codable, Sendable {
        package var day: PartialDate
        package var spans: [Span]

        package init(day: PartialDate, spans: [Span]) {
            self.day = day
            self.spans = spans
        }
    }

    package var certainty: Certainty
    /// Date of the newest page that has the hours.
    package var seen: PartialDate?
    package var applies: Applies?
    /// Day and night, every day.
    package var always = false
    package var weekly: [Span] = []
    package var holidays: OnHolidays = .unverified
    package var exceptions: [Exception] = []
    /// What the pages say, in words, in English; for editors.
    package var asFound: String?
    package var remark: String?

    package init(certainty: Certainty) { self.certainty = certainty }

    /// Whether anything can be said about being open.
    package var hasRule: Bool { certainty == .stated && (always || !weekly.isEmpty) }
}
