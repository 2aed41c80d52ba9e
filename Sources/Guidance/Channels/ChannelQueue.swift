import Catalogue

/// Channels in the order in which to try them, for a reader of one language at one moment.
///
/// Who can be reached now comes first, in the reader's language before others; among equals the given order stays.
package struct ChannelQueue: Sendable {
    package struct Entry: Sendable {
        package let channel: Record
        package let reach: Reach
        /// Whether it is known to speak the reader's language.
        package let speaks: Bool
    }

    /// All that may serve the reader.
    package let entries: [Entry]
    /// Those for another part of the country, or for one town.
    package let elsewhere: [Entry]

    /// `isUrgent`: whether people come before forms that nobody reads at once.
    package init(_ channels: [Record], for language: Language, at now: BrusselsTime, isUrgent: Bool = false) {
        let all = channels.map {
            Entry(channel: $0, reach: $0.reach(at: now), speaks: $0.speaks(language))
        }
        let near = all.filter { !$0.channel.isElsewhere(for: language) }
        entries = near.enumerated()
            .map { place, entry in (Rank(entry, for: language, isUrgent: isUrgent), place, entry) }
            .sorted { ($0.0.rawValue, $0.1) < ($1.0.rawValue, $1.1) }
            .map(\.2)
        elsewhere = all.filter { $0.channel.isElsewhere(for: language) }
    }
}

/// How a channel can be reached at one moment.
package enum Reach: Hashable, Sendable {
    /// A person answers by phone or chat now.
    case open
    /// In writing, so at any time, without an answer at once.
    case inWriting
    /// Nobody confirmed the hours.
    case unsure
    case closed
}

private enum Rank: Int {
    case now, nowInAnotherLanguage, unsure, inWriting, closed, inAnotherLanguage, closedInAnotherLanguage

    init(_ entry: ChannelQueue.Entry, for language: Language, isUrgent: Bool) {
        // Hardly a channel says that it speaks English: what counts for its readers is that it works for all of Belgium.
        let isOwn = language == .en ? entry.channel.isNational : entry.speaks
        self =
            switch (entry.reach, isOwn) {
            case (.inWriting, true): isUrgent ? .inWriting : .now
            case (.open, true): .now
            case (.open, false): .nowInAnotherLanguage
            case (.unsure, true): .unsure
            case (.closed, true): .closed
            case (.closed, false): .closedInAnotherLanguage
            case (_, false): .inAnotherLanguage
            }
    }
}

extension Record {
    /// Whether a person can be reached by phone or chat.
    package var isAnsweredByAPerson: Bool {
        guard kind == .channel, let contact else { return false }
        return !contact.phones.isEmpty || contact.chat != nil
    }

    package func reach(at now: BrusselsTime) -> Reach {
        let isOpen = isAnsweredByAPerson ? contact?.hours?.state(at: now).isOpen : nil
        if isOpen == true { return .open }
        if contact?.form != nil { return .inWriting }
        if !isAnsweredByAPerson { return contact?.emails.isEmpty == false ? .inWriting : .unsure }
        return isOpen == false ? .closed : .unsure
    }

    /// Whether it is known to exist in a language.
    package func speaks(_ language: Language) -> Bool { languages.contains(LanguageTag(language)) }

    /// Whether it works for the whole of Belgium.
    package var isNational: Bool { territories.contains { $0.description == "belgium" } }

    /// Whether readers of a language do better elsewhere: it is for another part of the country or for one town, or it
    /// does not speak their language and is not for the whole country. English readers live in every part.
    package func isElsewhere(for language: Language) -> Bool {
        guard !isNational, !territories.isEmpty else { return false }
        let near = territories.contains { Self.regions[language]?.contains($0.description) ?? false }
        return !near || language != .en && !speaks(language)
    }

    /// The regions and communities in which a language is that of the schools and the town halls.
    private static let regions: [Language: Set<String>] = [
        .nl: ["flanders", "brussels"], .fr: ["wallonia", "brussels", "french-community"],
        .de: ["german-speaking-community"],
        .en: ["flanders", "brussels", "wallonia", "french-community", "german-speaking-community"],
    ]
}
