import Catalogue

extension Record {
    /// What no form and no table of ours can hold, though JSON can: the first such thing, for whoever wrote the program.
    var unsoundness: String? {
        if let ages, AgeRange(from: ages.from, to: ages.to) == nil { return "ages: from 0 to 120, and not reversed" }
        if let recurrence,
            Recurrence(ordinal: recurrence.ordinal, weekday: recurrence.weekday, month: recurrence.month) == nil
        {
            return "recurrence: no such day in every year"
        }
        if languages.contains(where: { LanguageTag($0.description) == nil }) {
            return "languages: tags such as nl, fr, de, en or ar"
        }
        if [founded, ended].compactMap({ $0 }).contains(where: { !(1900...2100).contains($0) }) {
            return "founded, ended: years from 1900 to 2100"
        }
        if let emails = contact?.emails, emails.contains(where: { Contact.Email(address: $0.address) == nil }) {
            return "contact/emails: addresses such as name@example.be"
        }
        if let hours = contact?.hours, !hours.isSound {
            return
                "contact/hours: minutes since midnight, from 0 to 1440, on at least one day, the first before the last"
        }
        if dates.contains(where: { date in date.end.map { $0 < date.start } ?? false }) {
            return "dates: the end comes before the beginning"
        }
        return nil
    }
}

extension Hours {
    fileprivate var isSound: Bool {
        (weekly + exceptions.flatMap(\.spans)).allSatisfy { span in
            Span(days: span.days, opens: span.opens, closes: span.closes) != nil
        }
    }
}
