import Catalogue
import Exchange

extension VocabularyName {
    /// What it is called, and what it is for; nil for those that are only for the program.
    private var keys: (title: TextKey, says: TextKey)? {
        switch self {
        case .themes: (.vocabularyThemesTitle, .vocabularyThemesSays)
        case .audiences: (.vocabularyAudiencesTitle, .vocabularyAudiencesSays)
        case .formats: (.vocabularyFormatsTitle, .vocabularyFormatsSays)
        case .territories: (.vocabularyTerritoriesTitle, .vocabularyTerritoriesSays)
        case .pillars: (.vocabularyPillarsTitle, .vocabularyPillarsSays)
        case .kinds: (.vocabularyKindsTitle, .vocabularyKindsSays)
        case .needs: (.vocabularyNeedsTitle, .vocabularyNeedsSays)
        case .costs: (.vocabularyCostsTitle, .vocabularyCostsSays)
        case .situations: (.vocabularySituationsTitle, .vocabularySituationsSays)
        case .glossary: (.vocabularyGlossaryTitle, .vocabularyGlossarySays)
        case .schoolYears: (.vocabularySchoolYearsTitle, .vocabularySchoolYearsSays)
        case .intents, .pictograms: nil
        }
    }

    func title(in texts: Texts) -> String { keys.map { texts($0.title) } ?? rawValue }

    func says(in texts: Texts) -> String { keys.map { texts($0.says) } ?? "" }

    /// In all languages.
    var words: VocabularyWords {
        VocabularyWords(
            title: keys.map { LocalisedText($0.title) } ?? LocalisedText(),
            says: keys.map { LocalisedText($0.says) } ?? LocalisedText())
    }
}

extension LocalisedText {
    /// A text of the interface in all languages.
    init(_ key: TextKey) {
        self.init(
            Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Texts.of($0)(key)) }) as [Language: String])
    }
}

extension PageContext {
    /// The vocabularies as others get them.
    var skos: SKOS { SKOS(catalogue, addresses: addresses) { $0.words } }
}
