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
    /// For territories: the languages in which the people who live there are served, by law and by usage. Empty where
    /// nobody said so, as for a place that lies within one that is said.
    package var speech: [Language] = []
    /// For territories: the name with its preposition, as it stands in the middle of a sentence ("in the province of
    /// Liège").
    package var place: LocalisedText?
    /// For territories: how many people live there, by age.
    package var population: Population?
    /// For themes and audiences: how much it matters to the consortium, from 1 (least) to 5 (most); nil where the
    /// consortium didn't say (``usualWeight``). The reasons are in docs/landscape-weights.md.
    package var weight: Int?
    /// For audiences and school years: the ages in years that the word stands for. For themes: the ages of the children
    /// and young people whom it concerns; nil: of all.
    package var ages: AgeRange?
    /// For audiences of adults: the ages of those for whose sake they are addressed, in years.
    package var caresFor: AgeRange?
    /// For themes: the audiences that it is for; empty: all.
    package var audiences: [ConceptID] = []
    /// For audiences: others that it holds. What is for professionals serves teachers too, though not them alone.
    package var includes: [ConceptID] = []
    /// For needs: the formats that answer them (skos:related).
    package var formats: [ConceptID] = []
    /// For intents: the channels that help, best first.
    package var channels: [RecordID] = []
    /// For intents: groups of words that give the intent away, where all words of a group are typed.
    package var cues = LocalisedList()
    /// For themes: what becomes possible.
    package var opportunity: LocalisedText?
    /// For themes: what can go wrong.
    package var risk: LocalisedText?
    /// For themes: what to do first.
    package var firstSteps = LocalisedList()
    /// For themes: questions to talk about, with children, pupils or one another.
    package var talk = LocalisedList()
    /// For intents: the guides that lead further; for situations: all of theirs, in the order in which people see them.
    package var guides: [RecordID] = []

    /// The weights that there are.
    package static let weights = 1...5
    /// The weight of a concept that was given none.
    package static let usualWeight = 3

    package init(id: ConceptID, label: LocalisedText) {
        self.id = id
        self.label = label
    }

    /// Every label in every language, for finding.
    package func names(in language: Language) -> [String] {
        [label[language], plural?[language]].compactMap { $0 } + alternatives[language]
    }
}

extension Concept {
    /// A revision that was kept before a field existed reads as one where it is empty.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func read<Value: Decodable>(_ key: CodingKeys, otherwise: Value) throws -> Value {
            try values.decodeIfPresent(Value.self, forKey: key) ?? otherwise
        }
        self.init(
            id: try values.decode(ConceptID.self, forKey: .id),
            label: try values.decode(LocalisedText.self, forKey: .label))
        plural = try values.decodeIfPresent(LocalisedText.self, forKey: .plural)
        alternatives = try read(.alternatives, otherwise: alternatives)
        hidden = try read(.hidden, otherwise: hidden)
        definition = try read(.definition, otherwise: definition)
        broader = try read(.broader, otherwise: broader)
        coveredBy = try read(.coveredBy, otherwise: coveredBy)
        type = try values.decodeIfPresent(String.self, forKey: .type)
        speech = try read(.speech, otherwise: speech)
        place = try values.decodeIfPresent(LocalisedText.self, forKey: .place)
        population = try values.decodeIfPresent(Population.self, forKey: .population)
        weight = try values.decodeIfPresent(Int.self, forKey: .weight)
        ages = try values.decodeIfPresent(AgeRange.self, forKey: .ages)
        channels = try read(.channels, otherwise: channels)
        cues = try read(.cues, otherwise: cues)
        caresFor = try values.decodeIfPresent(AgeRange.self, forKey: .caresFor)
        audiences = try read(.audiences, otherwise: audiences)
        includes = try read(.includes, otherwise: includes)
        formats = try read(.formats, otherwise: formats)
        opportunity = try values.decodeIfPresent(LocalisedText.self, forKey: .opportunity)
        risk = try values.decodeIfPresent(LocalisedText.self, forKey: .risk)
        firstSteps = try read(.firstSteps, otherwise: firstSteps)
        talk = try read(.talk, otherwise: talk)
        guides = try read(.guides, otherwise: guides)
    }
}
