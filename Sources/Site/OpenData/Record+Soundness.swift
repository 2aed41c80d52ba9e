import Catalogue

extension Record {
    /// What no form and no table of ours can hold, though JSON can: the first such thing, for whoever wrote the program.
    var unsoundness: TextKey? {
        if let ages, AgeRange(from: ages.from, to: ages.to) == nil { return .problemSoundAges }
        if let recurrence,
            Recurrence(ordinal: recurrence.ordinal, weekday: recurrence.weekday, month: recurrence.month) == nil
        {
            return .problemSoundRecurrence
        }
        if languages.contains(where: { LanguageTag($0.description) == nil }) {
            return .problemSoundLanguages
        }
        if [founded, ended].compactMap({ $0 }).contains(where: { !(1900...2100).contains($0) }) {
            return .problemSoundYears
        }
        if let emails = contact?.emails, emails.contains(where: { Contact.Email(address: $0.address) == nil }) {
            return .problemSoundEmails
        }
        if let hours = contact?.hours, !hours.isSound {
            return .problemSoundHours
        }
        if dates.contains(where: { date in date.end.map { $0 < date.start } ?? false }) {
            return .problemSoundDates
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
