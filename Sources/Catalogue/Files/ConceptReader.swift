/// Reads one concept of a vocabulary file.
struct ConceptReader {
    let vocabulary: VocabularyName

    func read(_ fields: inout Fields) -> Located<Concept>? {
        let place = fields.place
        let id = fields.value("id", required: true, expected: identifierRule) { ConceptID($0) }
        let label = fields.localised("label")
        guard let id, let label else {
            fields.finish()
            return nil
        }
        var concept = Concept(id: id, label: label)
        concept.alternatives = fields.localisedList("alt")
        concept.hidden = fields.localisedList("hidden")
        concept.definition =
            fields.localised("definition", required: vocabulary != .schoolYears && vocabulary != .pictograms)
            ?? LocalisedText()
        concept.broader = fields.values("broader", expected: identifierRule) { ConceptID($0) }
        switch vocabulary {
        case .themes:
            concept.opportunity = fields.localised("opportunity", required: !concept.broader.isEmpty)
            concept.risk = fields.localised("risk", required: !concept.broader.isEmpty)
            concept.firstSteps = fields.localisedList("first", complete: !concept.broader.isEmpty)
            concept.talk = fields.localisedList("talk", complete: !concept.broader.isEmpty)
            concept.weight = fields.weight("weight")
            concept.ages = fields.ages("ages")
            concept.audiences = fields.values("audiences", expected: identifierRule) { ConceptID($0) }
        case .territories:
            concept.coveredBy = fields.values("covered_by", expected: identifierRule) { ConceptID($0) }
            concept.type = fields.value(
                "type", required: true, expected: "country, community, region, province or municipality"
            ) { ["country", "community", "region", "province", "municipality"].contains($0) ? $0 : nil }
            concept.speech = fields.speech("speech")
            concept.place = fields.localised("place", required: false)
            concept.population = fields.population("population")
        case .audiences:
            concept.ages = fields.ages("ages")
            concept.caresFor = fields.ages("cares_for")
            concept.includes = fields.values("includes", expected: identifierRule) { ConceptID($0) }
            concept.weight = fields.weight("weight")
        case .schoolYears:
            concept.ages = fields.ages("ages")
        case .intents:
            concept.channels = fields.values("channels", expected: identifierRule) { RecordID($0) }
            concept.guides = fields.values("guides", expected: identifierRule) { RecordID($0) }
            concept.cues = fields.localisedList("cues", complete: true)
        case .situations:
            concept.guides = fields.values("guides", expected: identifierRule) { RecordID($0) }
        case .kinds:
            concept.plural = fields.localised("plural")
        case .needs:
            concept.formats = fields.values("formats", expected: identifierRule) { ConceptID($0) }
        case .formats, .pillars, .costs, .glossary, .pictograms:
            break
        }
        fields.finish()
        return Located(value: concept, place: place)
    }
}

let identifierRule = "small letters, digits and single hyphens, such as first-smartphone"

extension Fields {
    /// `[6, 12]`: from six to twelve years, both included.
    mutating func ages(_ key: String) -> AgeRange? {
        let numbers = texts(key)
        guard let first = numbers.first else { return nil }
        let ages = numbers.compactMap { Int($0.value) }
        guard numbers.count == 2, ages.count == 2, let range = AgeRange(from: ages[0], to: ages[1]) else {
            log.add(
                first.place, "‘\(key)’ is not a range of ages", "write [youngest, oldest] in years, such as [6, 12]")
            return nil
        }
        return range
    }

    fileprivate mutating func weight(_ key: String) -> Int? {
        value(key, expected: "a whole number from 1 (matters least) to 5 (matters most)") {
            Int($0).flatMap { Concept.weights.contains($0) ? $0 : nil }
        }
    }

    /// Languages of the shop, each once.
    fileprivate mutating func speech(_ key: String) -> [Language] {
        var languages: [Language] = []
        for text in texts(key) {
            if let language = Language(rawValue: text.value) {
                if languages.contains(language) {
                    log.add(text.place, "‘\(language)’ stands twice in ‘\(key)’", "keep it once")
                } else {
                    languages.append(language)
                }
            } else {
                log.add(
                    text.place, "‘\(text.value)’ in ‘\(key)’ is not right", "write \(Self.oneOf(Language.self))")
            }
        }
        return languages
    }
}
