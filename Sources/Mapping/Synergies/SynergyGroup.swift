import Catalogue

/// Offers that are much alike.
package struct SynergyGroup: Hashable, Sendable, Identifiable {
    /// Two to eight, in the order of their ids.
    package let members: [Member]
    package let kind: Kind
    /// How alike the two least alike of them are: ``SynergyLikeness/least`` to 1.
    package let likeness: Double
    /// Why, weightiest first.
    package let reasons: [SynergyReason]
    /// What it suggests: first what most pairs suggest.
    package let advice: [Advice]

    /// How many members a group has at most.
    package static let most = 8

    package struct Member: Hashable, Sendable, Identifiable {
        package let id: RecordID
        /// In which languages it exists, by the first part of their tags, as the record lists them.
        package let languages: [LanguageTag]

        package func exists(in language: Language) -> Bool { languages.contains(LanguageTag(language)) }
    }

    /// What could be done with some of the members, or with all.
    package struct Advice: Hashable, Sendable {
        package let suggestion: SynergySuggestion
        /// In the order of their ids.
        package let members: [RecordID]
    }

    /// The first member stands for the group, because no offer is in two.
    package var id: RecordID { members[0].id }

    /// What they are about: of the themes of all members or, if there is none, of several.
    package var themes: [ConceptID] {
        for case .themes(let themes) in reasons { return themes }
        return []
    }

    /// Whether it is about this theme and suggests this; nil: anything.
    package func fits(theme: ConceptID?, suggestion: SynergySuggestion?) -> Bool {
        (theme.map(themes.contains) ?? true)
            && (suggestion.map { wanted in advice.contains { $0.suggestion == wanted } } ?? true)
    }

    /// The languages of the shop in which none of them exists.
    package var missing: [Language] {
        Language.allCases.filter { language in !members.contains { $0.exists(in: language) } }
    }

    /// The languages of the shop in which only some of them exist.
    package var partly: [Language] {
        Language.allCases.filter { language in
            let count = members.count { $0.exists(in: language) }
            return count > 0 && count < members.count
        }
    }
}

/// What could be done with offers that are alike.
package enum SynergySuggestion: String, CaseIterable, Codable, Sendable, Comparable {
    /// Initiatives or resources that no language joins: what the one made could be translated or adapted, instead of
    /// being made anew.
    case translate
    /// In the same language and place, by the same organisation or with nearly the same text.
    case merge
    /// By different organisations, in the same language and place. Also channels and events on two sides of a language
    /// border: they can't be translated, but those behind them do the same work.
    case together

    package static func < (left: SynergySuggestion, right: SynergySuggestion) -> Bool { left.place < right.place }

    private var place: Int {
        switch self {
        case .translate: 0
        case .merge: 1
        case .together: 2
        }
    }
}

/// Why offers are in one group.
package enum SynergyReason: Hashable, Sendable {
    /// Themes of all of them or, if there is none, of several.
    case themes([ConceptID])
    case audiences([ConceptID])
    case formats([ConceptID])
    /// Organisations behind all of them.
    case organisations([RecordID])
    /// The widest places that all of them reach.
    case places([ConceptID])
    /// Words of ``shortestWord`` letters and more that stand in the texts of all of them, rarest first, at most
    /// ``mostWords`` in each language.
    case words([Language: [String]])

    package static let mostWords = 6
    package static let shortestWord = 4
    /// In a small catalogue, words may be in this many texts to be named.
    static let commonest = 8
}
