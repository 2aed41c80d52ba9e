/// A term of a vocabulary, shaped as in SKOS (https://www.w3.org/TR/skos-reference/).
package struct Concept: Hashable, Codable, Sendable, Identifiable {
    package var id: ConceptID
    /// The preferred label (skos:prefLabel).
    package var label: LocalisedText
    /// For kinds: the label of several of them.
    package var plural: LocalisedText?
    /// Other words that people use (skos:altLabel).
    package var alternatives = LocalisedList()
    /// Words for finding only, such as usual misspellings (skos:hiddenLabel).
    package var hidden = LocalisedList()
    package var definition = LocalisedText()
    /// Broader concepts of the same vocabulary (skos:broader).
    package var broader: [ConceptID] = []
    /// For territories: further places whose offers reach here, though this place is not part of them in every way.
    /// The German-speaking Community lies in the Walloon Region but is not part of the French Community.
    package var coveredBy: [ConceptID] = []
    /// For territories: `country`, `community`, `region`, `province` or `municipality`.
    package var type: String?
    /// For audiences: the ages in years that the word stands for.
    package var ages: AgeRange?
    /// For needs: the formats that answer them (skos:related).
    package var formats: [ConceptID] = []
    /// For themes: what becomes possible.
    package var opportunity: LocalisedText?
    /// For themes: what can go wrong.
    package var risk: LocalisedText?
    /// For themes: what to do first.
    package var firstSteps = LocalisedList()

    package init(id: ConceptID, label: LocalisedText) {
        self.id = id
        self.label = label
    }

    /// Every label in every language, for finding.
    package func names(in language: Language) -> [String] {
        [label[language], plural?[language]].compactMap { $0 } + alternatives[language]
    }
}
