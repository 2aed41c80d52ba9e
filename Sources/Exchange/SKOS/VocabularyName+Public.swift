import Catalogue

extension VocabularyName {
    /// Whether it is for others too. Two are only for this program: the words by which it recognises who needs a person
    /// at once, and those that ask for a picture.
    package var isPublic: Bool {
        switch self {
        case .themes, .audiences, .formats, .territories, .pillars, .kinds, .needs, .costs, .situations, .glossary,
            .schoolYears:
            true
        case .intents, .pictograms: false
        }
    }

    /// Those for others, in the order in which people see them.
    package static let published = allCases.filter(\.isPublic)
}

/// What a vocabulary is called, and what it is for.
package struct VocabularyWords: Sendable {
    package let title: LocalisedText
    package let says: LocalisedText

    package init(title: LocalisedText, says: LocalisedText) {
        self.title = title
        self.says = says
    }
}
