import Catalogue

/// How the state of the translations follows from a change.
package enum Translations {
    /// The states after `old` became `new`. Where a text of the original changed and that of a translation did not, the
    /// translation is outdated, unless the edit was small. `stated` is what the writer said of the languages.
    package static func states(
        from old: Record?, to new: Record, stated: [Language: TranslationState], isSmall: Bool
    ) -> [Language: TranslationState]? {
        var states = new.translations ?? [:]
        for (language, state) in stated where new.title[language] != nil { states[language] = state }
        for language in Language.allCases where new.title[language] == nil { states[language] = nil }
        if let old, !isSmall, originals(of: states, new).contains(where: { differs($0, old, new) }) {
            for language in Language.allCases
            where states[language] != .original && old.title[language] != nil && new.title[language] != nil
                && !differs(language, old, new) && stated[language] != .person
            {
                states[language] = .outdated
            }
        }
        return states.isEmpty ? nil : states
    }

    /// What a writer said of the languages: the states that are others than before. A form sends them all.
    package static func stated(from old: Record?, to new: Record) -> [Language: TranslationState] {
        (new.translations ?? [:]).filter { language, state in old?.translations?[language] != state }
    }

    /// The languages that others are translated from; without a word about it, those of the owner's own names.
    private static func originals(of states: [Language: TranslationState], _ record: Record) -> [Language] {
        let stated = Language.allCases.filter { states[$0] == .original }
        return stated.isEmpty ? record.ownNames : stated
    }

    private static func differs(_ language: Language, _ old: Record, _ new: Record) -> Bool {
        old.title[language] != new.title[language] || old.summary[language] != new.summary[language]
            || old.service?.contact[language] != new.service?.contact[language]
            || old.service?.can[language] != new.service?.can[language]
            || old.service?.cannot[language] != new.service?.cannot[language]
    }
}
