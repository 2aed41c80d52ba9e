import Catalogue

/// Channels in the order in which to try them, for a reader of one language at one moment.
///
/// Who can be reached now in the reader's language comes first; among equals the given order stays.
package struct ChannelQueue: Sendable {
    package struct Entry: Sendable {
        package let channel: Record
        package let reach: Reach
        /// Whether it is known to speak the reader's language.
        package let speaks: Bool
        fileprivate let rank: Rank
    }

    /// All that may serve the reader.
    package let entries: [Entry]
    /// Those for another part of the country, in another language.
    package let elsewhere: [Entry]

    package init(_ channels: [Record], for language: Language, at now: BrusselsTime) {
        let all = channels.map { Entry($0, for: language, at: now) }
        // A person in another language comes before those of whom nobody knows whether they answer, but only where no
        // person answers in the reader's own.
        let isAlone = !all.contains { $0.speaks && $0.reach == .open }
        let sorted = all.enumerated()
            .map { (rank: $0.element.rank.place(whenAlone: isAlone), place: $0.offset, entry: $0.element) }
            .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
            .map(\.entry)
        entries = sorted.filter { $0.rank != .elsewhere }
        elsewhere = sorted.filter { $0.rank == .elsewhere }
    }

    fileprivate enum Rank: Int {
        case now, unsure, closed
        case nowInAnotherLanguage, inWritingInAnotherLanguage, unsureInAnotherLanguage, closedInAnotherLanguage
        case elsewhere

        /// The place among the ranks, from 0.
        func place(whenAlone isAlone: Bool) -> Double {
            isAlone && self == .nowInAnotherLanguage ? Double(Rank.now.rawValue) + 0.5 : Double(rawValue)
        }
    }
}

/// How a channel can be reached at one moment.
package enum Reach: Hashable, Sendable {
    /// A person answers by phone or chat now.
    case open
    /// By form or e-mail only, so at any time, without an answer at once.
    case inWriting
    /// Nobody confirmed the hours.
    case unsure
    case closed
}

extension Record {
    /// Whether a person can be reached by phone or chat.
    package var isAnsweredByAPerson: Bool {
        guard kind == .channel, let contact else { return false }
        return !contact.phones.isEmpty || contact.chat != nil
    }

    package func reach(at now: BrusselsTime) -> Reach {
        guard isAnsweredByAPerson else {
            return contact?.form != nil || contact?.emails.isEmpty == false ? .inWriting : .unsure
        }
        return switch contact?.hours?.state(at: now).isOpen {
        case true: .open
        case false: .closed
        default: .unsure
        }
    }

    /// Whether it is known to exist in a language.
    package func speaks(_ language: Language) -> Bool { languages.contains(LanguageTag(language)) }

    /// Whether it is for another part of the country: it does not speak this national language and does not work for
    /// the whole of Belgium. English readers live in every part.
    package func isElsewhere(for language: Language) -> Bool {
        language != .en && !speaks(language) && !territories.contains { $0.description == "belgium" }
    }
}

extension ChannelQueue.Entry {
    fileprivate init(_ channel: Record, for language: Language, at now: BrusselsTime) {
        self.channel = channel
        reach = channel.reach(at: now)
        speaks = channel.speaks(language)
        rank =
            switch (reach, speaks) {
            case _ where channel.isElsewhere(for: language): .elsewhere
            case (.open, true), (.inWriting, true): .now
            case (.open, false): .nowInAnotherLanguage
            case (.unsure, true): .unsure
            case (.closed, true): .closed
            case (.inWriting, false): .inWritingInAnotherLanguage
            case (.unsure, false): .unsureInAnotherLanguage
            case (.closed, false): .closedInAnotherLanguage
            }
    }
}
