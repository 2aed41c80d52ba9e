import Catalogue
import Editorial

/// How fresh the entries of a catalogue are, and in which languages they can be read.
struct CatalogueState: Sendable {
    /// How many entries of one kind were checked in time.
    struct Checks: Hashable, Sendable {
        var entries = 0
        var inTime = 0
        /// A check was made, too long ago.
        var due = 0
        var unchecked = 0
        /// Never checked, and it is over: nobody needs it checked any more.
        var over = 0

        fileprivate mutating func add(_ other: Checks) {
            entries += other.entries
            inTime += other.inTime
            due += other.due
            unchecked += other.unchecked
            over += other.over
        }
    }

    /// In how many entries the title and summary of one language came about in each way.
    struct Translations: Hashable, Sendable {
        var noted: [TranslationState: Int] = [:]
        /// There is a text, but nobody noted how it came about.
        var unnoted = 0
        var missing = 0
        /// Of all entries, how many also have a summary in easy words.
        var easy = 0
    }

    /// Of every kind, in the order of the kinds; of some there may be none.
    let kinds: [(kind: Kind, checks: Checks)]
    let total: Checks
    let languages: [(language: Language, translations: Translations)]
    /// Of the entries that readers don't find: set aside until somebody checks them.
    let aside: Int
    let withdrawn: Int

    init(_ catalogue: Catalogue, rules: FreshnessRules, on today: CivilDay) {
        var checks: [Kind: Checks] = [:]
        var translations: [Language: Translations] = [:]
        for record in catalogue.records {
            checks[record.kind, default: Checks()].count(record, rules, today)
            for language in Language.allCases {
                translations[language, default: Translations()].count(record, language)
            }
        }
        kinds = Kind.allCases.map { ($0, checks[$0] ?? Checks()) }
        total = kinds.reduce(into: Checks()) { $0.add($1.checks) }
        languages = Language.allCases.map { ($0, translations[$0] ?? Translations()) }
        withdrawn = catalogue.away.values.count { $0.withdrawn != nil }
        aside = catalogue.away.count - withdrawn
    }
}

extension CatalogueState.Checks {
    fileprivate mutating func count(_ record: Record, _ rules: FreshnessRules, _ today: CivilDay) {
        entries += 1
        guard let verified = record.verified else {
            if isOver(record, rules, today) { over += 1 } else { unchecked += 1 }
            return
        }
        // Of a check that is dated by its month or year only, the last day that it may mean.
        if rules.state(record, since: verified.on.lastDay, on: today) == .fresh { inTime += 1 } else { due += 1 }
    }

    private func isOver(_ record: Record, _ rules: FreshnessRules, _ today: CivilDay) -> Bool {
        guard rules.due(record, since: today) == nil else { return false }
        return record.status == .ended
            || record.dates.map { ($0.end ?? $0.start).lastDay }.max().map { $0 < today } ?? false
    }
}

extension CatalogueState.Translations {
    fileprivate mutating func count(_ record: Record, _ language: Language) {
        if record.title[language] == nil || record.summary[language] == nil {
            missing += 1
        } else if let state = record.translations?[language] {
            noted[state, default: 0] += 1
        } else {
            unnoted += 1
        }
        if record.summary[Edition(language, isSimple: true)] != nil { easy += 1 }
    }
}
