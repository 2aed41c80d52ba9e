import Catalogue

/// Catalogues out of nothing but a seed, for counting them in two ways.
struct RandomCatalogue {
    private var numbers: Numbers
    private let vocabularies: [Vocabulary]

    /// The same every time (https://prng.di.unimi.it/splitmix64.c).
    struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }

    init(seed: UInt64) {
        numbers = Numbers(state: seed)
        vocabularies = Self.vocabularies
    }

    mutating func catalogue(of count: Int) -> Catalogue {
        Catalogue(records: (0..<count).compactMap { record($0) }, vocabularies: vocabularies, pages: [])
    }

    private mutating func record(_ number: Int) -> Record? {
        guard let id = RecordID("record-\(number)"), let kind = Kind.allCases.randomElement(using: &numbers) else {
            return nil
        }
        var record = Record(
            id: id, kind: kind, title: LocalisedText([.en: "Record \(number)"]), summary: LocalisedText(),
            status: chance(8) ? .unknown : chance(8) ? .ended : .active)
        record.themes = some(of: .themes, most: 4)
        record.audiences = some(of: .audiences, most: 3)
        record.territories = some(of: .territories, most: 3)
        record.formats = some(of: .formats, most: 2)
        record.pillars = some(of: .pillars, most: 2)
        record.languages = ["nl", "fr", "de", "en", "ar", "nl-simple"].filter { _ in chance(3) }
            .compactMap { LanguageTag($0) }
        if chance(3) {
            let from = Int.random(in: 0...17, using: &numbers)
            record.ages = AgeRange(from: from, to: from + Int.random(in: 0...8, using: &numbers))
        }
        if chance(2) { record.cost = ConceptID(chance(2) ? "free" : "paid") }
        if chance(3) {
            var contact = Contact()
            if chance(2) { contact.address = "Street 1" }
            record.contact = contact
        }
        if chance(4) {
            record.verified = PartialDate("2026-01-02").map { Verification(on: $0, organisation: nil, by: .review) }
        }
        if chance(20) { record.withdrawn = PartialDate("2026") }
        return record
    }

    /// One time in so many.
    private mutating func chance(_ many: Int) -> Bool { Int.random(in: 0..<many, using: &numbers) == 0 }

    private mutating func some(of name: VocabularyName, most: Int) -> [ConceptID] {
        let concepts = vocabularies.first { $0.name == name }?.concepts ?? []
        return (0..<Int.random(in: 0...most, using: &numbers)).compactMap { _ in
            concepts.randomElement(using: &numbers)?.id
        }
    }

    private static func concept(_ id: String, broader: [String] = [], ages: (Int, Int)? = nil) -> Concept? {
        ConceptID(id).map { id in
            var concept = Concept(id: id, label: LocalisedText([.en: id.description]))
            concept.broader = broader.compactMap { ConceptID($0) }
            concept.ages = ages.flatMap { AgeRange(from: $0.0, to: $0.1) }
            return concept
        }
    }

    private static var vocabularies: [Vocabulary] {
        func vocabulary(_ name: VocabularyName, _ concepts: [Concept?]) -> Vocabulary {
            Vocabulary(name: name, concepts: concepts.compactMap { $0 })
        }
        var themes = [concept("lonely")]
        for group in ["red", "blue", "green"] {
            themes.append(concept(group))
            themes += (1...3).map { concept("\(group)-\($0)", broader: [group], ages: group == "blue" ? (9, 17) : nil) }
        }
        let weights = ["lonely": 5, "red-1": 4, "blue-2": 1]
        themes = themes.map { theme in
            guard var theme else { return nil }
            theme.weight = weights[theme.id.description]
            return theme
        }
        let audiences = [
            concept("young-children", ages: (3, 6)), concept("children", ages: (6, 12)),
            concept("teenagers", ages: (12, 18)), concept("parents"), concept("teachers"),
        ].map { audience -> Concept? in
            guard var audience else { return nil }
            if audience.id.description != "teachers" { audience.weight = 4 }
            if audience.id.description == "teachers" {
                audience.includes = ["parents", "teenagers"].compactMap { ConceptID($0) }
            }
            return audience
        }
        var territories = [
            concept("belgium"), concept("flemish-community", broader: ["belgium"]),
            concept("french-community", broader: ["belgium"]),
            concept("german-speaking-community", broader: ["belgium"]),
            concept("flanders", broader: ["belgium", "flemish-community"]),
            concept("brussels", broader: ["belgium", "flemish-community", "french-community"]),
            concept("wallonia", broader: ["belgium", "french-community"]),
            concept("ghent", broader: ["flanders"]), concept("liege", broader: ["wallonia"]),
        ]
        let speech: [String: [Language]] = [
            "flanders": [.nl], "brussels": [.nl, .fr], "wallonia": [.fr], "german-speaking-community": [.de],
        ]
        territories = territories.map { place in
            guard var place else { return nil }
            place.speech = speech[place.id.description] ?? []
            if place.id.description == "german-speaking-community" {
                place.coveredBy = [ConceptID("wallonia")].compactMap { $0 }
            }
            return place
        }
        return [
            vocabulary(.themes, themes), vocabulary(.audiences, audiences), vocabulary(.territories, territories),
            vocabulary(.formats, ["lesson", "game", "book"].map { concept($0) }),
            vocabulary(.pillars, ["one", "two", "three", "four"].map { concept($0) }),
            vocabulary(.kinds, Kind.allCases.map { concept($0.rawValue) }),
            vocabulary(.costs, ["free", "paid"].map { concept($0) }),
        ]
    }
}
